package org.livercds.clinical.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;
import org.livercds.clinical.criteria.AtMostThreeLesions;
import org.livercds.clinical.criteria.EachLesionSmallerThan;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.Lesions;
import org.livercds.clinical.patient.LiverChart;

/** Which data are asked for: only those that could change the answer. */
final class MissingData {

    private record Question(
            MissingId id,
            BiPredicate<LiverChart, List<Recommendation>> isAsked,
            Function<LiverChart, Optional<Fact.Reason>> why) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question(MissingId.SIZE, (chart, inPlay) -> sizeIsOpen(chart), chart -> Optional.empty()),
            new Question(MissingId.COUNT, MissingData::countIsOpen, chart -> Optional.empty()),
            new Question(
                    MissingId.CONTEXT,
                    (chart, inPlay) -> has(inPlay, RecommendationId.SURVEILLANCE)
                            && !chart.screening().isKnown(),
                    chart -> chart.screening().reason()),
            new Question(MissingId.KIND, (chart, inPlay) -> kindIsOpen(chart), chart -> Optional.empty()),
            new Question(
                    MissingId.SPREAD,
                    (chart, inPlay) -> isKnownKind(chart) && !chart.spread().isKnown(),
                    chart -> chart.spread().reason()),
            new Question(
                    MissingId.RESECTABILITY,
                    (chart, inPlay) -> resectabilityIsOpen(chart),
                    chart -> chart.resectable().reason()),
            new Question(
                    MissingId.LIVER_FUNCTION,
                    (chart, inPlay) ->
                            chart.kind().isPrimary() && !chart.childPugh().isKnown(),
                    chart -> chart.childPugh().reason()),
            new Question(
                    MissingId.REMNANT,
                    MissingData::remnantIsOpen,
                    chart -> chart.facts().judged(FactKey.REMNANT_ADEQUATE).reason()),
            new Question(
                    MissingId.CHEMOTHERAPY,
                    MissingData::chemotherapyIsOpen,
                    chart -> refractory(chart).reason()),
            new Question(
                    MissingId.AGE,
                    (chart, inPlay) -> !chart.person().age(chart.asOf()).isKnown(),
                    chart -> Optional.empty()));

    private MissingData() {}

    static List<Missing> of(LiverChart chart, List<Recommendation> inPlay) {
        boolean kindFirst = chart.kind() == DiseaseKind.UNSPECIFIED || chart.kind() == DiseaseKind.CONFLICT;
        List<Missing> missing = new ArrayList<>();
        for (Question question : QUESTIONS) {
            boolean first = question.id() == MissingId.KIND || question.id() == MissingId.AGE;
            if ((first || !kindFirst) && question.isAsked().test(chart, inPlay)) {
                missing.add(new Missing(question.id(), question.why().apply(chart)));
            }
        }
        return missing;
    }

    private static boolean sizeIsOpen(LiverChart chart) {
        if (chart.kind().isCancer() && isAtMostThree(chart) == Truth.NOT_MET) {
            return false;
        }
        Lesions lesions = chart.lesions();
        boolean below10 = lesions.anyUndecided(EachLesionSmallerThan.ONE_CENTIMETRE.limit());
        boolean below30 = lesions.anyUndecided(EachLesionSmallerThan.THREE_CENTIMETRES.limit());
        return switch (chart.kind()) {
            case AT_RISK, HISTORY -> below10;
            case HEPATOCELLULAR_CARCINOMA, PRIMARY_LIVER_CANCER -> below10 || below30 || !lesions.any();
            case LIVER_METASTASES -> below30 || !lesions.any();
            default -> below30;
        };
    }

    private static boolean countIsOpen(LiverChart chart, List<Recommendation> inPlay) {
        return chart.lesions().any()
                && chart.lesions().count().open()
                && (isAtMostThree(chart) != Truth.NOT_MET || has(inPlay, RecommendationId.SURVEILLANCE));
    }

    private static boolean kindIsOpen(LiverChart chart) {
        return switch (chart.kind()) {
            case UNSPECIFIED, CONFLICT, SUSPECTED, OTHER_CANCER_WITH_LIVER_LESION -> true;
            default -> false;
        };
    }

    private static boolean resectabilityIsOpen(LiverChart chart) {
        boolean primaryWithSpread = chart.kind().isPrimary() && chart.spread().decide(Truth::of) == Truth.MET;
        return isKnownKind(chart)
                && !chart.resectable().isKnown()
                && chart.recurrence().truth() != Truth.MET
                && !primaryWithSpread;
    }

    private static boolean remnantIsOpen(LiverChart chart, List<Recommendation> inPlay) {
        return chart.kind().isPrimary()
                && !chart.facts().judged(FactKey.REMNANT_ADEQUATE).isKnown()
                && inPlay.stream()
                        .anyMatch(offer ->
                                offer.id() == RecommendationId.RESECTION && offer.status() == Status.RECOMMENDED);
    }

    static boolean has(List<Recommendation> inPlay, RecommendationId id) {
        return inPlay.stream().anyMatch(offer -> offer.id() == id);
    }

    private static boolean chemotherapyIsOpen(LiverChart chart, List<Recommendation> inPlay) {
        boolean inQuestion =
                has(inPlay, RecommendationId.RADIOEMBOLIZATION) || has(inPlay, RecommendationId.SYSTEMIC_THERAPY_FIRST);
        return inQuestion && !refractory(chart).isKnown();
    }

    private static Fact<Boolean> refractory(LiverChart chart) {
        return chart.facts().judged(FactKey.REFRACTORY);
    }

    private static boolean isKnownKind(LiverChart chart) {
        return chart.kind().isPrimary() || chart.kind().isMetastatic();
    }

    private static Truth isAtMostThree(LiverChart chart) {
        return chart.lesions().count().isAtMost(AtMostThreeLesions.MOST);
    }
}
