package org.livercds.load;

/** To come. */
final class FeedbackLoad {
    private FeedbackLoad() {}

    static boolean run(Options options) {
        throw new UnsupportedOperationException(options.toString());
    }
}
