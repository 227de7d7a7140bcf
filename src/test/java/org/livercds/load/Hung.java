package org.livercds.load;

/** To come. */
final class Hung {
    private Hung() {}

    static boolean run(Options options) {
        throw new UnsupportedOperationException(options.toString());
    }
}
