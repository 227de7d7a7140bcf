package org.livercds.clinical.guideline;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.livercds.clinical.patient.ChartBuilder;

/** What the guideline says about a chart, in the words of a test. */
record Advised(Advice advice) {

    static Advised on(ChartBuilder chart) {
        return new Advised(LiverCancerGuideline.advise(chart.chart()));
    }

    static void assertRecommended(RecommendationId id, ChartBuilder chart) {
        assertEquals(Optional.of(Status.RECOMMENDED), on(chart).status(id));
    }

    static void assertConditional(RecommendationId id, ChartBuilder chart) {
        assertEquals(Optional.of(Status.CONDITIONAL), on(chart).status(id));
    }

    static void assertInfo(RecommendationId id, ChartBuilder chart) {
        assertEquals(Optional.of(Status.INFO), on(chart).status(id));
    }

    static void assertAbsent(RecommendationId id, ChartBuilder chart) {
        assertEquals(Optional.empty(), on(chart).status(id));
    }

    Optional<Recommendation> offer(RecommendationId id) {
        return advice.recommendations().stream()
                .filter(offer -> offer.id() == id)
                .findFirst();
    }

    Optional<Status> status(RecommendationId id) {
        return offer(id).map(Recommendation::status);
    }

    List<RecommendationId> order() {
        return advice.recommendations().stream().map(Recommendation::id).toList();
    }

    Set<CautionId> cautions() {
        return advice.cautions().stream().map(Caution::id).collect(toSet());
    }

    Set<MissingId> missing() {
        return advice.missing().stream().map(Missing::id).collect(toSet());
    }
}
