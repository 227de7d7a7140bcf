package org.livercds.cli.screen;

/**
 * Whole lines of one file.
 *
 * @param end where the next begins
 * @param tooLong it is the beginning of one line, whose rest is not here because it is too long
 */
record Chunk(int file, byte[] bytes, Position end, boolean tooLong) {}
