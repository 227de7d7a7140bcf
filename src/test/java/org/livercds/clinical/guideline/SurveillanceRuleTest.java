package org.livercds.clinical.guideline;

import static org.livercds.clinical.guideline.Advised.assertAbsent;
import static org.livercds.clinical.guideline.Advised.assertConditional;
import static org.livercds.clinical.guideline.Advised.assertRecommended;
import static org.livercds.clinical.guideline.RecommendationId.SURVEILLANCE;
import static org.livercds.clinical.patient.ChartBuilder.SCAN;
import static org.livercds.clinical.patient.ChartBuilder.TODAY;
import static org.livercds.clinical.patient.ChartBuilder.lessThan;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patient;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Detection.SCREENING;
import static org.livercds.clinical.patient.Judgement.YES;
import static org.livercds.clinical.patient.Problem.Kind.CIRRHOSIS;
import static org.livercds.clinical.patient.Problem.Kind.EXTRAHEPATIC_METASTASES;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOCELLULAR_CARCINOMA;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_CANCER_HISTORY;
import static org.livercds.clinical.patient.Problem.Kind.PRIMARY_LIVER_CANCER;
import static org.livercds.clinical.patient.Problem.Kind.UNSPECIFIED_LIVER_CANCER;
import static org.livercds.clinical.patient.Treatment.Kind.ABLATION;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.Detection;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.Judgement;
import org.livercds.clinical.patient.LiRads;
import org.livercds.clinical.patient.PortalVein;
import org.livercds.clinical.patient.Problem;
import org.livercds.clinical.patient.SizeRange;

class SurveillanceRuleTest {

    @ParameterizedTest
    @EnumSource(
            value = Problem.Kind.class,
            names = {"CIRRHOSIS", "VIRAL_HEPATITIS", "HEPATOCELLULAR_CARCINOMA", "PRIMARY_LIVER_CANCER"})
    void is_recommended_below_one_centimetre_found_in_screening_and_counted(Problem.Kind condition) {
        assertRecommended(SURVEILLANCE, found(patientWith(condition), mm("9.9")));
    }

    @Test
    void a_history_of_liver_cancer_and_an_unspecified_kind_are_conditional() {
        assertConditional(SURVEILLANCE, found(patientWith(LIVER_CANCER_HISTORY), mm("9.9")));
        assertConditional(SURVEILLANCE, found(patientWith(UNSPECIFIED_LIVER_CANCER), mm("9.9")));
    }

    @ParameterizedTest
    @EnumSource(
            value = Problem.Kind.class,
            names = {"LIVER_METASTASES", "MALIGNANCY"})
    void metastases_and_a_lesion_beside_another_cancer_are_never_watched(Problem.Kind condition) {
        assertAbsent(SURVEILLANCE, found(patientWith(condition), mm("5")));
    }

    @Test
    void a_suspected_cancer_and_a_conflict_of_kinds_are_never_watched() {
        assertAbsent(SURVEILLANCE, found(patient().with(HEPATOCELLULAR_CARCINOMA, Problem.State.SUSPECTED), mm("5")));
        assertAbsent(
                SURVEILLANCE, found(patientWith(HEPATOCELLULAR_CARCINOMA, Problem.Kind.LIVER_METASTASES), mm("5")));
    }

    @Test
    void ten_millimetres_are_not_below_one_centimetre() {
        assertAbsent(SURVEILLANCE, atRisk(mm("10.0")));
        assertAbsent(SURVEILLANCE, atRisk(mm("10.1")));
    }

    @Test
    void less_than_ten_is_and_less_than_eleven_may_not_be() {
        assertRecommended(SURVEILLANCE, atRisk(lessThan("10")));
        assertAbsent(SURVEILLANCE, atRisk(lessThan("11")));
    }

    @Test
    void every_lesion_must_be_below() {
        assertRecommended(SURVEILLANCE, atRisk(mm("8")).lesion("b", mm("9")));
        assertAbsent(SURVEILLANCE, atRisk(mm("8")).lesion("b", mm("14")));
    }

    @Test
    void an_unmeasured_lesion_is_not_small() {
        assertAbsent(SURVEILLANCE, atRisk(mm("8")).unmeasuredLesion("b"));
        assertAbsent(SURVEILLANCE, atRisk(mm("8")).count(2));
    }

    @Test
    void a_treated_lesion_is_not_small() {
        assertAbsent(SURVEILLANCE, atRisk(mm("8")).treated(ABLATION, SCAN));
    }

    @Test
    void a_resolved_lesion_is_not_small() {
        assertAbsent(SURVEILLANCE, primary(mm("0")));
    }

    @Test
    void any_number_of_lesions_may_be_watched() {
        assertRecommended(
                SURVEILLANCE,
                atRisk(mm("8")).lesion("b", mm("5")).lesion("c", mm("5")).lesion("d", mm("5")));
    }

    @Test
    void an_unknown_way_of_detection_is_conditional() {
        assertConditional(SURVEILLANCE, atRisk(mm("8")).without(FactKey.DETECTION));
    }

    @Test
    void an_ultrasound_category_is_screening() {
        assertRecommended(
                SURVEILLANCE, atRisk(mm("8")).without(FactKey.DETECTION).reading(FactKey.LI_RADS, LiRads.US_2));
    }

    @ParameterizedTest
    @EnumSource(value = Detection.class, names = "SCREENING", mode = EnumSource.Mode.EXCLUDE)
    void another_way_of_detection_rules_it_out(Detection detection) {
        assertAbsent(SURVEILLANCE, atRisk(mm("8")).without(FactKey.DETECTION).found(detection));
        assertAbsent(SURVEILLANCE, primary(mm("8")).without(FactKey.DETECTION).found(detection));
    }

    @Test
    void an_open_count_is_conditional() {
        assertConditional(SURVEILLANCE, atRisk(mm("8")).without(FactKey.LESION_LIST_COMPLETE));
    }

    @Test
    void a_recurrence_known_or_possible_rules_it_out() {
        assertAbsent(SURVEILLANCE, found(patient().recurrent(PRIMARY_LIVER_CANCER), mm("8")));
        assertAbsent(SURVEILLANCE, primary(mm("8")).treated(ABLATION, SCAN.minusDays(1)));
        assertAbsent(SURVEILLANCE, atRisk(mm("8")).treated(ABLATION, SCAN.minusDays(1)));
    }

    @Test
    void spread_rules_it_out_in_primary_and_unspecified_cancer() {
        assertAbsent(SURVEILLANCE, primary(mm("8")).extrahepatic(YES));
        assertAbsent(SURVEILLANCE, found(patientWith(UNSPECIFIED_LIVER_CANCER, EXTRAHEPATIC_METASTASES), mm("8")));
    }

    @Test
    void contradictory_spread_does_not_rule_it_out() {
        assertRecommended(SURVEILLANCE, primary(mm("8")).extrahepatic(YES).extrahepatic(Judgement.NO));
    }

    @ParameterizedTest
    @EnumSource(value = PortalVein.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void invasion_of_the_portal_vein_rules_it_out_in_primary_and_unspecified_cancer(PortalVein place) {
        assertAbsent(SURVEILLANCE, primary(mm("8")).portalVein(place));
        assertAbsent(
                SURVEILLANCE,
                found(patientWith(UNSPECIFIED_LIVER_CANCER), mm("8")).portalVein(place));
    }

    @Test
    void spread_and_invasion_findings_do_not_rule_it_out_in_an_at_risk_liver() {
        assertRecommended(SURVEILLANCE, atRisk(mm("8")).extrahepatic(YES).portalVein(PortalVein.MAIN));
    }

    @Test
    void in_an_at_risk_liver_hundred_and_eighty_days_are_current_and_one_more_is_conditional() {
        assertRecommended(SURVEILLANCE, measured(CIRRHOSIS, 180));
        assertConditional(SURVEILLANCE, measured(CIRRHOSIS, 181));
    }

    @Test
    void in_primary_cancer_ninety_days_are_current_and_one_more_is_conditional() {
        assertRecommended(SURVEILLANCE, measured(HEPATOCELLULAR_CARCINOMA, 90));
        assertConditional(SURVEILLANCE, measured(HEPATOCELLULAR_CARCINOMA, 91));
    }

    private static ChartBuilder measured(Problem.Kind condition, int daysAgo) {
        return patientWith(condition)
                .lesion("a", mm("8"), TODAY.minusDays(daysAgo))
                .listComplete()
                .found(SCREENING);
    }

    private static ChartBuilder atRisk(SizeRange size) {
        return found(patientWith(CIRRHOSIS), size);
    }

    private static ChartBuilder primary(SizeRange size) {
        return found(patientWith(HEPATOCELLULAR_CARCINOMA), size);
    }

    private static ChartBuilder found(ChartBuilder chart, SizeRange size) {
        return chart.lesion("a", size).listComplete().found(SCREENING);
    }
}
