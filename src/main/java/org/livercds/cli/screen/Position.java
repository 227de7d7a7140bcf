package org.livercds.cli.screen;

/**
 * A place in an export, between two lines.
 *
 * @param file its number
 * @param offset bytes of the file, unpacked, before it
 */
record Position(int file, long offset) {

    static final Position START = new Position(0, 0);

    Position nextFile() {
        return new Position(file + 1, 0);
    }
}
