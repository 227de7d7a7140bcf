package org.livercds.cli.screen;

import java.util.Optional;

/**
 * Whole lines of one file.
 *
 * @param from where it begins
 * @param end where the next begins
 * @param tooLong the number of a line that is not here because it is too long
 */
record Chunk(Position from, byte[] bytes, Position end, Optional<Long> tooLong) {}
