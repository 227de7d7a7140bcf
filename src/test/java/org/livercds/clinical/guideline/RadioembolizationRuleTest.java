package org.livercds.clinical.guideline;

import static org.livercds.clinical.guideline.Advised.assertAbsent;
import static org.livercds.clinical.guideline.Advised.assertConditional;
import static org.livercds.clinical.guideline.Advised.assertRecommended;
import static org.livercds.clinical.guideline.RecommendationId.RADIOEMBOLIZATION;
import static org.livercds.clinical.patient.ChartBuilder.TODAY;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Judgement.NO;
import static org.livercds.clinical.patient.Judgement.UNDETERMINED;
import static org.livercds.clinical.patient.Judgement.YES;
import static org.livercds.clinical.patient.Problem.Kind.EXTRAHEPATIC_METASTASES;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.Problem;

class RadioembolizationRuleTest {

    @Test
    void is_recommended_for_metastases_in_the_liver_only_that_surgery_cannot_remove() {
        assertRecommended(RADIOEMBOLIZATION, unresectable().extrahepatic(NO));
    }

    @ParameterizedTest
    @EnumSource(
            value = Problem.Kind.class,
            names = {"HEPATOCELLULAR_CARCINOMA", "UNSPECIFIED_LIVER_CANCER", "CIRRHOSIS"})
    void is_for_metastases_only(Problem.Kind condition) {
        assertAbsent(
                RADIOEMBOLIZATION,
                patientWith(condition).lesion("a", mm("50")).resectable(NO).extrahepatic(NO));
    }

    @Test
    void resectable_metastases_rule_it_out_even_in_a_patient_unfit_for_surgery() {
        assertAbsent(RADIOEMBOLIZATION, metastases().extrahepatic(NO).resectable(YES));
        assertAbsent(
                RADIOEMBOLIZATION, metastases().extrahepatic(NO).resectable(YES).fit(NO));
    }

    @Test
    void unjudged_resectability_rules_it_out_unless_the_patient_is_unfit() {
        assertAbsent(RADIOEMBOLIZATION, metastases().extrahepatic(NO));
        assertAbsent(RADIOEMBOLIZATION, metastases().extrahepatic(NO).fit(YES));
        assertAbsent(RADIOEMBOLIZATION, metastases().extrahepatic(NO).reading(FactKey.ECOG, 2));
        assertConditional(RADIOEMBOLIZATION, metastases().extrahepatic(NO).fit(NO));
        assertConditional(RADIOEMBOLIZATION, metastases().extrahepatic(NO).reading(FactKey.ECOG, 3));
    }

    @Test
    void an_undetermined_resectability_is_unjudged() {
        assertAbsent(RADIOEMBOLIZATION, metastases().extrahepatic(NO).resectable(UNDETERMINED));
        assertConditional(
                RADIOEMBOLIZATION,
                metastases().extrahepatic(NO).resectable(UNDETERMINED).fit(NO));
    }

    @Test
    void spread_rules_it_out_and_unknown_spread_is_conditional() {
        assertAbsent(RADIOEMBOLIZATION, unresectable().with(EXTRAHEPATIC_METASTASES));
        assertConditional(RADIOEMBOLIZATION, unresectable());
    }

    @Test
    void contradictory_spread_is_conditional() {
        assertConditional(RADIOEMBOLIZATION, unresectable().extrahepatic(NO).with(EXTRAHEPATIC_METASTASES));
    }

    @Test
    void m0_does_not_say_liver_only() {
        assertConditional(RADIOEMBOLIZATION, unresectable().reading(FactKey.DISTANT_METASTASIS, NO));
    }

    @Test
    void child_pugh_c_rules_it_out_and_unknown_does_not_matter() {
        assertAbsent(RADIOEMBOLIZATION, unresectable().extrahepatic(NO).childPugh(ChildPugh.C));
        assertRecommended(RADIOEMBOLIZATION, unresectable().extrahepatic(NO).childPugh(ChildPugh.B));
    }

    @Test
    void bilirubin_above_two_is_conditional() {
        assertRecommended(RADIOEMBOLIZATION, unresectable().extrahepatic(NO).bilirubin("2.0"));
        assertConditional(RADIOEMBOLIZATION, unresectable().extrahepatic(NO).bilirubin("2.1"));
    }

    @Test
    void the_response_to_chemotherapy_is_not_required() {
        assertRecommended(RADIOEMBOLIZATION, unresectable().extrahepatic(NO).reading(FactKey.REFRACTORY, NO));
    }

    @Test
    void measurements_out_of_date_are_conditional() {
        assertConditional(
                RADIOEMBOLIZATION,
                patientWith(LIVER_METASTASES)
                        .lesion("a", mm("50"), TODAY.minusDays(91))
                        .resectable(NO)
                        .extrahepatic(NO));
    }

    private static ChartBuilder unresectable() {
        return metastases().resectable(NO);
    }

    private static ChartBuilder metastases() {
        return patientWith(LIVER_METASTASES).lesion("a", mm("50")).listComplete();
    }
}
