package org.livercds.cli.screen;

import java.util.List;
import java.util.Set;

/**
 * What a chunk holds.
 *
 * @param lines that are not empty
 * @param notAskedFor how many resources no query of the service asks for
 * @param types of the resources that the service asks for, whatever their codes
 */
record Sifted(Position end, List<Kept> kept, long lines, long notAskedFor, List<BadLine> bad, Set<String> types) {

    /** A resource that the service asks for, as it stands in the export. */
    record Kept(Subject subject, byte[] json, long line) {}

    /** One that cannot be used. */
    record BadLine(int file, long line, Mistake mistake) {}
}
