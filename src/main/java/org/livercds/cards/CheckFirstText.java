package org.livercds.cards;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.Caution;
import org.livercds.clinical.guideline.Missing;
import org.livercds.clinical.guideline.MissingId;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.clinical.patient.LiverChart;

/** What is to be checked first, in words: cautions, missing data, and what could not be read. */
record CheckFirstText(
        ChartWords words, AssessmentWords assessments, Advice advice, LiverChart chart, Set<ReadingNote> notes) {

    /** For the summary, most important first. */
    List<String> shorts() {
        Stream<String> cautions = warningsFirst().map(caution -> caution(caution, "short"));
        Stream<String> pregnancy =
                advice.pregnancyOpen() ? Stream.of(phrases().get("pregnancy-open.short")) : Stream.empty();
        Stream<String> parts = unreadParts().map(part -> phrases().get("unread." + part.key() + ".short"));
        Stream<String> missing = advice.missing().stream()
                .map(asked -> phrases().get("missing." + asked.id().code() + ".short"));
        return Stream.of(cautions, pregnancy, parts, missing)
                .flatMap(items -> items)
                .toList();
    }

    boolean warns() {
        return advice.cautions().stream().anyMatch(caution -> caution.id().isWarning());
    }

    String cautions() {
        Stream<String> pregnancy =
                advice.pregnancyOpen() ? Stream.of(line(phrases().get("pregnancy-open.text"), "")) : Stream.empty();
        return Stream.concat(
                        warningsFirst()
                                .map(caution -> line(caution(caution, "text"), words.evidence(caution.evidence()))),
                        pregnancy)
                .collect(joining("\n"));
    }

    String missing() {
        return advice.missing().stream().map(this::line).collect(joining("\n"));
    }

    String unread() {
        Stream<String> why = notes.stream()
                .map(note -> phrases().get("line.note", Map.of("text", phrases().get("note." + note.key()))));
        return Stream.concat(unreadParts().map(this::line), why).collect(joining("\n"));
    }

    private Stream<Caution> warningsFirst() {
        return advice.cautions().stream()
                .sorted(Comparator.comparing(caution -> !caution.id().isWarning()));
    }

    private String caution(Caution caution, String form) {
        String key = "caution." + caution.id().code() + "." + form;
        return phrases().get(key, Map.of("days", String.valueOf(chart.limitDays())));
    }

    private String line(String text, String evidence) {
        return phrases().get("line.caution", Map.of("text", text, "evidence", evidence));
    }

    private String line(Missing missing) {
        String text = phrases().get("missing." + missing.id().code() + ".text");
        List<Evidence> evidence = missing.id() == MissingId.SIZE ? unusableSizes() : List.of();
        return phrases()
                .get(
                        "line.missing",
                        Map.of(
                                "text", text,
                                "reason", assessments.reason(missing.reason()),
                                "evidence", words.evidence(evidence)));
    }

    private String line(ChartPart part) {
        return phrases().get("line.unread", Map.of("text", phrases().get("unread." + part.key() + ".text")));
    }

    /** What was measured and cannot be used. */
    private List<Evidence> unusableSizes() {
        return chart.lesions().live().stream()
                .filter(lesion -> !lesion.size().isKnown() && !lesion.isTreatedSince())
                .flatMap(lesion -> lesion.evidence().stream())
                .toList();
    }

    private Stream<ChartPart> unreadParts() {
        return chart.unread().stream().sorted();
    }

    private Phrases phrases() {
        return words.phrases();
    }
}
