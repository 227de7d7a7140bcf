package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.TODAY;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Judgement.NO;
import static org.livercds.clinical.patient.Judgement.UNDETERMINED;
import static org.livercds.clinical.patient.Judgement.YES;
import static org.livercds.clinical.patient.Problem.Kind.CIRRHOSIS;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Fact.Reason;

class FactsTest {

    @Test
    void a_judgement_is_yes_or_no() {
        assertEquals(Optional.of(true), judged(metastases().resectable(YES)));
        assertEquals(Optional.of(false), judged(metastases().resectable(NO)));
    }

    @Test
    void undetermined_is_as_if_not_recorded() {
        assertTrue(facts(metastases().resectable(UNDETERMINED))
                .judged(FactKey.RESECTABLE)
                .isUnknownBecause(Reason.NOT_RECORDED));
    }

    @Test
    void in_active_cancer_a_fact_holds_ninety_days() {
        assertEquals(Optional.of(true), judged(metastases().reading(FactKey.RESECTABLE, YES, TODAY.minusDays(90))));
        assertTrue(facts(metastases().reading(FactKey.RESECTABLE, YES, TODAY.minusDays(91)))
                .judged(FactKey.RESECTABLE)
                .isUnknownBecause(Reason.OUT_OF_DATE));
    }

    @Test
    void in_an_at_risk_liver_a_fact_holds_hundred_and_eighty_days() {
        assertEquals(Optional.of(Detection.SCREENING), detection(180).value());
        assertTrue(detection(181).isUnknownBecause(Reason.OUT_OF_DATE));
    }

    @Test
    void pregnancy_status_holds_forty_two_weeks() {
        assertTrue(metastases()
                .reading(FactKey.PREGNANT, YES, TODAY.minusDays(294))
                .chart()
                .isPregnant());
        assertTrue(facts(metastases().reading(FactKey.PREGNANT, YES, TODAY.minusDays(295)))
                .judged(FactKey.PREGNANT)
                .isUnknownBecause(Reason.OUT_OF_DATE));
    }

    @Test
    void what_is_missing_in_an_unread_part_is_incomplete() {
        Facts facts = facts(metastases().unread(ChartPart.LABS));
        assertTrue(facts.of(FactKey.BILIRUBIN).isUnknownBecause(Reason.INCOMPLETE));
        assertTrue(facts.of(FactKey.RESECTABLE).isUnknownBecause(Reason.NOT_RECORDED));
    }

    private static Fact<Detection> detection(int daysAgo) {
        return facts(patientWith(CIRRHOSIS).reading(FactKey.DETECTION, Detection.SCREENING, TODAY.minusDays(daysAgo)))
                .of(FactKey.DETECTION);
    }

    private static Optional<Boolean> judged(ChartBuilder chart) {
        return facts(chart).judged(FactKey.RESECTABLE).value();
    }

    private static Facts facts(ChartBuilder chart) {
        return chart.chart().facts();
    }

    private static ChartBuilder metastases() {
        return patientWith(LIVER_METASTASES);
    }
}
