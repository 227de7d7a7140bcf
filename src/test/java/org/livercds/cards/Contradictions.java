package org.livercds.cards;

import java.util.List;
import java.util.stream.Stream;

/** All that one answer could say against itself, or not say at all. */
public final class Contradictions {

    private static final List<Check> ALL = Stream.of(
                    ShapeChecks.ALL, TruthChecks.ALL, FindingChecks.ALL, OptionChecks.ALL, WordChecks.ALL)
            .flatMap(List::stream)
            .toList();

    private Contradictions() {}

    public static Stream<Check> all() {
        return ALL.stream();
    }
}
