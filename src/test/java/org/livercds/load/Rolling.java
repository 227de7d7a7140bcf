package org.livercds.load;

/** To come. */
final class Rolling {
    private Rolling() {}

    static boolean run(Options options) {
        throw new UnsupportedOperationException(options.toString());
    }
}
