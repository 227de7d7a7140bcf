package org.livercds.clinical.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.guideline.Advised.assertConditional;
import static org.livercds.clinical.guideline.Advised.assertRecommended;
import static org.livercds.clinical.patient.ChartBuilder.SCAN;
import static org.livercds.clinical.patient.ChartBuilder.TODAY;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.Judgement;
import org.livercds.clinical.patient.LesionKey;
import org.livercds.clinical.patient.MeasurementBuilder;
import org.livercds.clinical.patient.Problem;

/** A result dated only to the month or year may be the newest: it counts as of the same day as the newest. */
class VagueDatesTest {

    private static final ChartDate THIS_MONTH = new ChartDate(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));

    @Test
    void a_large_size_of_this_month_beside_a_small_one_of_a_day_leaves_the_size_open() {
        ChartBuilder chart = metastases()
                .lesion("a", mm("20"))
                .measured(MeasurementBuilder.of(LesionKey.identified("a"))
                        .size(mm("45"))
                        .on(THIS_MONTH))
                .reading(FactKey.LESION_LIST_COMPLETE, Judgement.YES, TODAY);
        assertConditional(RecommendationId.ABLATION, chart);
        assertTrue(Advised.on(chart).cautions().contains(CautionId.CONFLICT));
    }

    @Test
    void an_equal_size_of_this_month_changes_nothing() {
        assertRecommended(
                RecommendationId.ABLATION,
                metastases()
                        .lesion("a", mm("20"))
                        .measured(MeasurementBuilder.of(LesionKey.identified("a"))
                                .size(mm("20"))
                                .on(THIS_MONTH))
                        .reading(
                                FactKey.LESION_LIST_COMPLETE,
                                Optional.of(Judgement.YES),
                                Optional.of(new ChartDate(SCAN, THIS_MONTH.latest()))));
    }

    @Test
    void spread_of_this_month_contradicts_its_absence_on_a_day() {
        ChartBuilder chart = metastases()
                .lesion("a", mm("50"))
                .listComplete()
                .resectable(Judgement.NO)
                .extrahepatic(Judgement.NO)
                .reading(FactKey.EXTRAHEPATIC, Optional.of(Judgement.YES), Optional.of(THIS_MONTH));
        assertConditional(RecommendationId.RADIOEMBOLIZATION, chart);
        assertTrue(Advised.on(chart).cautions().contains(CautionId.CONFLICT));
    }

    @Test
    void a_result_of_last_month_is_older_than_one_of_a_day_of_this_month() {
        ChartDate lastMonth = new ChartDate(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
        ChartBuilder chart = metastases()
                .lesion("a", mm("50"))
                .listComplete()
                .resectable(Judgement.NO)
                .extrahepatic(Judgement.NO)
                .reading(FactKey.EXTRAHEPATIC, Optional.of(Judgement.YES), Optional.of(lastMonth));
        assertRecommended(RecommendationId.RADIOEMBOLIZATION, chart);
    }

    @Test
    void a_birth_year_that_may_be_a_childs_is_no_age() {
        ChartDate year = new ChartDate(LocalDate.of(2008, 1, 1), LocalDate.of(2008, 12, 31));
        Advised advised =
                Advised.on(metastases().lesion("a", mm("20")).listComplete().born(year, false));
        assertEquals(Optional.of(Status.RECOMMENDED), advised.status(RecommendationId.ABLATION));
        assertTrue(advised.missing().contains(MissingId.AGE));
    }

    @Test
    void a_birth_year_that_is_certainly_an_adults_is_an_age() {
        ChartDate year = new ChartDate(LocalDate.of(2007, 1, 1), LocalDate.of(2007, 12, 31));
        Advised advised =
                Advised.on(metastases().lesion("a", mm("20")).listComplete().born(year, false));
        assertFalse(advised.missing().contains(MissingId.AGE));
    }

    private static ChartBuilder metastases() {
        return patientWith(Problem.Kind.LIVER_METASTASES);
    }
}
