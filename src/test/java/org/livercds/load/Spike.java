package org.livercds.load;

/** To come. */
final class Spike {
    private Spike() {}

    static boolean run(Options options) {
        throw new UnsupportedOperationException(options.toString());
    }
}
