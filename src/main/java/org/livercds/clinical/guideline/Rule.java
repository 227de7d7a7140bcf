package org.livercds.clinical.guideline;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
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
 */
record Rule(
        RecommendationId id,
        Set<DiseaseKind> kinds,
        Status best,
        List<Citation> citations,
        List<Criterion> requires,
        List<Criterion> blockedBy,
        List<Criterion> onlyIf) {

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
    }

    static Rule recommend(RecommendationId id, Set<DiseaseKind> kinds, Citation... citations) {
        return new Rule(id, kinds, Status.RECOMMENDED, List.of(citations), List.of(), List.of(), List.of());
    }

    static Rule inform(RecommendationId id, Set<DiseaseKind> kinds, Citation... citations) {
        return new Rule(id, kinds, Status.INFO, List.of(citations), List.of(), List.of(), List.of());
    }

    Rule requiring(Criterion... criteria) {
        return new Rule(id, kinds, best, citations, List.of(criteria), blockedBy, onlyIf);
    }

    Rule blockedBy(Criterion... criteria) {
        return new Rule(id, kinds, best, citations, requires, List.of(criteria), onlyIf);
    }

    Rule conditionalWhen(Criterion... criteria) {
        return new Rule(id, kinds, best, citations, requires, blockedBy, List.of(criteria));
    }

    Optional<Recommendation> apply(LiverChart chart) {
        if (!kinds.contains(chart.kind())) {
            return Optional.empty();
        }
        List<Assessment> required = assess(requires, chart);
        boolean failed = required.stream().anyMatch(part -> part.truth() == Truth.NOT_MET);
        boolean blocked = assess(blockedBy, chart).stream().anyMatch(block -> block.truth() == Truth.MET);
        if (failed || blocked) {
            return Optional.empty();
        }
        List<Assessment> open = new ArrayList<>(
                required.stream().filter(part -> part.truth() == Truth.UNKNOWN).toList());
        Stream.concat(assess(onlyIf, chart).stream(), assess(ALWAYS, chart).stream())
                .filter(Rule::demotes)
                .forEach(open::add);
        Status status = best == Status.RECOMMENDED && !open.isEmpty() ? Status.CONDITIONAL : best;
        return Optional.of(new Recommendation(id, status, citations, required, open));
    }

    private static boolean demotes(Assessment assessment) {
        return assessment.truth() == Truth.MET
                || assessment.truth() == Truth.UNKNOWN
                        && assessment
                                .reason()
                                .filter(Fact.Reason.INCOMPLETE::equals)
                                .isPresent();
    }

    private static List<Assessment> assess(List<Criterion> criteria, LiverChart chart) {
        return criteria.stream().map(criterion -> criterion.assess(chart)).toList();
    }
}
