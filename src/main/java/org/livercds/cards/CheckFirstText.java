package org.livercds.cards;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.Caution;
import org.livercds.clinical.guideline.Missing;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.clinical.patient.LiverChart;

/** The lines of the check-first card: cautions, missing data, and what could not be read. */
record CheckFirstText(ChartWords words, AssessmentWords assessments) {

    /**
     * What there is to check.
     *
     * @param shorts for the summary, most important first
     */
    record Checks(List<String> shorts, Map<String, String> sections, boolean warns) {
        boolean isEmpty() {
            return shorts.isEmpty();
        }
    }

    Checks of(Advice advice, LiverChart chart) {
        List<ChartPart> unread = chart.unread().stream().sorted().toList();
        Stream<String> cautions = advice.cautions().stream()
                .sorted((one, other) ->
                        Boolean.compare(other.id().isWarning(), one.id().isWarning()))
                .map(caution -> phrases().get("caution." + caution.id().code() + ".short"));
        Stream<String> missing = advice.missing().stream()
                .map(asked -> phrases().get("missing." + asked.id().code() + ".short"));
        Stream<String> parts = unread.stream().map(part -> phrases().get("unread." + part.key() + ".short"));
        Stream<String> pregnancy =
                advice.pregnancyOpen() ? Stream.of(phrases().get("caution.K-PREG.short")) : Stream.empty();
        List<String> shorts = Stream.of(cautions, pregnancy, parts, missing)
                .flatMap(items -> items)
                .toList();
        Map<String, String> sections = Map.of(
                "cautions", joined(cautions(advice.cautions()), pregnancyLine(advice)),
                "missing", advice.missing().stream().map(this::line).collect(joining("\n")),
                "unread", unread.stream().map(this::line).collect(joining("\n")));
        boolean warns =
                advice.cautions().stream().anyMatch(caution -> caution.id().isWarning());
        return new Checks(shorts, sections, warns);
    }

    String cautions(List<Caution> cautions) {
        return cautions.stream()
                .map(caution -> phrases()
                        .get(
                                "line.caution",
                                Map.of(
                                        "text",
                                                phrases()
                                                        .get("caution."
                                                                + caution.id().code() + ".text"),
                                        "evidence", words.evidence(caution.evidence()))))
                .collect(joining("\n"));
    }

    private String pregnancyLine(Advice advice) {
        return advice.pregnancyOpen()
                ? phrases().get("line.caution", Map.of("text", phrases().get("pregnancy-open"), "evidence", ""))
                : "";
    }

    private String line(Missing missing) {
        String text = phrases().get("missing." + missing.id().code() + ".text");
        return phrases().get("line.missing", Map.of("text", text, "reason", assessments.reason(missing.reason())));
    }

    private String line(ChartPart part) {
        return phrases().get("line.unread", Map.of("text", phrases().get("unread." + part.key() + ".text")));
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(joining("\n"));
    }

    private Phrases phrases() {
        return words.phrases();
    }
}
