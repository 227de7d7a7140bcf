package org.livercds.cli.screen;

import static java.util.stream.Collectors.summingLong;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.livercds.cli.screen.ReportTable.Heads;

/** The tables of the report: the most frequent first, and in the order of their codes where they are as frequent. */
public record ReportTables(Findings findings, ReportWords words) {

    private static final int MOST_CARDS = 3;
    private static final List<String> OPTIONS = List.of("recommended", "conditional", "info");
    private static final Comparator<ReportRow> FREQUENT_FIRST = Comparator.comparing(ReportRow::total)
            .reversed()
            .thenComparing(ReportRow::code)
            .thenComparing(ReportRow::name);

    /** Patients of whose liver the chart tells anything; those whose kind is not known are not among them. */
    long withLiverDisease() {
        return findings.byDiseaseKind().entrySet().stream()
                .filter(kind -> !kind.getKey().isEmpty() && !kind.getKey().equals("none"))
                .collect(summingLong(Map.Entry::getValue));
    }

    public ReportTable byNumberOfCards() {
        int most = Math.max(
                MOST_CARDS,
                findings.byNumberOfCards().keySet().stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0));
        List<ReportRow> rows = LongStream.rangeClosed(0, most)
                .mapToObj(cards -> row("", cards(cards), "", withCards((int) cards)))
                .toList();
        return new ReportTable("number", "Patients by number of cards", Heads.ofPatients("Cards"), rows);
    }

    long withCards(int cards) {
        return findings.byNumberOfCards().getOrDefault(cards, 0L);
    }

    private static String cards(long number) {
        return number == 0 ? "No card" : number == 1 ? "1 card" : number + " cards";
    }

    public ReportTable byCard() {
        List<Long> bases = List.of(findings.patients(), withLiverDisease());
        Heads heads = new Heads("Card", List.of(), "Patients", List.of("of 100 patients", "of 100 with liver disease"));
        return new ReportTable(
                "cards",
                "Patients by card",
                heads,
                sorted(findings.byCard().entrySet().stream()
                        .map(card -> new ReportRow(
                                card.getKey(), words.card(card.getKey()), "", List.of(card.getValue()), bases))));
    }

    public ReportTable byOption() {
        Heads heads = new Heads(
                "Option", OPTIONS.stream().map(words::option).toList(), "Patients", List.of("of 100 patients"));
        return new ReportTable(
                "options",
                "Patients by option that is named to their clinicians",
                heads,
                sorted(findings.byOption().entrySet().stream().map(this::option)));
    }

    private ReportRow option(Map.Entry<String, Map<String, Long>> option) {
        List<Long> parts = OPTIONS.stream()
                .map(status -> option.getValue().getOrDefault(status, 0L))
                .toList();
        return new ReportRow(option.getKey(), words.card(option.getKey()), "", parts, List.of(findings.patients()));
    }

    /** Who is evaluated and gets none has no reason on record, and belongs here too. */
    public ReportTable byReason() {
        Map<String, Long> reasons = new TreeMap<>(findings.byReason());
        long told = reasons.values().stream().collect(summingLong(Long::longValue));
        if (withCards(0) > told) {
            reasons.merge("", withCards(0) - told, Long::sum);
        }
        return table("reasons", "Patients without a card, by reason", "Reason", reasons, words::reason);
    }

    public ReportTable byDiseaseKind() {
        return table("kinds", "Patients by disease", "Disease", findings.byDiseaseKind(), words::kind);
    }

    public ReportTable byStatus() {
        return table("status", "Patients by what could be evaluated", "Evaluated", findings.byStatus(), words::status);
    }

    public ReportTable byCaution() {
        return new ReportTable(
                "cautions",
                "Patients by caution",
                Heads.ofPatients("Caution"),
                rows(findings.byCaution(), words::caution, words::cautionMeans));
    }

    public ReportTable byMissing() {
        return new ReportTable(
                "missing",
                "Patients by datum that is missing",
                Heads.ofPatients("Missing"),
                rows(findings.byMissing(), words::missing, words::missingMeans));
    }

    public ReportTable byUnread() {
        Stream<ReportRow> rows = findings.byUnread().entrySet().stream()
                .flatMap(key -> key.getValue().entrySet().stream()
                        .map(state -> row(
                                key.getKey() + "=" + state.getKey(),
                                words.unread(key.getKey(), state.getKey()),
                                words.unreadMeans(key.getKey()),
                                state.getValue())));
        return new ReportTable(
                "unread",
                "Patients by part of the chart that could not be read in full",
                Heads.ofPatients("Part of the chart"),
                sorted(rows));
    }

    public ReportTable byLine() {
        Findings.Export export = findings.export();
        List<Long> base = List.of(export.lines());
        Stream<ReportRow> read = Stream.of(
                new ReportRow("", "Read and used", "", List.of(export.kept()), base),
                new ReportRow("", "Not asked for by this service", "", List.of(export.notAskedFor()), base));
        Stream<ReportRow> bad = sorted(export.bad().entrySet().stream()
                        .map(mistake -> new ReportRow(
                                "",
                                "Not readable: " + words.mistake(mistake.getKey()),
                                "",
                                List.of(mistake.getValue()),
                                base)))
                .stream();
        Heads heads = new Heads("What became of it", List.of(), "Lines", List.of("of 100 lines"));
        return new ReportTable(
                "lines", "Lines of the export", heads, Stream.concat(read, bad).toList());
    }

    private ReportTable table(
            String id, String title, String first, Map<String, Long> counts, UnaryOperator<String> name) {
        return new ReportTable(id, title, Heads.ofPatients(first), rows(counts, name, code -> ""));
    }

    private List<ReportRow> rows(Map<String, Long> counts, UnaryOperator<String> name, UnaryOperator<String> note) {
        return sorted(counts.entrySet().stream()
                .map(count ->
                        row(count.getKey(), name.apply(count.getKey()), note.apply(count.getKey()), count.getValue())));
    }

    private ReportRow row(String code, String name, String note, long count) {
        return new ReportRow(code, name, note, List.of(count), List.of(findings.patients()));
    }

    private static List<ReportRow> sorted(Stream<ReportRow> rows) {
        return rows.sorted(FREQUENT_FIRST).toList();
    }
}
