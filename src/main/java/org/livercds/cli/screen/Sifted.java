package org.livercds.cli.screen;

import java.util.List;
import java.util.Set;

/**
 * What a chunk holds. Its lines are counted from 1.
 *
 * @param ended how many lines end in it, also empty ones
 * @param lines how many are not empty
 * @param notAskedFor how many resources no query of the service asks for
 * @param types of the resources that the service asks for, whatever their codes
 */
record Sifted(
        Chunk chunk, long ended, long lines, long notAskedFor, List<Kept> kept, List<BadLine> bad, Set<String> types) {

    /** A resource that the service asks for, as it stands in the export. */
    record Kept(Subject subject, byte[] json, long line) {}
}
