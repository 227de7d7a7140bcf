package org.livercds.clinical.guideline;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Citation;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;
import org.livercds.clinical.criteria.ChartNotReadInFull;
import org.livercds.clinical.criteria.Criterion;
import org.livercds.clinical.criteria.MeasurementsOutOfDate;
import org.livercds.clinical.guideline.JudgedRule.Role;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.clinical.patient.LiverChart;

/**
 * One row of the decision table.
 *
 * @param kinds the patients it is for
 * @param best the firmest status it can have
 * @param requires each NOT_MET makes it absent, each UNKNOWN conditional
 * @param blockedBy each MET makes it absent
 * @param onlyIf each MET makes it conditional, and so does one whose part of the chart could not be read
 * @param showing what is told beside it and decides nothing
 */
record Rule(
        RecommendationId id,
        Set<DiseaseKind> kinds,
        Status best,
        List<Citation> citations,
        List<Criterion> requires,
        List<Criterion> blockedBy,
        List<Criterion> onlyIf,
        List<Criterion> showing) {

    /** What keeps every recommendation from being more than conditional. */
    private static final List<Criterion> ALWAYS = List.of(new MeasurementsOutOfDate(), new ChartNotReadInFull());

    Rule {
        requireNonNull(id, "id");
        kinds = Set.copyOf(kinds);
        requireNonNull(best, "best");
        citations = List.copyOf(citations);
        requires = List.copyOf(requires);
        blockedBy = List.copyOf(blockedBy);
        onlyIf = List.copyOf(onlyIf);
        showing = List.copyOf(showing);
    }

    static Rule recommend(RecommendationId id, Set<DiseaseKind> kinds, Citation... citations) {
        return of(id, kinds, Status.RECOMMENDED, citations);
    }

    static Rule inform(RecommendationId id, Set<DiseaseKind> kinds, Citation... citations) {
        return of(id, kinds, Status.INFO, citations);
    }

    private static Rule of(RecommendationId id, Set<DiseaseKind> kinds, Status best, Citation... citations) {
        return new Rule(id, kinds, best, List.of(citations), List.of(), List.of(), List.of(), List.of());
    }

    Rule requiring(Criterion... criteria) {
        List<Criterion> all =
                Stream.concat(requires.stream(), Stream.of(criteria)).toList();
        return new Rule(id, kinds, best, citations, all, blockedBy, onlyIf, showing);
    }

    Rule blockedBy(Criterion... criteria) {
        return new Rule(id, kinds, best, citations, requires, List.of(criteria), onlyIf, showing);
    }

    Rule conditionalWhen(Criterion... criteria) {
        return new Rule(id, kinds, best, citations, requires, blockedBy, List.of(criteria), showing);
    }

    Rule showing(Criterion... criteria) {
        return new Rule(id, kinds, best, citations, requires, blockedBy, onlyIf, List.of(criteria));
    }

    Optional<Recommendation> apply(LiverChart chart) {
        if (!kinds.contains(chart.kind()) || obstacles(chart).findAny().isPresent()) {
            return Optional.empty();
        }
        List<Assessment> required = assess(requires, chart).toList();
        List<Assessment> limits = assess(onlyIf, chart).toList();
        List<Assessment> open = Stream.of(
                        required.stream().filter(part -> part.truth() == Truth.UNKNOWN),
                        limits.stream().filter(limit -> limit.truth() == Truth.MET),
                        assess(ALWAYS, chart).filter(Rule::demotes),
                        limits.stream().filter(limit -> limit.truth() != Truth.MET && demotes(limit)))
                .flatMap(assessments -> assessments)
                .toList();
        List<Assessment> considered = Stream.concat(assess(blockedBy, chart), limits.stream())
                .filter(assessment -> assessment.truth() == Truth.NOT_MET
                        && assessment.reason().isEmpty())
                .toList();
        List<Assessment> because =
                Stream.concat(required.stream(), assess(showing, chart)).toList();
        Status status = best == Status.RECOMMENDED && !open.isEmpty() ? Status.CONDITIONAL : best;
        return Optional.of(new Recommendation(id, status, citations, because, open, considered));
    }

    Set<Status> statuses() {
        return best == Status.RECOMMENDED ? Set.of(Status.RECOMMENDED, Status.CONDITIONAL) : Set.of(best);
    }

    /** What keeps the recommendation from a patient that it is for. */
    Stream<Assessment> obstacles(LiverChart chart) {
        return kinds.contains(chart.kind())
                ? Stream.concat(
                        assess(requires, chart).filter(required -> required.truth() == Truth.NOT_MET),
                        assess(blockedBy, chart).filter(block -> block.truth() == Truth.MET))
                : Stream.empty();
    }

    JudgedRule judge(LiverChart chart) {
        boolean isFor = kinds.contains(chart.kind());
        Stream<JudgedRule.Rung> rungs = Stream.of(
                        rungs(Role.REQUIRED, requires, chart),
                        rungs(Role.BLOCKING, blockedBy, chart),
                        rungs(Role.LIMITING, onlyIf, chart),
                        rungs(Role.LIMITING, ALWAYS, chart),
                        rungs(Role.SHOWN, showing, chart))
                .flatMap(some -> some);
        List<JudgedRule.Rung> asked = isFor ? rungs.toList() : List.of();
        return new JudgedRule(id, kinds, apply(chart).map(Recommendation::status), citations, asked);
    }

    private static Stream<JudgedRule.Rung> rungs(Role role, List<Criterion> criteria, LiverChart chart) {
        return assess(criteria, chart).map(assessment -> new JudgedRule.Rung(role, assessment));
    }

    private static boolean demotes(Assessment assessment) {
        return assessment.truth() == Truth.MET
                || assessment.truth() == Truth.UNKNOWN
                        && assessment
                                .reason()
                                .filter(Fact.Reason.INCOMPLETE::equals)
                                .isPresent();
    }

    private static Stream<Assessment> assess(List<Criterion> criteria, LiverChart chart) {
        return criteria.stream().map(criterion -> criterion.assess(chart));
    }
}
