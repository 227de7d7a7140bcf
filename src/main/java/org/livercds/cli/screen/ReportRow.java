package org.livercds.cli.screen;

import java.util.List;

/**
 * A line of a table, and a bar of its chart.
 *
 * @param code as {@code patients.csv} has it; empty where there is none
 * @param name in words
 * @param note what it means, where the name does not tell; empty otherwise
 * @param parts counts of what it consists of
 * @param bases of how many its shares are
 */
public record ReportRow(String code, String name, String note, List<Long> parts, List<Long> bases) {

    public ReportRow {
        parts = List.copyOf(parts);
        bases = List.copyOf(bases);
    }

    long total() {
        return parts.stream().mapToLong(Long::longValue).sum();
    }

    public String count() {
        return ReportNumber.whole(total());
    }

    /** Of the parts, where there are several. */
    public List<String> counts() {
        return parts.size() < 2
                ? List.of()
                : parts.stream().map(ReportNumber::whole).toList();
    }

    public List<String> shares() {
        return bases.stream().map(base -> ReportNumber.per100(total(), base)).toList();
    }
}
