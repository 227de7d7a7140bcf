package org.livercds.cli.screen;

import java.util.List;

/** The numbers that the report tells in sentences, written out. */
public record ReportAnswers(Findings findings, ReportTables tables) {

    private static final int FREQUENT = 3;

    public String patients() {
        return ReportNumber.whole(findings.patients());
    }

    /** Patients who would get one card or more. */
    public String withCard() {
        return ReportNumber.whole(countWithCard());
    }

    public String withCardPer100() {
        return ReportNumber.per100(countWithCard(), findings.patients());
    }

    private long countWithCard() {
        return findings.byNumberOfCards().entrySet().stream()
                .filter(cards -> cards.getKey() > 0)
                .mapToLong(cards -> cards.getValue())
                .sum();
    }

    public String withoutCard() {
        return ReportNumber.whole(tables.withCards(0));
    }

    public String withOne() {
        return ReportNumber.whole(tables.withCards(1));
    }

    public String withTwo() {
        return ReportNumber.whole(tables.withCards(2));
    }

    public String withThree() {
        return ReportNumber.whole(tables.withCards(3));
    }

    public String cards() {
        return ReportNumber.whole(findings.cards());
    }

    public String cardsPer100() {
        return ReportNumber.per100(findings.cards(), findings.patients());
    }

    public String withLiverDisease() {
        return ReportNumber.whole(tables.withLiverDisease());
    }

    public String cardsPer100WithLiverDisease() {
        return ReportNumber.per100(findings.cards(), tables.withLiverDisease());
    }

    /** What cards lead with, or are, the most frequent first. */
    public List<ReportRow> frequentCards() {
        return tables.byCard().rows().stream().limit(FREQUENT).toList();
    }

    public boolean isAnybodyThere() {
        return findings.patients() > 0;
    }

    /** Types of resources of which the export has none. */
    public List<String> lacking() {
        String types = findings.export().lacking();
        return types.isBlank() ? List.of() : List.of(types.strip().split(" +"));
    }

    /** Of which whoever ran it said that there are none. */
    public List<String> taken() {
        String types = findings.export().taken();
        return types.isBlank() ? List.of() : List.of(types.strip().split(" +"));
    }

    public boolean isAnyLineBad() {
        return countBad() > 0;
    }

    public String bad() {
        return ReportNumber.whole(countBad());
    }

    private long countBad() {
        return findings.export().bad().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    public boolean isAnyIncomplete() {
        return status("incomplete") > 0;
    }

    public String incomplete() {
        return ReportNumber.whole(status("incomplete"));
    }

    public boolean isAnyRefused() {
        return status("refused") > 0;
    }

    public String refused() {
        return ReportNumber.whole(status("refused"));
    }

    private long status(String status) {
        return findings.byStatus().getOrDefault(status, 0L);
    }

    public String files() {
        return ReportNumber.whole(findings.export().files());
    }

    public String lines() {
        return ReportNumber.whole(findings.export().lines());
    }

    public String resources() {
        return ReportNumber.whole(findings.resources());
    }

    public String skipped() {
        return ReportNumber.whole(findings.skipped());
    }
}
