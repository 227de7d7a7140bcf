package org.livercds.clinical.guideline;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Citation;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.criteria.ChartNotReadInFull;
import org.livercds.clinical.criteria.MeasurementsOutOfDate;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LiverChart;

/**
 * Judges an ordered treatment by the rule that offers it. Nothing is said where the rule agrees, and where it does not
 * speak of the patient's kind of disease.
 */
public final class OrderReviews {

    private static final Set<DiseaseKind> PRIMARY =
            Stream.of(DiseaseKind.values()).filter(DiseaseKind::isPrimary).collect(toUnmodifiableSet());

    /** Kinds that a rule names as those that it is not for. */
    private static final Map<RecommendationId, Set<DiseaseKind>> NOT_FOR = Map.of(
            RecommendationId.IRREVERSIBLE_ELECTROPORATION,
            PRIMARY,
            RecommendationId.TRANSPLANT,
            Set.of(DiseaseKind.LIVER_METASTASES));

    /** A transplant candidacy is usually not known; cirrhosis says whom the rule is for. */
    private static final Set<Statement> NOT_ESSENTIAL = Set.of(Statement.TRANSPLANT_CANDIDATE, Statement.CIRRHOSIS);

    /** Rules whose criteria compare sizes. */
    private static final Set<RecommendationId> SIZED = Set.of(
            RecommendationId.ABLATION, RecommendationId.IRREVERSIBLE_ELECTROPORATION, RecommendationId.EMBOLIZATION);

    private OrderReviews() {}

    /** Empty where there is nothing to say about the order. */
    public static Optional<OrderReview> of(RecommendationId ordered, LiverChart chart, Advice advice) {
        if (Gate.decide(chart).verdict() != Gate.Verdict.ADVISE || isPalliative(ordered, advice)) {
            return Optional.empty();
        }
        if (NOT_FOR.getOrDefault(ordered, Set.of()).contains(chart.kind())) {
            Assessment other = Assessment.of(
                    Statement.FOR_ANOTHER_KIND, Truth.MET, chart.diagnosis().evidence());
            return Optional.of(
                    review(ordered, LiverCancerGuideline.citations().get(ordered), List.of(other), List.of(), advice));
        }
        return LiverCancerGuideline.rule(ordered, chart.kind()).flatMap(rule -> judge(rule, chart, advice));
    }

    private static Optional<OrderReview> judge(Rule rule, LiverChart chart, Advice advice) {
        List<Assessment> notMet = Stream.concat(pregnancy(chart), rule.obstacles(chart).stream())
                .filter(obstacle -> obstacle.statement() != Statement.CIRRHOSIS)
                .toList();
        List<Assessment> open =
                Stream.concat(essential(rule, chart), outdated(rule, chart)).toList();
        return notMet.isEmpty() && open.isEmpty()
                ? Optional.empty()
                : Optional.of(review(rule.id(), rule.citations(), notMet, open, advice));
    }

    private static OrderReview review(
            RecommendationId ordered,
            Collection<Citation> citations,
            List<Assessment> notMet,
            List<Assessment> open,
            Advice advice) {
        List<Recommendation> fitting = advice.recommendations().stream()
                .filter(offer -> offer.id() != ordered)
                .toList();
        return new OrderReview(ordered, List.copyOf(citations), notMet, open, fitting);
    }

    /** For recurrent disease the sources name sorafenib as palliative treatment (NCI-37). */
    private static boolean isPalliative(RecommendationId ordered, Advice advice) {
        return ordered == RecommendationId.SYSTEMIC_THERAPY
                && advice.recommendations().stream().anyMatch(offer -> offer.id() == RecommendationId.RECURRENCE);
    }

    private static Stream<Assessment> pregnancy(LiverChart chart) {
        return chart.isPregnant()
                ? Stream.of(Assessment.of(
                        Statement.PREGNANT,
                        Truth.MET,
                        chart.facts().judged(FactKey.PREGNANT).evidence()))
                : Stream.empty();
    }

    private static Stream<Assessment> essential(Rule rule, LiverChart chart) {
        return rule.requires().stream()
                .map(criterion -> criterion.assess(chart))
                .filter(required -> required.truth() == Truth.UNKNOWN)
                .filter(required -> !NOT_ESSENTIAL.contains(required.statement()));
    }

    private static Stream<Assessment> outdated(Rule rule, LiverChart chart) {
        Stream<Assessment> stale =
                SIZED.contains(rule.id()) ? Stream.of(new MeasurementsOutOfDate().assess(chart)) : Stream.empty();
        return Stream.concat(stale, Stream.of(new ChartNotReadInFull().assess(chart)))
                .filter(limit -> limit.truth() == Truth.MET);
    }
}
