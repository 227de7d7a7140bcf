package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.TODAY;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Judgement.NO;
import static org.livercds.clinical.patient.Judgement.YES;
import static org.livercds.clinical.patient.Problem.Kind.EXTRAHEPATIC_METASTASES;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOCELLULAR_CARCINOMA;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_CANCER_SPREAD;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;
import static org.livercds.clinical.patient.Problem.Kind.UNSPECIFIED_LIVER_CANCER;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Fact.Reason;

class SpreadTest {

    private static final Optional<Boolean> SPREAD = Optional.of(true);
    private static final Optional<Boolean> LIVER_ONLY = Optional.of(false);

    @Test
    void the_absence_of_a_code_says_nothing() {
        assertTrue(spread(primary()).isUnknownBecause(Reason.NOT_RECORDED));
    }

    @Test
    void a_secondary_site_is_spread() {
        assertEquals(SPREAD, spread(primary().with(EXTRAHEPATIC_METASTASES)).value());
        assertEquals(SPREAD, spread(primary().with(LIVER_CANCER_SPREAD)).value());
    }

    @Test
    void a_suspected_or_past_secondary_site_is_none() {
        assertEquals(
                Optional.empty(),
                spread(primary().with(EXTRAHEPATIC_METASTASES, Problem.State.SUSPECTED))
                        .value());
        assertEquals(
                Optional.empty(),
                spread(primary().with(LIVER_CANCER_SPREAD, Problem.State.HISTORY))
                        .value());
    }

    @Test
    void the_finding_says_present_or_absent() {
        assertEquals(SPREAD, spread(primary().extrahepatic(YES)).value());
        assertEquals(LIVER_ONLY, spread(primary().extrahepatic(NO)).value());
    }

    @Test
    void for_primary_cancer_the_m_category_counts() {
        assertEquals(
                SPREAD,
                spread(primary().reading(FactKey.DISTANT_METASTASIS, YES)).value());
        assertEquals(
                LIVER_ONLY,
                spread(primary().reading(FactKey.DISTANT_METASTASIS, NO)).value());
    }

    @Test
    void for_metastases_the_m_category_says_nothing() {
        assertEquals(
                Optional.empty(),
                spread(metastases().reading(FactKey.DISTANT_METASTASIS, YES)).value());
        assertEquals(
                Optional.empty(),
                spread(metastases().reading(FactKey.DISTANT_METASTASIS, NO)).value());
    }

    @Test
    void for_an_unspecified_kind_the_m_category_says_nothing() {
        assertEquals(
                Optional.empty(),
                spread(patientWith(UNSPECIFIED_LIVER_CANCER).reading(FactKey.DISTANT_METASTASIS, NO))
                        .value());
    }

    @Test
    void for_metastases_the_finding_and_the_sites_count() {
        assertEquals(LIVER_ONLY, spread(metastases().extrahepatic(NO)).value());
        assertEquals(SPREAD, spread(metastases().with(EXTRAHEPATIC_METASTASES)).value());
    }

    @Test
    void a_site_beside_the_finding_absent_is_a_contradiction() {
        Fact<Boolean> fact = spread(primary().with(EXTRAHEPATIC_METASTASES).extrahepatic(NO));
        assertTrue(fact.isUnknownBecause(Reason.CONFLICTING));
        assertEquals(2, fact.evidence().size());
    }

    @Test
    void m0_beside_the_finding_present_is_a_contradiction() {
        assertTrue(spread(primary().extrahepatic(YES).reading(FactKey.DISTANT_METASTASIS, NO))
                .isUnknownBecause(Reason.CONFLICTING));
    }

    @Test
    void m0_beside_the_finding_present_is_none_for_metastases() {
        assertEquals(
                SPREAD,
                spread(metastases().extrahepatic(YES).reading(FactKey.DISTANT_METASTASIS, NO))
                        .value());
    }

    @Test
    void two_findings_of_one_day_contradict_each_other_once() {
        Fact<Boolean> fact = spread(primary().extrahepatic(YES).extrahepatic(NO));
        assertTrue(fact.isUnknownBecause(Reason.CONFLICTING));
        assertEquals(2, fact.evidence().size());
    }

    @Test
    void two_findings_of_one_day_are_not_settled_by_a_site_or_an_m_category() {
        ChartBuilder contradictory = primary().extrahepatic(YES).extrahepatic(NO);
        assertTrue(spread(contradictory.reading(FactKey.DISTANT_METASTASIS, NO)).isUnknownBecause(Reason.CONFLICTING));
        Fact<Boolean> fact =
                spread(primary().with(EXTRAHEPATIC_METASTASES).extrahepatic(YES).extrahepatic(NO));
        assertTrue(fact.isUnknownBecause(Reason.CONFLICTING));
        assertEquals(3, fact.evidence().size());
    }

    @Test
    void a_finding_out_of_date_is_unknown_for_that_reason() {
        assertTrue(spread(primary().reading(FactKey.EXTRAHEPATIC, NO, TODAY.minusDays(91)))
                .isUnknownBecause(Reason.OUT_OF_DATE));
    }

    @Test
    void an_m_category_out_of_date_is_unknown_for_that_reason() {
        assertTrue(spread(primary().reading(FactKey.DISTANT_METASTASIS, NO, TODAY.minusDays(91)))
                .isUnknownBecause(Reason.OUT_OF_DATE));
    }

    @Test
    void unread_conditions_may_hold_a_site() {
        Fact<Boolean> fact = spread(primary().extrahepatic(NO).unread(ChartPart.CONDITIONS));
        assertTrue(fact.isUnknownBecause(Reason.INCOMPLETE));
        assertEquals(1, fact.evidence().size());
    }

    @Test
    void unread_conditions_do_not_unsay_a_site() {
        assertEquals(
                SPREAD,
                spread(primary().extrahepatic(YES).unread(ChartPart.CONDITIONS)).value());
    }

    private static Fact<Boolean> spread(ChartBuilder chart) {
        return chart.chart().spread();
    }

    private static ChartBuilder primary() {
        return patientWith(HEPATOCELLULAR_CARCINOMA);
    }

    private static ChartBuilder metastases() {
        return patientWith(LIVER_METASTASES);
    }
}
