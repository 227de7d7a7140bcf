package org.livercds.cli.screen;

/** A line of an export that cannot be used. */
record BadLine(int file, long line, Mistake mistake) {

    /** The same in a file that has so many lines before those of which this was counted. */
    BadLine behind(long lines) {
        return new BadLine(file, line + lines, mistake);
    }
}
