package org.livercds.load;

/** To come. */
final class Soak {
    private Soak() {}

    static boolean run(Options options) {
        throw new UnsupportedOperationException(options.toString());
    }
}
