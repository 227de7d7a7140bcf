package org.livercds.clinical.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.patient.DiseaseKind;

/** Names that others remember: they do not change. */
class GuidelineIdsTest {

    @Test
    void the_topics_are_frozen() {
        assertEquals(
                List.of(
                        "surveillance",
                        "diagnosticWorkup",
                        "ablation",
                        "irreversibleElectroporation",
                        "embolization",
                        "radioembolization",
                        "resection",
                        "combinedResectionAndAblation",
                        "remnantAugmentation",
                        "transplant",
                        "systemicTherapy",
                        "systemicTherapyFirst",
                        "radiation",
                        "recurrence",
                        "palliativeCare",
                        "clinicalTrial",
                        "multidisciplinaryReview"),
                Stream.of(RecommendationId.values())
                        .map(RecommendationId::topic)
                        .toList());
    }

    @Test
    void the_rules_stand_in_the_order_of_the_table() {
        assertEquals(
                List.of(
                        "R-SURV",
                        "R-DX",
                        "R-ABL",
                        "R-IRE",
                        "R-EMB",
                        "R-SIRT",
                        "R-SURG",
                        "R-COMB",
                        "R-FLR",
                        "R-TX",
                        "R-SYS",
                        "R-SYS1ST",
                        "R-RT",
                        "R-REC",
                        "R-PALL",
                        "R-TRIAL",
                        "R-MDT"),
                Stream.of(RecommendationId.values()).map(RecommendationId::rule).toList());
    }

    @Test
    void the_data_asked_for() {
        List<String> codes = Stream.of(MissingId.values()).map(MissingId::code).toList();
        assertTrue(codes.containsAll(List.of(
                "M-SIZE", "M-COUNT", "M-CONTEXT", "M-KIND", "M-SPREAD", "M-RESECT", "M-LIVERFN", "M-CHEMO", "M-AGE")));
    }

    @Test
    void the_statuses() {
        assertEquals(
                List.of("recommended", "conditional", "info"),
                Stream.of(Status.values()).map(Status::code).toList());
    }

    @Test
    void the_reasons_for_silence() {
        assertEquals(
                Set.of("noLiverDisease", "benignOnly", "deceased", "historyOnly"),
                Set.copyOf(Stream.of(Silence.values()).map(Silence::code).toList()));
    }

    @Test
    void the_kinds_of_disease() {
        assertEquals(
                Set.of(
                        "hepatocellularCarcinoma",
                        "primaryLiverCancer",
                        "liverMetastases",
                        "unspecified",
                        "cholangiocarcinoma",
                        "sarcoma",
                        "pediatric",
                        "suspected",
                        "otherCancerWithLiverLesion",
                        "history",
                        "atRisk",
                        "conflict",
                        "none"),
                Set.copyOf(
                        Stream.of(DiseaseKind.values()).map(DiseaseKind::code).toList()));
    }

    @Test
    void the_guideline_can_give_its_own_rules_and_the_team() {
        assertTrue(LiverCancerGuideline.recommendations()
                .keySet()
                .containsAll(Set.of(
                        RecommendationId.SURVEILLANCE,
                        RecommendationId.DIAGNOSTIC_WORKUP,
                        RecommendationId.ABLATION,
                        RecommendationId.EMBOLIZATION,
                        RecommendationId.RADIOEMBOLIZATION,
                        RecommendationId.MULTIDISCIPLINARY_REVIEW)));
    }

    @Test
    void how_firm_a_rule_can_be() {
        Map<RecommendationId, Set<Status>> statuses = LiverCancerGuideline.recommendations();
        assertEquals(Set.of(Status.RECOMMENDED, Status.CONDITIONAL), statuses.get(RecommendationId.ABLATION));
        assertEquals(Set.of(Status.values()), statuses.get(RecommendationId.DIAGNOSTIC_WORKUP));
        assertEquals(Set.of(Status.INFO), statuses.get(RecommendationId.CLINICAL_TRIAL));
        assertEquals(Set.of(Status.INFO), statuses.get(RecommendationId.MULTIDISCIPLINARY_REVIEW));
    }
}
