package org.livercds.cli.screen;

/**
 * Whole lines of one file.
 *
 * @param end where the next begins
 * @param tooLong it is one line, which is not here because it is too long
 */
record Chunk(int file, byte[] bytes, Position end, boolean tooLong) {}
