package org.livercds.clinical.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.guideline.CautionId.BILIRUBIN;
import static org.livercds.clinical.guideline.CautionId.CHILD_PUGH_B;
import static org.livercds.clinical.guideline.CautionId.CHILD_PUGH_C;
import static org.livercds.clinical.guideline.CautionId.CONFIRMED;
import static org.livercds.clinical.guideline.CautionId.CONFLICT;
import static org.livercds.clinical.guideline.CautionId.EXACTLY_1_CM;
import static org.livercds.clinical.guideline.CautionId.EXACTLY_3_CM;
import static org.livercds.clinical.guideline.CautionId.HISTORY;
import static org.livercds.clinical.guideline.CautionId.MACROVASCULAR_INVASION;
import static org.livercds.clinical.guideline.CautionId.STALE;
import static org.livercds.clinical.guideline.CautionId.TREATED_SINCE;
import static org.livercds.clinical.patient.ChartBuilder.SCAN;
import static org.livercds.clinical.patient.ChartBuilder.TODAY;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Detection.INCIDENTAL;
import static org.livercds.clinical.patient.Judgement.NO;
import static org.livercds.clinical.patient.Problem.Kind.CIRRHOSIS;
import static org.livercds.clinical.patient.Problem.Kind.EXTRAHEPATIC_METASTASES;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOCELLULAR_CARCINOMA;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_CANCER_HISTORY;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;
import static org.livercds.clinical.patient.Problem.Kind.MALIGNANCY;
import static org.livercds.clinical.patient.Treatment.Kind.ABLATION;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.PortalVein;

class CautionsTest {

    @Test
    void a_plain_chart_has_none() {
        assertEquals(Set.of(), cautions(metastases("20").extrahepatic(NO)));
    }

    @Test
    void exactly_one_centimetre() {
        assertFalse(has(EXACTLY_1_CM, metastases("9.9")));
        assertTrue(has(EXACTLY_1_CM, metastases("10.0")));
        assertFalse(has(EXACTLY_1_CM, metastases("10.1")));
        assertFalse(has(EXACTLY_1_CM, metastases("10").lesion("b", mm("12"))));
    }

    @Test
    void exactly_three_centimetres() {
        assertFalse(has(EXACTLY_3_CM, metastases("29.9")));
        assertTrue(has(EXACTLY_3_CM, metastases("30.0")));
        assertFalse(has(EXACTLY_3_CM, metastases("30.1")));
        assertFalse(has(EXACTLY_3_CM, metastases("30").lesion("b", mm("31"))));
    }

    @Test
    void three_centimetres_do_not_matter_among_four_and_one_centimetre_does() {
        assertFalse(has(EXACTLY_3_CM, metastases("30").count(4)));
        assertTrue(has(EXACTLY_3_CM, metastases("30").count(3)));
        assertTrue(has(EXACTLY_1_CM, metastases("10").count(4)));
    }

    @Test
    void a_history_of_liver_cancer() {
        assertTrue(has(HISTORY, patientWith(LIVER_CANCER_HISTORY).lesion("a", mm("20"))));
        assertFalse(has(HISTORY, patientWith(LIVER_CANCER_HISTORY, CIRRHOSIS, LIVER_METASTASES)));
    }

    @Test
    void measurements_out_of_date() {
        assertFalse(has(STALE, patientWith(LIVER_METASTASES).lesion("a", mm("20"), TODAY.minusDays(90))));
        assertTrue(has(STALE, patientWith(LIVER_METASTASES).lesion("a", mm("20"), TODAY.minusDays(91))));
    }

    @Test
    void a_lesion_beside_another_cancer_is_out_of_date_like_active_cancer() {
        assertTrue(has(STALE, patientWith(MALIGNANCY).lesion("a", mm("20"), TODAY.minusDays(91))));
    }

    @Test
    void a_lesion_treated_since_its_measurement() {
        assertTrue(has(TREATED_SINCE, metastases("20").treated(ABLATION, SCAN)));
        assertFalse(has(TREATED_SINCE, metastases("20").treated(ABLATION, SCAN.minusDays(1))));
    }

    @Test
    void a_contradiction() {
        assertTrue(has(CONFLICT, metastases("20").extrahepatic(NO).with(EXTRAHEPATIC_METASTASES)));
        assertTrue(has(CONFLICT, metastases("20").with(HEPATOCELLULAR_CARCINOMA)));
        assertTrue(has(CONFLICT, metastases("20").lesion("a", mm("25.1"))));
    }

    @Test
    void child_pugh_b_and_c() {
        assertEquals(Set.of(), cautions(metastases("20").childPugh(ChildPugh.A)));
        assertEquals(Set.of(CHILD_PUGH_B), cautions(metastases("20").childPugh(ChildPugh.B)));
        assertEquals(Set.of(CHILD_PUGH_C), cautions(metastases("20").childPugh(ChildPugh.C)));
    }

    @Test
    void bilirubin_above_two() {
        assertFalse(has(BILIRUBIN, metastases("20").bilirubin("2.0")));
        assertTrue(has(BILIRUBIN, metastases("20").bilirubin("2.1")));
    }

    @ParameterizedTest
    @EnumSource(PortalVein.class)
    void invasion_of_the_portal_vein(PortalVein place) {
        assertEquals(
                place != PortalVein.NONE,
                has(MACROVASCULAR_INVASION, metastases("20").portalVein(place)));
    }

    @Test
    void surveillance_of_a_confirmed_primary_cancer() {
        assertTrue(has(CONFIRMED, patientWith(HEPATOCELLULAR_CARCINOMA).lesion("a", mm("8"))));
        assertFalse(has(CONFIRMED, patientWith(HEPATOCELLULAR_CARCINOMA).lesion("a", mm("10"))));
        assertFalse(has(CONFIRMED, patientWith(CIRRHOSIS).lesion("a", mm("8"))));
    }

    @Test
    void the_facts_alone_decide_whatever_the_kind_and_the_options() {
        ChartBuilder atRisk = patientWith(CIRRHOSIS)
                .lesion("a", mm("30"))
                .found(INCIDENTAL)
                .childPugh(ChildPugh.C)
                .bilirubin("4")
                .portalVein(PortalVein.BRANCH);
        assertEquals(Set.of(EXACTLY_3_CM, CHILD_PUGH_C, BILIRUBIN, MACROVASCULAR_INVASION), cautions(atRisk));
    }

    @Test
    void a_caution_shows_the_entries_behind_it() {
        Caution stale = Advised.on(patientWith(LIVER_METASTASES)
                        .lesion("old", mm("20"), TODAY.minusDays(91))
                        .lesion("new", mm("20")))
                .advice()
                .cautions()
                .get(0);
        assertEquals(STALE, stale.id());
        assertEquals(1, stale.evidence().size());
    }

    @ParameterizedTest
    @EnumSource(CautionId.class)
    void liver_failure_invasion_treatment_conflict_pregnancy_and_stale_sizes_warn(CautionId id) {
        Set<String> warning = Set.of("K-LIVER", "K-PVT", "K-TREATED", "K-CONFLICT", "K-PREG", "K-STALE");
        assertEquals(warning.contains(id.code()), id.isWarning());
    }

    private static boolean has(CautionId id, ChartBuilder chart) {
        return cautions(chart).contains(id);
    }

    private static Set<CautionId> cautions(ChartBuilder chart) {
        return Advised.on(chart).cautions();
    }

    private static ChartBuilder metastases(String millimetres) {
        return patientWith(LIVER_METASTASES).lesion("a", mm(millimetres));
    }
}
