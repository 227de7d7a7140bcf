package org.livercds.clinical.guideline;

import static org.livercds.clinical.guideline.Advised.assertAbsent;
import static org.livercds.clinical.guideline.Advised.assertConditional;
import static org.livercds.clinical.guideline.Advised.assertRecommended;
import static org.livercds.clinical.guideline.RecommendationId.EMBOLIZATION;
import static org.livercds.clinical.patient.ChartBuilder.TODAY;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Judgement.NO;
import static org.livercds.clinical.patient.Judgement.YES;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOCELLULAR_CARCINOMA;
import static org.livercds.clinical.patient.Problem.Kind.PORTAL_VEIN_THROMBOSIS;
import static org.livercds.clinical.patient.Problem.Kind.UNSPECIFIED_LIVER_CANCER;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.NumberRange;
import org.livercds.clinical.patient.PortalVein;
import org.livercds.clinical.patient.Problem;

class EmbolizationRuleTest {

    @ParameterizedTest
    @EnumSource(
            value = Problem.Kind.class,
            names = {"HEPATOCELLULAR_CARCINOMA", "PRIMARY_LIVER_CANCER"})
    void is_recommended_where_surgery_and_ablation_are_impossible_and_the_cancer_is_in_the_liver_only(
            Problem.Kind condition) {
        assertRecommended(EMBOLIZATION, embolizable(patientWith(condition)));
    }

    @Test
    void an_unspecified_kind_is_conditional() {
        assertConditional(EMBOLIZATION, embolizable(patientWith(UNSPECIFIED_LIVER_CANCER)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Problem.Kind.class,
            names = {"LIVER_METASTASES", "CIRRHOSIS", "LIVER_CANCER_HISTORY"})
    void is_for_primary_and_unspecified_cancer_only(Problem.Kind condition) {
        assertAbsent(EMBOLIZATION, embolizable(patientWith(condition)));
    }

    @Test
    void a_patient_unfit_for_surgery_cannot_have_it_however_resectable_the_tumour() {
        assertRecommended(
                EMBOLIZATION, hcc().without(FactKey.RESECTABLE).resectable(YES).fit(NO));
        assertRecommended(EMBOLIZATION, hcc().without(FactKey.RESECTABLE).reading(FactKey.ECOG, 3));
    }

    @Test
    void a_tumour_that_surgery_can_remove_rules_it_out() {
        assertAbsent(
                EMBOLIZATION, hcc().without(FactKey.RESECTABLE).resectable(YES).fit(YES));
    }

    @Test
    void a_resectable_tumour_in_a_patient_of_unknown_fitness_leaves_it_open() {
        assertConditional(EMBOLIZATION, hcc().without(FactKey.RESECTABLE).resectable(YES));
    }

    @Test
    void unknown_resectability_is_conditional() {
        assertConditional(EMBOLIZATION, hcc().without(FactKey.RESECTABLE));
    }

    @Test
    void a_tumour_within_the_ablation_criterion_rules_it_out() {
        assertAbsent(EMBOLIZATION, hcc("29.9"));
        assertRecommended(EMBOLIZATION, hcc("30.1"));
    }

    @Test
    void four_small_tumours_are_too_many_to_ablate() {
        assertRecommended(EMBOLIZATION, hcc("20").count(4));
        assertAbsent(EMBOLIZATION, hcc("20").lesion("b", mm("20")).lesion("c", mm("20")));
    }

    @Test
    void a_small_tumour_that_cannot_be_ablated_is_embolized() {
        assertRecommended(EMBOLIZATION, hcc("20").ablationFeasible(NO));
        assertAbsent(EMBOLIZATION, hcc("20").ablationFeasible(YES));
    }

    @Test
    void unknown_sizes_are_conditional() {
        assertConditional(EMBOLIZATION, hcc("20").unmeasuredLesion("b"));
        assertConditional(EMBOLIZATION, hcc("20").without(FactKey.LESION_LIST_COMPLETE));
    }

    @Test
    void at_exactly_three_centimetres_it_is_conditional() {
        assertConditional(EMBOLIZATION, hcc("30.0"));
        assertConditional(EMBOLIZATION, hcc("30.0").ablationFeasible(YES));
        assertConditional(EMBOLIZATION, hcc("30.0").ablationFeasible(NO));
    }

    @Test
    void four_of_which_the_largest_has_three_centimetres_are_no_boundary() {
        assertRecommended(EMBOLIZATION, hcc("30.0").count(4));
    }

    @Test
    void spread_rules_it_out_and_unknown_spread_is_conditional() {
        assertAbsent(EMBOLIZATION, hcc().without(FactKey.EXTRAHEPATIC).extrahepatic(YES));
        assertConditional(EMBOLIZATION, hcc().without(FactKey.EXTRAHEPATIC));
        assertRecommended(EMBOLIZATION, hcc().without(FactKey.EXTRAHEPATIC).reading(FactKey.DISTANT_METASTASIS, NO));
    }

    @Test
    void one_established_part_is_enough_for_an_if() {
        assertConditional(EMBOLIZATION, patientWith(HEPATOCELLULAR_CARCINOMA).resectable(NO));
        assertConditional(EMBOLIZATION, patientWith(HEPATOCELLULAR_CARCINOMA).extrahepatic(NO));
        assertConditional(EMBOLIZATION, patientWith(HEPATOCELLULAR_CARCINOMA).lesion("a", mm("50")));
    }

    @Test
    void without_any_established_part_it_is_absent() {
        assertAbsent(EMBOLIZATION, patientWith(HEPATOCELLULAR_CARCINOMA));
        assertAbsent(EMBOLIZATION, patientWith(HEPATOCELLULAR_CARCINOMA).unmeasuredLesion("a"));
    }

    @Test
    void child_pugh_c_rules_it_out_and_unknown_is_conditional() {
        assertAbsent(EMBOLIZATION, hcc().without(FactKey.CHILD_PUGH).childPugh(ChildPugh.C));
        assertConditional(EMBOLIZATION, hcc().without(FactKey.CHILD_PUGH));
        assertRecommended(EMBOLIZATION, hcc().without(FactKey.CHILD_PUGH).childPugh(ChildPugh.B));
    }

    @Test
    void bilirubin_above_three_is_conditional() {
        assertRecommended(EMBOLIZATION, hcc().bilirubin("3.0"));
        assertConditional(EMBOLIZATION, hcc().bilirubin("3.1"));
        assertConditional(EMBOLIZATION, hcc().reading(FactKey.BILIRUBIN, NumberRange.from(new BigDecimal("3"), true)));
    }

    @ParameterizedTest
    @EnumSource(
            value = PortalVein.class,
            names = {"MAIN", "UNSPECIFIED"})
    void the_main_or_an_unspecified_portal_vein_is_conditional(PortalVein place) {
        assertConditional(EMBOLIZATION, hcc().portalVein(place));
    }

    @Test
    void a_branch_of_the_portal_vein_is_not() {
        assertRecommended(EMBOLIZATION, hcc().portalVein(PortalVein.BRANCH));
    }

    @Test
    void a_portal_vein_thrombosis_is_conditional() {
        assertConditional(EMBOLIZATION, hcc().with(PORTAL_VEIN_THROMBOSIS));
    }

    @Test
    void measurements_out_of_date_are_conditional() {
        assertConditional(
                EMBOLIZATION,
                patientWith(HEPATOCELLULAR_CARCINOMA)
                        .lesion("a", mm("50"), TODAY.minusDays(91))
                        .resectable(NO)
                        .extrahepatic(NO)
                        .childPugh(ChildPugh.A));
    }

    private static ChartBuilder hcc() {
        return hcc("50");
    }

    private static ChartBuilder hcc(String millimetres) {
        return embolizable(patientWith(HEPATOCELLULAR_CARCINOMA), millimetres);
    }

    private static ChartBuilder embolizable(ChartBuilder chart) {
        return embolizable(chart, "50");
    }

    private static ChartBuilder embolizable(ChartBuilder chart, String millimetres) {
        return chart.lesion("a", mm(millimetres))
                .listComplete()
                .resectable(NO)
                .extrahepatic(NO)
                .childPugh(ChildPugh.A);
    }
}
