package org.livercds.cli.screen;

/** A resource that the service asks for, and where in the export it stands. */
record Line(int file, long number, byte[] json) {

    /** In place of one that is longer than the service would take a whole request. */
    static final byte[] TOO_LONG = new byte[0];

    boolean isTooLong() {
        return json.length == 0;
    }
}
