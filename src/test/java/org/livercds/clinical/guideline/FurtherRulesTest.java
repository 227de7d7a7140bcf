package org.livercds.clinical.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.guideline.Advised.assertAbsent;
import static org.livercds.clinical.guideline.Advised.assertConditional;
import static org.livercds.clinical.guideline.Advised.assertInfo;
import static org.livercds.clinical.guideline.Advised.assertRecommended;
import static org.livercds.clinical.guideline.RecommendationId.CLINICAL_TRIAL;
import static org.livercds.clinical.guideline.RecommendationId.COMBINED_RESECTION_AND_ABLATION;
import static org.livercds.clinical.guideline.RecommendationId.IRREVERSIBLE_ELECTROPORATION;
import static org.livercds.clinical.guideline.RecommendationId.MULTIDISCIPLINARY_REVIEW;
import static org.livercds.clinical.guideline.RecommendationId.PALLIATIVE_CARE;
import static org.livercds.clinical.guideline.RecommendationId.RADIATION;
import static org.livercds.clinical.guideline.RecommendationId.RECURRENCE;
import static org.livercds.clinical.guideline.RecommendationId.REMNANT_AUGMENTATION;
import static org.livercds.clinical.guideline.RecommendationId.RESECTION;
import static org.livercds.clinical.guideline.RecommendationId.SYSTEMIC_THERAPY;
import static org.livercds.clinical.guideline.RecommendationId.SYSTEMIC_THERAPY_FIRST;
import static org.livercds.clinical.guideline.RecommendationId.TRANSPLANT;
import static org.livercds.clinical.patient.ChartBuilder.SCAN;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Judgement.NO;
import static org.livercds.clinical.patient.Judgement.UNDETERMINED;
import static org.livercds.clinical.patient.Judgement.YES;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.clinical.patient.Bleeding;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.Drug;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.NumberRange;
import org.livercds.clinical.patient.PortalVein;
import org.livercds.clinical.patient.Problem;
import org.livercds.clinical.patient.Treatment;

/** The rules beyond surveillance, diagnosis, ablation and embolization, clause by clause. */
class FurtherRulesTest {

    @Test
    void electroporation_is_ablation_near_a_duct_or_vessel() {
        assertRecommended(IRREVERSIBLE_ELECTROPORATION, small().reading(FactKey.NEAR_DUCT_OR_VESSEL, YES));
        assertRecommended(IRREVERSIBLE_ELECTROPORATION, small().reading(FactKey.LESION_NEAR_DUCT_OR_VESSEL, YES));
        assertConditional(
                IRREVERSIBLE_ELECTROPORATION,
                metastases().lesion("a", mm("20")).reading(FactKey.NEAR_DUCT_OR_VESSEL, YES));
        assertAbsent(IRREVERSIBLE_ELECTROPORATION, small());
        assertAbsent(IRREVERSIBLE_ELECTROPORATION, small().reading(FactKey.NEAR_DUCT_OR_VESSEL, NO));
        assertAbsent(
                IRREVERSIBLE_ELECTROPORATION,
                metastases().lesion("a", mm("30")).count(1).reading(FactKey.NEAR_DUCT_OR_VESSEL, YES));
        assertAbsent(
                IRREVERSIBLE_ELECTROPORATION,
                hcc().lesion("a", mm("20")).count(1).reading(FactKey.NEAR_DUCT_OR_VESSEL, YES));
    }

    @Test
    void two_words_of_one_day_on_a_duct_do_not_make_it_near() {
        ChartBuilder chart = small().reading(FactKey.NEAR_DUCT_OR_VESSEL, YES).reading(FactKey.NEAR_DUCT_OR_VESSEL, NO);
        assertAbsent(IRREVERSIBLE_ELECTROPORATION, chart);
        assertTrue(Advised.on(chart).cautions().contains(CautionId.CONFLICT));
    }

    @Test
    void one_lesion_near_a_duct_is_enough_whatever_is_said_of_others() {
        ChartBuilder chart = small().reading(FactKey.LESION_NEAR_DUCT_OR_VESSEL, NO)
                .reading(FactKey.LESION_NEAR_DUCT_OR_VESSEL, YES);
        assertRecommended(IRREVERSIBLE_ELECTROPORATION, chart);
    }

    @Test
    void resection_needs_a_judgement_no_untreatable_spread_and_a_patient_not_unfit() {
        assertRecommended(RESECTION, hcc().resectable(YES).extrahepatic(NO));
        assertRecommended(RESECTION, metastases().resectable(YES).extrahepatic(NO));
        assertConditional(RESECTION, hcc().extrahepatic(NO));
        assertConditional(RESECTION, hcc().resectable(UNDETERMINED).extrahepatic(NO));
        assertConditional(RESECTION, hcc().resectable(YES));
        assertAbsent(RESECTION, hcc().resectable(NO).extrahepatic(NO));
        assertAbsent(RESECTION, hcc().resectable(YES).extrahepatic(NO).fit(NO));
        assertRecommended(RESECTION, hcc().resectable(YES).extrahepatic(NO).fit(UNDETERMINED));
        assertAbsent(RESECTION, hcc().resectable(YES).extrahepatic(NO).childPugh(ChildPugh.C));
        assertRecommended(RESECTION, hcc().resectable(YES).extrahepatic(NO).childPugh(ChildPugh.B));
        assertAbsent(RESECTION, hcc().resectable(YES).extrahepatic(YES));
    }

    @ParameterizedTest
    @CsvSource({"MAIN, false", "BRANCH, true", "UNSPECIFIED, true", "NONE, true"})
    void only_the_trunk_of_the_portal_vein_forbids_resection(PortalVein place, boolean offered) {
        ChartBuilder chart = hcc().resectable(YES).extrahepatic(NO).portalVein(place);
        assertEquals(offered, Advised.on(chart).status(RESECTION).isPresent());
    }

    @Test
    void for_metastases_spread_has_to_be_treatable() {
        ChartBuilder chart = metastases().resectable(YES).extrahepatic(YES);
        assertConditional(RESECTION, chart);
        assertRecommended(
                RESECTION, metastases().resectable(YES).extrahepatic(YES).reading(FactKey.EXTRAHEPATIC_TREATABLE, YES));
        assertAbsent(
                RESECTION, metastases().resectable(YES).extrahepatic(YES).reading(FactKey.EXTRAHEPATIC_TREATABLE, NO));
    }

    @Test
    void surgery_together_with_ablation_is_for_both_sides() {
        assertRecommended(COMBINED_RESECTION_AND_ABLATION, bilobar().resectable(YES));
        assertRecommended(COMBINED_RESECTION_AND_ABLATION, bilobar().resectable(NO));
        assertConditional(COMBINED_RESECTION_AND_ABLATION, bilobar());
        assertAbsent(COMBINED_RESECTION_AND_ABLATION, metastases().resectable(YES));
        assertAbsent(
                COMBINED_RESECTION_AND_ABLATION, metastases().resectable(YES).reading(FactKey.BILOBAR, NO));
        assertAbsent(COMBINED_RESECTION_AND_ABLATION, bilobar().resectable(YES).fit(NO));
        assertAbsent(COMBINED_RESECTION_AND_ABLATION, bilobar().resectable(YES).childPugh(ChildPugh.C));
        assertAbsent(COMBINED_RESECTION_AND_ABLATION, bilobar().resectable(YES).extrahepatic(YES));
        assertRecommended(
                COMBINED_RESECTION_AND_ABLATION,
                bilobar().resectable(YES).extrahepatic(YES).reading(FactKey.EXTRAHEPATIC_TREATABLE, YES));
        assertAbsent(
                COMBINED_RESECTION_AND_ABLATION,
                hcc().reading(FactKey.BILOBAR, YES).resectable(YES));
    }

    @Test
    void a_larger_remnant_is_sought_where_it_is_judged_too_small() {
        assertRecommended(REMNANT_AUGMENTATION, hcc().reading(FactKey.REMNANT_ADEQUATE, NO));
        assertRecommended(REMNANT_AUGMENTATION, metastases().reading(FactKey.REMNANT_ADEQUATE, NO));
        assertAbsent(REMNANT_AUGMENTATION, hcc());
        assertAbsent(REMNANT_AUGMENTATION, hcc().reading(FactKey.REMNANT_ADEQUATE, YES));
        assertAbsent(
                REMNANT_AUGMENTATION,
                hcc().reading(FactKey.REMNANT_ADEQUATE, NO).resectable(NO));
        assertAbsent(
                REMNANT_AUGMENTATION,
                hcc().reading(FactKey.REMNANT_ADEQUATE, NO).childPugh(ChildPugh.C));
        assertAbsent(
                REMNANT_AUGMENTATION,
                hcc().reading(FactKey.REMNANT_ADEQUATE, NO).extrahepatic(YES));
        assertAbsent(
                REMNANT_AUGMENTATION,
                metastases().reading(FactKey.REMNANT_ADEQUATE, NO).extrahepatic(YES));
    }

    @Test
    void transplant_is_for_cirrhosis_and_the_liver_only() {
        assertConditional(TRANSPLANT, cirrhotic().extrahepatic(NO));
        assertConditional(TRANSPLANT, cirrhotic());
        assertRecommended(TRANSPLANT, cirrhotic().extrahepatic(NO).reading(FactKey.TRANSPLANT_CANDIDATE, YES));
        assertAbsent(TRANSPLANT, cirrhotic().extrahepatic(NO).reading(FactKey.TRANSPLANT_CANDIDATE, NO));
        assertAbsent(TRANSPLANT, cirrhotic().extrahepatic(YES));
        assertAbsent(TRANSPLANT, hcc().extrahepatic(NO));
        assertAbsent(TRANSPLANT, cirrhotic().extrahepatic(NO).portalVein(PortalVein.BRANCH));
        assertAbsent(TRANSPLANT, cirrhotic().extrahepatic(NO).with(Problem.Kind.TRANSPLANTED_LIVER));
        assertAbsent(TRANSPLANT, cirrhotic().extrahepatic(NO).treated(Treatment.Kind.TRANSPLANT, SCAN.minusDays(900)));
        assertAbsent(
                TRANSPLANT,
                patientWith(Problem.Kind.LIVER_METASTASES, Problem.Kind.CIRRHOSIS)
                        .aged(60));
    }

    @Test
    void advanced_primary_cancer_leads_to_systemic_therapy_and_radiation() {
        for (RecommendationId id : List.of(SYSTEMIC_THERAPY, RADIATION)) {
            assertRecommended(id, hcc().extrahepatic(YES));
            assertRecommended(id, hcc().portalVein(PortalVein.BRANCH));
            assertRecommended(id, hcc().portalVein(PortalVein.UNSPECIFIED));
            assertAbsent(id, hcc());
            assertAbsent(id, hcc().extrahepatic(NO).portalVein(PortalVein.NONE));
            assertAbsent(id, metastases().extrahepatic(YES));
        }
    }

    @Test
    void systemic_therapy_comes_first_where_spread_cannot_be_treated() {
        assertRecommended(
                SYSTEMIC_THERAPY_FIRST, metastases().extrahepatic(YES).reading(FactKey.EXTRAHEPATIC_TREATABLE, NO));
        assertRecommended(SYSTEMIC_THERAPY_FIRST, metastases().extrahepatic(YES).resectable(NO));
        assertAbsent(SYSTEMIC_THERAPY_FIRST, metastases().extrahepatic(YES));
        assertAbsent(
                SYSTEMIC_THERAPY_FIRST,
                metastases()
                        .extrahepatic(YES)
                        .reading(FactKey.EXTRAHEPATIC_TREATABLE, YES)
                        .resectable(NO));
        assertConditional(SYSTEMIC_THERAPY_FIRST, metastases().extrahepatic(NO).resectable(NO));
        assertConditional(SYSTEMIC_THERAPY_FIRST, metastases().resectable(NO));
        assertAbsent(SYSTEMIC_THERAPY_FIRST, metastases().extrahepatic(NO));
        assertAbsent(SYSTEMIC_THERAPY_FIRST, metastases().extrahepatic(NO).resectable(YES));
        assertAbsent(SYSTEMIC_THERAPY_FIRST, hcc().extrahepatic(YES).resectable(NO));
    }

    @Test
    void recurrence_is_coded_or_a_lesion_after_a_curative_treatment() {
        assertRecommended(
                RECURRENCE,
                patientWith().recurrent(Problem.Kind.HEPATOCELLULAR_CARCINOMA).aged(60));
        assertConditional(
                RECURRENCE,
                hcc().treated(Treatment.Kind.RESECTION, SCAN.minusDays(900)).lesion("a", mm("20")));
        assertAbsent(RECURRENCE, hcc().lesion("a", mm("20")));
        assertAbsent(
                RECURRENCE,
                patientWith().recurrent(Problem.Kind.LIVER_METASTASES).aged(60));
    }

    @Test
    void palliative_care_is_for_failing_liver_function_without_a_transplant() {
        assertRecommended(PALLIATIVE_CARE, hcc().childPugh(ChildPugh.C));
        assertAbsent(PALLIATIVE_CARE, cirrhotic().extrahepatic(NO).childPugh(ChildPugh.C));
        assertRecommended(PALLIATIVE_CARE, cirrhotic().extrahepatic(YES).childPugh(ChildPugh.C));
        assertAbsent(PALLIATIVE_CARE, hcc().childPugh(ChildPugh.B));
        assertAbsent(PALLIATIVE_CARE, hcc());
        assertAbsent(PALLIATIVE_CARE, metastases().childPugh(ChildPugh.C));
    }

    @Test
    void a_trial_is_a_hint_and_never_keeps_the_team_from_the_first_place() {
        assertInfo(CLINICAL_TRIAL, hcc().extrahepatic(YES));
        assertInfo(CLINICAL_TRIAL, hcc().portalVein(PortalVein.MAIN));
        assertInfo(
                CLINICAL_TRIAL,
                patientWith().recurrent(Problem.Kind.HEPATOCELLULAR_CARCINOMA).aged(60));
        assertInfo(CLINICAL_TRIAL, metastases().extrahepatic(YES));
        assertAbsent(CLINICAL_TRIAL, hcc());
        assertAbsent(CLINICAL_TRIAL, metastases().portalVein(PortalVein.MAIN));
        ChartBuilder nothingElse =
                metastases().extrahepatic(YES).resectable(YES).fit(NO);
        assertEquals(
                List.of(MULTIDISCIPLINARY_REVIEW, CLINICAL_TRIAL),
                Advised.on(nothingElse).order());
    }

    @Test
    void the_remnant_is_asked_for_before_a_recommended_resection_of_primary_cancer() {
        ChartBuilder chart = hcc().resectable(YES).extrahepatic(NO);
        assertTrue(Advised.on(chart).missing().contains(MissingId.REMNANT));
        assertFalse(Advised.on(chart.reading(FactKey.REMNANT_ADEQUATE, YES))
                .missing()
                .contains(MissingId.REMNANT));
        assertFalse(Advised.on(hcc().extrahepatic(NO)).missing().contains(MissingId.REMNANT));
        assertFalse(Advised.on(metastases().resectable(YES).extrahepatic(NO))
                .missing()
                .contains(MissingId.REMNANT));
    }

    @ParameterizedTest
    @CsvSource({"1.79, false", "1.8, false", "1.81, true"})
    void the_inr_limit_is_strict(String inr, boolean concern) {
        assertEquals(concern, bleeds(hcc().reading(FactKey.INR, NumberRange.exactly(new BigDecimal(inr)))));
    }

    @ParameterizedTest
    @CsvSource({"49.9, true", "50, false", "50.1, false"})
    void the_platelet_limit_is_strict(String platelets, boolean concern) {
        assertEquals(concern, bleeds(hcc().reading(FactKey.PLATELETS, NumberRange.exactly(new BigDecimal(platelets)))));
    }

    @Test
    void bounds_that_leave_it_open_and_old_values_are_no_concern() {
        assertFalse(bleeds(hcc()));
        assertFalse(bleeds(hcc().reading(FactKey.PLATELETS, NumberRange.upTo(new BigDecimal("60"), true))));
        assertTrue(bleeds(hcc().reading(FactKey.PLATELETS, NumberRange.upTo(new BigDecimal("50"), true))));
        assertFalse(bleeds(hcc().reading(FactKey.INR, NumberRange.exactly(new BigDecimal("3")), SCAN.minusDays(200))));
        assertTrue(bleeds(hcc().takes(Drug.Kind.ANTICOAGULANT, true)));
        assertTrue(bleeds(hcc().takes(Drug.Kind.ANTICOAGULANT, false)));
        assertFalse(bleeds(hcc().takes(Drug.Kind.SYSTEMIC_THERAPY, true)));
    }

    @Test
    void the_limits_of_bleeding_are_above_nothing() {
        org.junit.jupiter.api.Assertions.assertThrows(
                IllegalArgumentException.class, () -> new Bleeding(BigDecimal.ZERO, BigDecimal.ONE));
        org.junit.jupiter.api.Assertions.assertThrows(
                IllegalArgumentException.class, () -> new Bleeding(BigDecimal.ONE, BigDecimal.ZERO));
    }

    @Test
    void what_lies_behind_the_cancer_is_a_caution() {
        assertTrue(Advised.on(hcc().with(Problem.Kind.PORTAL_HYPERTENSION))
                .cautions()
                .contains(CautionId.PORTAL_HYPERTENSION));
        assertFalse(Advised.on(hcc().with(Problem.Kind.PORTAL_HYPERTENSION, Problem.State.SUSPECTED))
                .cautions()
                .contains(CautionId.PORTAL_HYPERTENSION));
        assertTrue(Advised.on(hcc().contrastAllergy()).cautions().contains(CautionId.CONTRAST_ALLERGY));
        assertTrue(Advised.on(hcc().reading(FactKey.NEAR_DUCT_OR_VESSEL, YES))
                .cautions()
                .contains(CautionId.NEAR_DUCT_OR_VESSEL));
        assertEquals(
                java.util.Set.of(),
                Advised.on(hcc().reading(FactKey.NEAR_DUCT_OR_VESSEL, NO)).cautions());
    }

    @ParameterizedTest
    @EnumSource(
            value = RecommendationId.class,
            names = {"SYSTEMIC_THERAPY", "RADIATION"})
    void drugs_and_radiation_ask_for_a_pregnancy(RecommendationId id) {
        Advised advised = Advised.on(
                patientWith(Problem.Kind.HEPATOCELLULAR_CARCINOMA).woman(40).extrahepatic(YES));
        assertTrue(advised.status(id).isPresent());
        assertTrue(advised.advice().pregnancyOpen());
    }

    private static boolean bleeds(ChartBuilder chart) {
        return Advised.on(chart).cautions().contains(CautionId.BLEEDING);
    }

    private static ChartBuilder hcc() {
        return patientWith(Problem.Kind.HEPATOCELLULAR_CARCINOMA).aged(60);
    }

    private static ChartBuilder cirrhotic() {
        return hcc().with(Problem.Kind.CIRRHOSIS);
    }

    private static ChartBuilder metastases() {
        return patientWith(Problem.Kind.LIVER_METASTASES).aged(60);
    }

    private static ChartBuilder bilobar() {
        return metastases().reading(FactKey.BILOBAR, YES);
    }

    private static ChartBuilder small() {
        return metastases().lesion("a", mm("20")).count(1).extrahepatic(NO);
    }
}
