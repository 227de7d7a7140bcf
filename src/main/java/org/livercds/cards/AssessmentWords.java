package org.livercds.cards;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;

/** Assessments as lists: each statement with a sign and the chart entries behind it. */
record AssessmentWords(ChartWords words) {

    String lines(List<Assessment> assessments) {
        return assessments.stream().map(this::line).collect(joining("\n"));
    }

    /** What stands in the way: that something is so, or that something is not. */
    String obstacles(List<Assessment> obstacles) {
        return obstacles.stream()
                .map(obstacle -> obstacle(obstacle) + words.evidence(evidence(obstacle)))
                .collect(joining(phrases().get("line.also")));
    }

    String obstacleLines(List<Assessment> obstacles) {
        return obstacles.stream()
                .map(obstacle -> phrases()
                        .get(
                                "line.obstacle",
                                Map.of("obstacle", obstacle(obstacle), "evidence", words.evidence(evidence(obstacle)))))
                .distinct()
                .collect(joining("\n"));
    }

    /** What is not known, and what is known too late or not in full. */
    String openLines(List<Assessment> open) {
        return open.stream()
                .map(assessment -> assessment.truth() == Truth.UNKNOWN
                        ? filled("line.unknown", assessment)
                        : filled("line.limit", assessment))
                .collect(joining("\n"));
    }

    String obstacle(Assessment obstacle) {
        if (obstacle.truth() == Truth.MET) {
            return statement(obstacle);
        }
        String own = phrases().orNothing("obstacle." + obstacle.statement().key());
        return own.isEmpty() ? phrases().get("obstacle.otherwise", Map.of("statement", statement(obstacle))) : own;
    }

    /** What keeps a recommendation from being firmer, under a heading; nothing where nothing does. */
    String open(List<Assessment> open) {
        return open.isEmpty()
                ? ""
                : phrases().get("heading.open") + "\n\n"
                        + open.stream().map(this::openLine).distinct().collect(joining("\n"));
    }

    String firstCondition(List<Assessment> open) {
        return open.stream().findFirst().map(this::condition).orElse("");
    }

    String conditions(List<Assessment> open) {
        return open.stream()
                .map(this::condition)
                .distinct()
                .collect(joining(phrases().get("line.and")));
    }

    /** Why a fact is not known; nothing where it is simply not recorded. */
    String reason(Optional<Fact.Reason> reason) {
        return phrases().get("reason." + reason.orElse(Fact.Reason.NOT_RECORDED).name());
    }

    /** What is not known may need other words than what is known and speaks against it. */
    private String condition(Assessment assessment) {
        String key = assessment.statement().key();
        String unknown = assessment.truth() == Truth.UNKNOWN ? phrases().orNothing("if-unknown." + key) : "";
        return unknown.isEmpty() ? phrases().get("if." + key) : unknown;
    }

    /** The chart entries of what is unknown stand with the criteria above. */
    private String openLine(Assessment assessment) {
        Map<String, String> values = Map.of(
                "if", condition(assessment),
                "statement", statement(assessment),
                "evidence", words.evidence(evidence(assessment)));
        return phrases().get(assessment.truth() == Truth.UNKNOWN ? "line.open" : "line.open-because", values);
    }

    private String line(Assessment assessment) {
        return switch (assessment.truth()) {
            case MET -> filled("line.met", assessment);
            case NOT_MET -> filled("line.not-met", assessment);
            case UNKNOWN -> filled("line.unknown", assessment);
        };
    }

    private String filled(String form, Assessment assessment) {
        Map<String, String> values = Map.of(
                "statement", statement(assessment),
                "evidence", words.evidence(evidence(assessment)),
                "reason", reason(assessment.reason()));
        return phrases().get(form, values);
    }

    private String statement(Assessment assessment) {
        return phrases().get("statement." + assessment.statement().key());
    }

    /** The entries that make the statement what it is; those that say otherwise only where nothing else does. */
    private static List<Evidence> evidence(Assessment assessment) {
        List<Evidence> decisive = evidence(assessment, leaf -> leaf.truth() == assessment.truth());
        return decisive.isEmpty() ? evidence(assessment, leaf -> true) : decisive;
    }

    private static List<Evidence> evidence(Assessment assessment, Predicate<Assessment> which) {
        return assessment
                .leaves()
                .filter(which)
                .flatMap(leaf -> leaf.evidence().stream())
                .distinct()
                .toList();
    }

    private Phrases phrases() {
        return words.phrases();
    }
}
