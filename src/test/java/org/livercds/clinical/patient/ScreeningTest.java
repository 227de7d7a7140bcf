package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.TODAY;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Problem.Kind.CIRRHOSIS;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Fact.Reason;

class ScreeningTest {

    @ParameterizedTest
    @CsvSource({"SCREENING, true", "SYMPTOMATIC, false", "STAGING, false", "INCIDENTAL, false"})
    void only_screening_is_screening(Detection detection, boolean screening) {
        assertEquals(
                Optional.of(screening), screening(atRisk().found(detection)).value());
    }

    @Test
    void nothing_recorded_is_unknown() {
        assertTrue(screening(atRisk()).isUnknownBecause(Reason.NOT_RECORDED));
    }

    @ParameterizedTest
    @EnumSource(
            value = LiRads.class,
            names = {"US_1", "US_2", "US_3"})
    void an_ultrasound_category_means_screening(LiRads category) {
        assertEquals(
                Optional.of(true),
                screening(atRisk().reading(FactKey.LI_RADS, category)).value());
    }

    @ParameterizedTest
    @EnumSource(
            value = LiRads.class,
            names = {"US_1", "US_2", "US_3"},
            mode = EnumSource.Mode.EXCLUDE)
    void no_other_category_means_screening(LiRads category) {
        assertEquals(
                Optional.empty(),
                screening(atRisk().reading(FactKey.LI_RADS, category)).value());
    }

    @Test
    void the_recorded_way_is_kept_beside_an_ultrasound_category() {
        Fact<Boolean> fact = screening(atRisk().found(Detection.SCREENING).reading(FactKey.LI_RADS, LiRads.US_2));
        assertEquals(Optional.of(true), fact.value());
        assertEquals("detection-context", fact.evidence().get(0).subject());
    }

    @Test
    void another_way_beside_an_ultrasound_category_is_a_contradiction() {
        Fact<Boolean> fact = screening(atRisk().found(Detection.SYMPTOMATIC).reading(FactKey.LI_RADS, LiRads.US_2));
        assertTrue(fact.isUnknownBecause(Reason.CONFLICTING));
        assertEquals(2, fact.evidence().size());
    }

    @Test
    void contradictory_records_are_not_settled_by_an_ultrasound_category() {
        ChartBuilder chart =
                atRisk().found(Detection.SCREENING).found(Detection.STAGING).reading(FactKey.LI_RADS, LiRads.US_2);
        assertTrue(screening(chart).isUnknownBecause(Reason.CONFLICTING));
    }

    @Test
    void a_record_out_of_date_leaves_it_to_the_category() {
        ChartBuilder chart = atRisk().reading(FactKey.DETECTION, Detection.SYMPTOMATIC, TODAY.minusDays(181))
                .reading(FactKey.LI_RADS, LiRads.US_2, TODAY.minusDays(180));
        assertEquals(Optional.of(true), screening(chart).value());
    }

    @Test
    void a_category_out_of_date_says_nothing() {
        assertEquals(
                Optional.empty(),
                screening(atRisk().reading(FactKey.LI_RADS, LiRads.US_2, TODAY.minusDays(181)))
                        .value());
    }

    @Test
    void a_category_of_the_future_says_nothing() {
        assertEquals(
                Optional.empty(),
                screening(atRisk().reading(FactKey.LI_RADS, LiRads.US_2, TODAY.plusDays(1)))
                        .value());
        assertEquals(
                Optional.of(true),
                screening(atRisk().reading(FactKey.LI_RADS, LiRads.US_2, TODAY)).value());
    }

    private static Fact<Boolean> screening(ChartBuilder chart) {
        return chart.chart().screening();
    }

    private static ChartBuilder atRisk() {
        return patientWith(CIRRHOSIS);
    }
}
