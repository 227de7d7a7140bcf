package org.livercds.clinical.guideline;

import static org.livercds.clinical.guideline.Advised.assertAbsent;
import static org.livercds.clinical.guideline.Advised.assertConditional;
import static org.livercds.clinical.guideline.Advised.assertRecommended;
import static org.livercds.clinical.guideline.RecommendationId.ABLATION;
import static org.livercds.clinical.patient.ChartBuilder.SCAN;
import static org.livercds.clinical.patient.ChartBuilder.TODAY;
import static org.livercds.clinical.patient.ChartBuilder.lessThan;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Judgement.NO;
import static org.livercds.clinical.patient.Judgement.UNDETERMINED;
import static org.livercds.clinical.patient.Judgement.YES;
import static org.livercds.clinical.patient.Problem.Kind.EXTRAHEPATIC_METASTASES;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOCELLULAR_CARCINOMA;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;
import static org.livercds.clinical.patient.Problem.Kind.UNSPECIFIED_LIVER_CANCER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.PortalVein;
import org.livercds.clinical.patient.Problem;
import org.livercds.clinical.patient.Treatment;

class AblationRuleTest {

    @ParameterizedTest
    @EnumSource(
            value = Problem.Kind.class,
            names = {"LIVER_METASTASES", "HEPATOCELLULAR_CARCINOMA", "PRIMARY_LIVER_CANCER"})
    void is_recommended_for_three_each_below_three_centimetres(Problem.Kind condition) {
        assertRecommended(ABLATION, lesions(patientWith(condition), "29.9", "10", "10"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Problem.Kind.class,
            names = {"CIRRHOSIS", "MALIGNANCY", "LIVER_CANCER_HISTORY"})
    void is_for_known_liver_cancer_only(Problem.Kind condition) {
        assertAbsent(ABLATION, lesions(patientWith(condition), "20"));
    }

    @Test
    void an_unspecified_kind_and_a_conflict_of_kinds_are_conditional() {
        assertConditional(ABLATION, lesions(patientWith(UNSPECIFIED_LIVER_CANCER), "20"));
        assertConditional(ABLATION, lesions(patientWith(LIVER_METASTASES, HEPATOCELLULAR_CARCINOMA), "20"));
    }

    @Test
    void four_lesions_are_too_many() {
        assertRecommended(ABLATION, lesions(metastases(), "10", "10"));
        assertAbsent(ABLATION, lesions(metastases(), "10", "10", "10", "10"));
        assertAbsent(ABLATION, lesions(metastases(), "10").count(4));
        assertAbsent(ABLATION, lesions(metastases(), "10").innumerable());
    }

    @Test
    void thirty_millimetres_are_too_large() {
        assertAbsent(ABLATION, lesions(metastases(), "30.0"));
        assertAbsent(ABLATION, lesions(metastases(), "30.1"));
        assertAbsent(ABLATION, lesions(metastases(), "10", "30.0"));
    }

    @Test
    void an_open_count_is_conditional_until_it_exceeds_three() {
        assertConditional(ABLATION, metastases().lesion("a", mm("20")));
        ChartBuilder four = metastases()
                .lesion("a", mm("20"))
                .lesion("b", mm("20"))
                .lesion("c", mm("20"))
                .lesion("d", mm("20"));
        assertAbsent(ABLATION, four);
    }

    @Test
    void an_unknown_size_is_conditional() {
        assertConditional(ABLATION, lesions(metastases(), "20").unmeasuredLesion("b"));
        assertConditional(ABLATION, lesions(metastases(), "20").count(2));
        assertConditional(ABLATION, metastases().lesion("a", lessThan("31")).listComplete());
        assertConditional(ABLATION, metastases().count(2));
    }

    @Test
    void a_lesion_treated_since_is_conditional() {
        assertConditional(ABLATION, lesions(metastases(), "20").treated(Treatment.Kind.ABLATION, SCAN.plusDays(1)));
    }

    @Test
    void without_a_live_lesion_there_is_nothing_to_ablate() {
        assertAbsent(ABLATION, metastases());
        assertAbsent(ABLATION, lesions(metastases(), "0"));
    }

    @Test
    void a_judgement_that_it_is_not_feasible_rules_it_out_and_no_other() {
        assertAbsent(ABLATION, lesions(metastases(), "20").ablationFeasible(NO));
        assertRecommended(ABLATION, lesions(metastases(), "20").ablationFeasible(YES));
        assertRecommended(ABLATION, lesions(metastases(), "20").ablationFeasible(UNDETERMINED));
        assertAbsent(ABLATION, lesions(metastases(), "40").ablationFeasible(YES));
    }

    @Test
    void unknown_spread_and_liver_function_do_not_lower_it() {
        ChartBuilder nothingElse = lesions(primary(), "20");
        assertRecommended(ABLATION, nothingElse);
    }

    @Test
    void spread_of_primary_cancer_rules_it_out() {
        assertAbsent(ABLATION, lesions(primary(), "20").extrahepatic(YES));
        assertAbsent(ABLATION, lesions(primary(), "20").reading(FactKey.DISTANT_METASTASIS, YES));
    }

    @Test
    void spread_of_metastases_is_conditional() {
        assertConditional(ABLATION, lesions(metastases(), "20").with(EXTRAHEPATIC_METASTASES));
        assertRecommended(ABLATION, lesions(metastases(), "20").reading(FactKey.DISTANT_METASTASIS, YES));
    }

    @Test
    void contradictory_spread_is_conditional_in_primary_cancer_only() {
        assertConditional(ABLATION, lesions(primary(), "20").extrahepatic(NO).with(EXTRAHEPATIC_METASTASES));
        assertRecommended(ABLATION, lesions(metastases(), "20").extrahepatic(NO).with(EXTRAHEPATIC_METASTASES));
    }

    @ParameterizedTest
    @EnumSource(PortalVein.class)
    void invasion_of_the_portal_vein_is_conditional(PortalVein place) {
        ChartBuilder chart = lesions(primary(), "20").portalVein(place);
        if (place == PortalVein.NONE) {
            assertRecommended(ABLATION, chart);
        } else {
            assertConditional(ABLATION, chart);
        }
    }

    @Test
    void child_pugh_c_is_conditional_and_b_is_not() {
        assertConditional(ABLATION, lesions(primary(), "20").childPugh(ChildPugh.C));
        assertConditional(ABLATION, lesions(metastases(), "20").childPugh(ChildPugh.C));
        assertRecommended(ABLATION, lesions(primary(), "20").childPugh(ChildPugh.B));
    }

    @Test
    void ninety_days_are_current_and_ninety_one_are_conditional() {
        assertRecommended(ABLATION, measured(90));
        assertConditional(ABLATION, measured(91));
    }

    private static ChartBuilder measured(int daysAgo) {
        return metastases().lesion("a", mm("20"), TODAY.minusDays(daysAgo)).listComplete();
    }

    private static ChartBuilder lesions(ChartBuilder chart, String... sizes) {
        for (String size : sizes) {
            chart.lesion("lesion-" + chart.entries().measurements().size(), mm(size));
        }
        return chart.listComplete();
    }

    private static ChartBuilder metastases() {
        return patientWith(LIVER_METASTASES);
    }

    private static ChartBuilder primary() {
        return patientWith(HEPATOCELLULAR_CARCINOMA);
    }
}
