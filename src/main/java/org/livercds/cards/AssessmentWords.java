package org.livercds.cards;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;

/** Assessments as lists: each statement with a sign and the chart entries behind it. */
record AssessmentWords(ChartWords words) {

    String lines(List<Assessment> assessments) {
        return assessments.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    /** What keeps a recommendation from being firmer, under a heading; nothing where nothing does. */
    String open(List<Assessment> open) {
        return open.isEmpty() ? "" : words.phrases().get("heading.open") + "\n\n" + ifs(open);
    }

    String condition(Assessment assessment) {
        return words.phrases().get("if." + assessment.statement().key());
    }

    /** Why a fact is not known; nothing where it is simply not recorded. */
    String reason(Optional<Fact.Reason> reason) {
        return words.phrases()
                .get("reason." + reason.orElse(Fact.Reason.NOT_RECORDED).name());
    }

    private String ifs(List<Assessment> open) {
        return open.stream()
                .map(assessment -> assessment.truth() == Truth.UNKNOWN
                        ? line(assessment)
                        : "- " + condition(assessment) + ": " + statement(assessment)
                                + words.evidence(evidence(assessment)))
                .collect(Collectors.joining("\n"));
    }

    private String line(Assessment assessment) {
        String evidence = words.evidence(evidence(assessment));
        return switch (assessment.truth()) {
            case MET ->
                words.phrases().get("line.met", Map.of("statement", statement(assessment), "evidence", evidence));
            case NOT_MET ->
                words.phrases().get("line.not-met", Map.of("statement", statement(assessment), "evidence", evidence));
            case UNKNOWN ->
                words.phrases()
                        .get(
                                "line.unknown",
                                Map.of(
                                        "statement", statement(assessment),
                                        "evidence", evidence,
                                        "reason", reason(assessment.reason())));
        };
    }

    private String statement(Assessment assessment) {
        return words.phrases().get("statement." + assessment.statement().key());
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
}
