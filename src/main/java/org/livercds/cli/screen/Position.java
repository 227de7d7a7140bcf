package org.livercds.cli.screen;

/**
 * A place in an export, between two lines.
 *
 * @param file its number
 * @param offset bytes of the file, unpacked, before it
 * @param line how many lines of the file are before it
 */
record Position(int file, long offset, long line) {

    static final Position START = new Position(0, 0, 0);

    Position nextFile() {
        return new Position(file + 1, 0, 0);
    }
}
