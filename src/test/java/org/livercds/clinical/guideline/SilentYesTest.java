package org.livercds.clinical.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.guideline.Advised.assertAbsent;
import static org.livercds.clinical.guideline.Advised.assertConditional;
import static org.livercds.clinical.guideline.Advised.assertRecommended;
import static org.livercds.clinical.patient.ChartBuilder.SCAN;
import static org.livercds.clinical.patient.ChartBuilder.TODAY;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.Detection;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.Judgement;
import org.livercds.clinical.patient.LiRads;
import org.livercds.clinical.patient.NumberRange;
import org.livercds.clinical.patient.Problem;
import org.livercds.clinical.patient.Treatment;

/** Charts in which something that is not known, or stands a little aside, must not be taken for a yes. */
class SilentYesTest {

    @Test
    void a_count_of_one_to_three_leaves_lesions_unmeasured() {
        NumberRange oneToThree = NumberRange.between(BigDecimal.ONE, new BigDecimal("3"));
        assertConditional(
                RecommendationId.ABLATION,
                patientWith(Problem.Kind.LIVER_METASTASES)
                        .lesion("a", mm("20"))
                        .reading(FactKey.LESION_COUNT, oneToThree));
        assertAbsent(
                RecommendationId.SURVEILLANCE,
                screened().lesion("a", mm("8")).reading(FactKey.LESION_COUNT, oneToThree));
    }

    @Test
    void a_count_of_at_most_what_was_measured_leaves_none() {
        assertRecommended(
                RecommendationId.ABLATION,
                patientWith(Problem.Kind.LIVER_METASTASES)
                        .lesion("a", mm("20"))
                        .reading(FactKey.LESION_COUNT, NumberRange.upTo(BigDecimal.ONE, false)));
    }

    @Test
    void tumour_in_a_vein_is_not_forgotten_over_a_later_category_of_another_lesion() {
        ChartBuilder chart = patientWith(Problem.Kind.HEPATOCELLULAR_CARCINOMA)
                .lesion("a", mm("20"))
                .listComplete()
                .reading(FactKey.LI_RADS, LiRads.LR_TIV, SCAN.minusDays(10))
                .reading(FactKey.LI_RADS, LiRads.LR_5, SCAN);
        assertConditional(RecommendationId.ABLATION, chart);
        assertTrue(Advised.on(chart).cautions().contains(CautionId.MACROVASCULAR_INVASION));
    }

    @Test
    void a_category_of_screening_is_not_forgotten_over_a_later_one() {
        assertRecommended(
                RecommendationId.SURVEILLANCE,
                patientWith(Problem.Kind.CIRRHOSIS)
                        .lesion("a", mm("8"))
                        .listComplete()
                        .reading(FactKey.LI_RADS, LiRads.US_2, SCAN.minusDays(10))
                        .reading(FactKey.LI_RADS, LiRads.LR_3, SCAN));
    }

    @ParameterizedTest
    @EnumSource(Treatment.Kind.class)
    void a_lesion_that_was_treated_is_not_only_watched(Treatment.Kind kind) {
        ChartBuilder chart = patientWith(Problem.Kind.HEPATOCELLULAR_CARCINOMA)
                .lesion("a", mm("8"))
                .listComplete()
                .found(Detection.SCREENING);
        assertRecommended(RecommendationId.SURVEILLANCE, chart);
        assertAbsent(RecommendationId.SURVEILLANCE, chart.treated(kind, SCAN.minusDays(150), "a"));
    }

    @Test
    void a_treatment_without_a_date_may_follow_a_measurement_without_one() {
        ChartBuilder chart = patientWith(Problem.Kind.LIVER_METASTASES)
                .unmeasuredLesion("a")
                .treated(Treatment.Kind.ABLATION, Optional.empty(), Treatment.Target.wholeLiver());
        assertTrue(Advised.on(chart).cautions().contains(CautionId.TREATED_SINCE));
    }

    @Test
    void contradictory_grades_are_told_even_where_nobody_needs_them() {
        ChartBuilder chart = patientWith(Problem.Kind.LIVER_METASTASES)
                .lesion("a", mm("20"))
                .listComplete()
                .fit(Judgement.YES)
                .reading(FactKey.ECOG, 0)
                .reading(FactKey.ECOG, 3);
        assertTrue(Advised.on(chart).cautions().contains(CautionId.CONFLICT));
    }

    @Test
    void contradictory_words_on_treating_the_spread_are_told() {
        ChartBuilder chart = patientWith(Problem.Kind.LIVER_METASTASES)
                .lesion("a", mm("20"))
                .listComplete()
                .reading(FactKey.EXTRAHEPATIC_TREATABLE, Judgement.YES)
                .reading(FactKey.EXTRAHEPATIC_TREATABLE, Judgement.NO);
        assertTrue(Advised.on(chart).cautions().contains(CautionId.CONFLICT));
    }

    @Test
    void recurrent_metastases_are_still_asked_whether_they_can_be_removed() {
        Advised advised = Advised.on(patientWith()
                .recurrent(Problem.Kind.LIVER_METASTASES)
                .lesion("a", mm("20"))
                .listComplete());
        assertTrue(advised.missing().contains(MissingId.RESECTABILITY));
    }

    @Test
    void a_count_alone_holds_as_long_as_surveillance_in_a_liver_at_risk() {
        ChartBuilder chart = patientWith(Problem.Kind.CIRRHOSIS)
                .reading(
                        FactKey.LESION_COUNT,
                        Optional.of(NumberRange.exactly(new BigDecimal("2"))),
                        Optional.of(ChartDate.of(TODAY.minusDays(180))));
        Advised advised = Advised.on(chart);
        assertEquals(Optional.of(Status.INFO), advised.status(RecommendationId.MULTIDISCIPLINARY_REVIEW));
        assertTrue(advised.missing().contains(MissingId.SIZE));
        ChartBuilder older = patientWith(Problem.Kind.CIRRHOSIS)
                .reading(
                        FactKey.LESION_COUNT,
                        Optional.of(NumberRange.exactly(new BigDecimal("2"))),
                        Optional.of(ChartDate.of(TODAY.minusDays(181))));
        assertFalse(Advised.on(older).advice().silence().isEmpty());
    }

    private static ChartBuilder screened() {
        return patientWith(Problem.Kind.CIRRHOSIS).found(Detection.SCREENING);
    }
}
