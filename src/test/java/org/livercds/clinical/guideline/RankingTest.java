package org.livercds.clinical.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.clinical.guideline.RecommendationId.ABLATION;
import static org.livercds.clinical.guideline.RecommendationId.CLINICAL_TRIAL;
import static org.livercds.clinical.guideline.RecommendationId.COMBINED_RESECTION_AND_ABLATION;
import static org.livercds.clinical.guideline.RecommendationId.DIAGNOSTIC_WORKUP;
import static org.livercds.clinical.guideline.RecommendationId.EMBOLIZATION;
import static org.livercds.clinical.guideline.RecommendationId.IRREVERSIBLE_ELECTROPORATION;
import static org.livercds.clinical.guideline.RecommendationId.MULTIDISCIPLINARY_REVIEW;
import static org.livercds.clinical.guideline.RecommendationId.PALLIATIVE_CARE;
import static org.livercds.clinical.guideline.RecommendationId.RADIATION;
import static org.livercds.clinical.guideline.RecommendationId.RADIOEMBOLIZATION;
import static org.livercds.clinical.guideline.RecommendationId.RECURRENCE;
import static org.livercds.clinical.guideline.RecommendationId.REMNANT_AUGMENTATION;
import static org.livercds.clinical.guideline.RecommendationId.RESECTION;
import static org.livercds.clinical.guideline.RecommendationId.SURVEILLANCE;
import static org.livercds.clinical.guideline.RecommendationId.SYSTEMIC_THERAPY;
import static org.livercds.clinical.guideline.RecommendationId.SYSTEMIC_THERAPY_FIRST;
import static org.livercds.clinical.guideline.RecommendationId.TRANSPLANT;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patient;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Judgement.NO;
import static org.livercds.clinical.patient.Judgement.YES;
import static org.livercds.clinical.patient.Problem.Kind.CIRRHOSIS;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOCELLULAR_CARCINOMA;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_CANCER_HISTORY;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;
import static org.livercds.clinical.patient.Problem.Kind.UNSPECIFIED_LIVER_CANCER;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.PortalVein;
import org.livercds.clinical.patient.SizeRange;

class RankingTest {

    @Test
    void recurrent_primary_cancer() {
        assertFirst(recurrent(), RECURRENCE, ABLATION, TRANSPLANT, CLINICAL_TRIAL);
    }

    @Test
    void primary_cancer_with_spread() {
        assertFirst(primary().extrahepatic(YES), SYSTEMIC_THERAPY, RADIATION, CLINICAL_TRIAL);
    }

    @Test
    void primary_cancer_in_the_main_or_an_unspecified_portal_vein() {
        RecommendationId[] order = {SYSTEMIC_THERAPY, EMBOLIZATION, RADIATION, CLINICAL_TRIAL};
        assertFirst(primary().portalVein(PortalVein.MAIN), order);
        assertFirst(primary().portalVein(PortalVein.UNSPECIFIED), order);
    }

    @Test
    void primary_cancer_in_a_branch_of_the_portal_vein_is_as_any_other() {
        assertFirst(primary().resectable(NO).portalVein(PortalVein.BRANCH), ABLATION, EMBOLIZATION);
    }

    @Test
    void primary_or_unspecified_cancer_below_one_centimetre() {
        RecommendationId[] order = {SURVEILLANCE, ABLATION, RESECTION, TRANSPLANT};
        assertFirst(patientWith(HEPATOCELLULAR_CARCINOMA).lesion("a", mm("9.9")), order);
        assertFirst(patientWith(UNSPECIFIED_LIVER_CANCER).lesion("a", mm("9.9")), order);
        assertFirst(patientWith(HEPATOCELLULAR_CARCINOMA).lesion("a", mm("10.0")), ABLATION);
    }

    @Test
    void unspecified_cancer_otherwise() {
        assertFirst(patientWith(UNSPECIFIED_LIVER_CANCER).lesion("a", mm("20")), ABLATION, EMBOLIZATION, SURVEILLANCE);
    }

    @Test
    void primary_cancer_with_child_pugh_c() {
        assertFirst(primary().childPugh(ChildPugh.C), TRANSPLANT, PALLIATIVE_CARE, ABLATION);
    }

    @Test
    void primary_cancer_otherwise() {
        assertFirst(
                primary().resectable(NO),
                ABLATION,
                EMBOLIZATION,
                RESECTION,
                TRANSPLANT,
                SYSTEMIC_THERAPY,
                RADIATION,
                CLINICAL_TRIAL);
    }

    @Test
    void primary_cancer_of_unknown_resectability_goes_to_the_surgeon_before_embolization() {
        assertFirst(primary(), ABLATION, RESECTION, EMBOLIZATION, TRANSPLANT, SYSTEMIC_THERAPY, RADIATION);
    }

    @Test
    void metastases_with_spread_that_cannot_be_treated() {
        RecommendationId[] order = {SYSTEMIC_THERAPY_FIRST, CLINICAL_TRIAL, ABLATION};
        assertFirst(spread().reading(FactKey.EXTRAHEPATIC_TREATABLE, NO), order);
        assertFirst(spread().resectable(NO), order);
    }

    @Test
    void metastases_with_spread_that_can_or_may_be_treated_are_as_any_other() {
        assertFirst(spread().resectable(NO).reading(FactKey.EXTRAHEPATIC_TREATABLE, YES), ABLATION);
        assertFirst(spread().resectable(YES), ABLATION);
        assertFirst(spread(), ABLATION);
    }

    @Test
    void metastases_otherwise() {
        assertFirst(
                metastases(mm("20")),
                ABLATION,
                IRREVERSIBLE_ELECTROPORATION,
                RESECTION,
                RADIOEMBOLIZATION,
                SYSTEMIC_THERAPY_FIRST,
                COMBINED_RESECTION_AND_ABLATION,
                REMNANT_AUGMENTATION);
    }

    @Test
    void at_risk_and_history() {
        assertFirst(patientWith(CIRRHOSIS).lesion("a", mm("8")), DIAGNOSTIC_WORKUP, SURVEILLANCE, ABLATION);
        assertFirst(patientWith(LIVER_CANCER_HISTORY).lesion("a", mm("8")), DIAGNOSTIC_WORKUP, SURVEILLANCE);
    }

    @Test
    void the_first_situation_that_matches_decides() {
        assertFirst(recurrent().extrahepatic(YES), RECURRENCE);
        assertFirst(primary().portalVein(PortalVein.MAIN).extrahepatic(YES), SYSTEMIC_THERAPY, RADIATION);
        assertFirst(primary().portalVein(PortalVein.MAIN).childPugh(ChildPugh.C), SYSTEMIC_THERAPY);
    }

    @Test
    void what_the_situation_does_not_name_follows_in_the_order_of_the_table() {
        assertEquals(
                List.of(
                        RECURRENCE,
                        ABLATION,
                        TRANSPLANT,
                        CLINICAL_TRIAL,
                        SURVEILLANCE,
                        DIAGNOSTIC_WORKUP,
                        IRREVERSIBLE_ELECTROPORATION,
                        EMBOLIZATION,
                        RADIOEMBOLIZATION,
                        RESECTION,
                        COMBINED_RESECTION_AND_ABLATION,
                        REMNANT_AUGMENTATION,
                        SYSTEMIC_THERAPY,
                        SYSTEMIC_THERAPY_FIRST,
                        RADIATION,
                        PALLIATIVE_CARE),
                order(recurrent()));
    }

    @Test
    void an_unmeasured_tumour_goes_to_the_surgeon_before_ablation() {
        assertFirst(
                metastases(mm("20")).unmeasuredLesion("b"),
                RESECTION,
                ABLATION,
                IRREVERSIBLE_ELECTROPORATION,
                RADIOEMBOLIZATION);
        assertFirst(primary().resectable(NO).unmeasuredLesion("b"), EMBOLIZATION, RESECTION, ABLATION);
    }

    @Test
    void a_tumour_known_to_be_too_large_is_not_unmeasured() {
        assertFirst(metastases(mm("40")).unmeasuredLesion("b"), ABLATION);
    }

    @Test
    void the_firmest_leads_and_the_situation_orders_equals() {
        List<Recommendation> offered = List.of(
                offer(CLINICAL_TRIAL, Status.INFO),
                offer(RADIOEMBOLIZATION, Status.CONDITIONAL),
                offer(ABLATION, Status.CONDITIONAL),
                offer(RESECTION, Status.RECOMMENDED));
        assertEquals(
                List.of(RESECTION, ABLATION, RADIOEMBOLIZATION, CLINICAL_TRIAL),
                ids(Ranking.rank(offered, metastases(mm("20")).chart())));
    }

    @Test
    void below_one_centimetre_surveillance_leads_even_when_only_conditional() {
        List<Recommendation> offered =
                List.of(offer(ABLATION, Status.RECOMMENDED), offer(SURVEILLANCE, Status.CONDITIONAL));
        ChartBuilder small = patientWith(HEPATOCELLULAR_CARCINOMA).lesion("a", mm("8"));
        assertEquals(List.of(SURVEILLANCE, ABLATION), ids(Ranking.rank(offered, small.chart())));
        assertEquals(
                List.of(ABLATION, SURVEILLANCE),
                ids(Ranking.rank(offered, primary().chart())));
    }

    private static void assertFirst(ChartBuilder chart, RecommendationId... first) {
        assertEquals(List.of(first), order(chart).subList(0, first.length));
    }

    /** Of all recommendations, equally firm. */
    private static List<RecommendationId> order(ChartBuilder chart) {
        List<Recommendation> all = Stream.of(RecommendationId.values())
                .filter(id -> id != MULTIDISCIPLINARY_REVIEW)
                .map(id -> offer(id, Status.CONDITIONAL))
                .toList();
        return ids(Ranking.rank(all, chart.chart()));
    }

    private static List<RecommendationId> ids(List<Recommendation> ranked) {
        return ranked.stream().map(Recommendation::id).toList();
    }

    private static Recommendation offer(RecommendationId id, Status status) {
        return new Recommendation(id, status, List.of(), List.of(), List.of(), List.of());
    }

    private static ChartBuilder recurrent() {
        return patient().recurrent(HEPATOCELLULAR_CARCINOMA).lesion("a", mm("20"));
    }

    private static ChartBuilder primary() {
        return patientWith(HEPATOCELLULAR_CARCINOMA).lesion("a", mm("20"));
    }

    private static ChartBuilder spread() {
        return metastases(mm("20")).extrahepatic(YES);
    }

    private static ChartBuilder metastases(SizeRange size) {
        return patientWith(LIVER_METASTASES).lesion("a", size);
    }
}
