package org.livercds.cards;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.livercds.clinical.Truth;
import org.livercds.clinical.criteria.EachLesionSmallerThan;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.CautionId;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.guideline.Status;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.CountRange;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.clinical.patient.LiverChart;

/** The circumstances in which a card may have words of its own, the most special first. */
enum Variant {
    /** An adult with a liver cancer of childhood. */
    CHILDHOOD_CANCER(
            "childhoodCancer",
            (advice, chart) ->
                    has(advice, CautionId.PEDIATRIC) && !chart.person().isChild(chart.asOf())),
    CHILD("child", (advice, chart) -> has(advice, CautionId.PEDIATRIC)),
    OUT_OF_SCOPE("outOfScope", (advice, chart) -> has(advice, CautionId.OUT_OF_SCOPE)),
    PREGNANT_CONDITIONAL(
            "pregnantConditional", (advice, chart) -> chart.isPregnant() && leads(advice, Status.CONDITIONAL)),
    PREGNANT("pregnant", (advice, chart) -> chart.isPregnant()),
    /** Ablation would lead and is not offered first, because a tumour is not measured. */
    UNMEASURED(
            "unmeasured",
            (advice, chart) ->
                    advice.recommendations().stream().anyMatch(offer -> offer.id() == RecommendationId.ABLATION)),
    SUSPECTED("suspected", (advice, chart) -> chart.kind() == DiseaseKind.SUSPECTED),
    OTHER_CANCER("otherCancer", (advice, chart) -> chart.kind() == DiseaseKind.OTHER_CANCER_WITH_LIVER_LESION),
    HISTORY("history", (advice, chart) -> chart.kind() == DiseaseKind.HISTORY),
    FROM_ONE_CENTIMETRE(
            "fromOneCentimetre",
            (advice, chart) -> chart.lesions().anyFrom(EachLesionSmallerThan.ONE_CENTIMETRE.limit())),
    NOT_FROM_SCREENING("notFromScreening", (advice, chart) -> chart.screening().decide(Truth::of) == Truth.NOT_MET),
    KIND_UNSPECIFIED("kindUnspecified", (advice, chart) -> chart.kind() == DiseaseKind.UNSPECIFIED),
    SOLITARY_HCC(
            "solitaryHcc",
            (advice, chart) -> chart.kind() == DiseaseKind.HEPATOCELLULAR_CARCINOMA
                    && chart.lesions().count().equals(CountRange.exactly(1))),
    NO_SURGERY(
            "noSurgery", (advice, chart) -> isWithheld(advice, RecommendationId.RESECTION) || cannotHaveSurgery(chart)),
    RECOMMENDED("recommended", (advice, chart) -> leads(advice, Status.RECOMMENDED)),
    CONDITIONAL("conditional", (advice, chart) -> leads(advice, Status.CONDITIONAL)),
    INFO("info", (advice, chart) -> leads(advice, Status.INFO)),
    /** An ordered treatment whose criterion is not met; chosen by the order, not by the patient. */
    NOT_MET("notMet", (advice, chart) -> false),
    /** An ordered treatment whose criterion may be met. */
    OPEN("open", (advice, chart) -> false),
    /** Whatever the circumstances. */
    DEFAULT("default", (advice, chart) -> true);

    private final String code;
    private final BiPredicate<Advice, LiverChart> applies;

    Variant(String code, BiPredicate<Advice, LiverChart> applies) {
        this.code = code;
        this.applies = applies;
    }

    boolean applies(Advice advice, LiverChart chart) {
        return applies.test(advice, chart);
    }

    static Variant of(Status status) {
        return named(status.code()).orElseThrow();
    }

    static Optional<Variant> named(String code) {
        return Arrays.stream(values())
                .filter(variant -> variant.code.equals(code))
                .findFirst();
    }

    static Set<String> codes() {
        return Arrays.stream(values()).map(variant -> variant.code).collect(Collectors.toUnmodifiableSet());
    }

    String code() {
        return code;
    }

    private static boolean has(Advice advice, CautionId id) {
        return advice.cautions().stream().anyMatch(caution -> caution.id() == id);
    }

    private static boolean isWithheld(Advice advice, RecommendationId id) {
        return advice.withheld().stream().anyMatch(withheld -> withheld.id() == id);
    }

    private static boolean leads(Advice advice, Status status) {
        return advice.recommendations().get(0).status() == status;
    }

    private static boolean cannotHaveSurgery(LiverChart chart) {
        return chart.resectable().decide(Truth::of) == Truth.NOT_MET
                || chart.fit().decide(Truth::of) == Truth.NOT_MET
                || chart.childPugh().test(ChildPugh.C::equals) == Truth.MET;
    }
}
