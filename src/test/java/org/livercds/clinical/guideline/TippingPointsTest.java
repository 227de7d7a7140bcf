package org.livercds.clinical.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patient;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.Detection;
import org.livercds.clinical.patient.Judgement;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.clinical.patient.PortalVein;
import org.livercds.clinical.patient.Problem;

/** What would change the answer is found by judging every rule again. */
class TippingPointsTest {

    @Test
    void ablation_of_metastases_ends_with_size_number_and_feasibility_and_weakens_with_spread() {
        Map<Change, TippingPoint> points = points(threeMetastases());
        assertEquals(Optional.empty(), points.get(Change.LESION_FROM_3_CM).then());
        assertEquals(Optional.empty(), points.get(Change.FOURTH_TUMOUR).then());
        assertEquals(Optional.empty(), points.get(Change.ABLATION_NOT_FEASIBLE).then());
        assertEquals(
                Optional.of(Status.CONDITIONAL),
                points.get(Change.SPREAD_OUTSIDE_LIVER).then());
        assertEquals(
                Optional.of(Status.CONDITIONAL), points.get(Change.CHILD_PUGH_C).then());
        assertEquals(
                Optional.of(Status.CONDITIONAL),
                points.get(Change.MAIN_PORTAL_VEIN_INVADED).then());
        assertFalse(points.containsKey(Change.RESECTABLE));
        assertFalse(points.containsKey(Change.LESION_FROM_1_CM));
        assertFalse(points.containsKey(Change.EACH_UNDER_3_CM));
    }

    @Test
    void the_entry_of_today_is_that_of_the_largest_lesion() {
        TippingPoint larger = points(threeMetastases()).get(Change.LESION_FROM_3_CM);
        assertEquals(threeMetastases().chart().lesions().live().get(0).evidence(), larger.evidence());
        assertFalse(
                points(threeMetastases()).get(Change.FOURTH_TUMOUR).evidence().isEmpty());
    }

    @Test
    void where_all_can_be_removed_surgery_comes_first_once_a_lesion_is_3_cm() {
        TippingPoint larger = points(threeMetastases().resectable(Judgement.YES).fit(Judgement.YES))
                .get(Change.LESION_FROM_3_CM);
        assertEquals(RecommendationId.RESECTION, larger.first());
    }

    @Test
    void four_lesions_stay_four() {
        Map<Change, TippingPoint> points = points(metastases()
                .lesion("a", mm("20"))
                .count(4)
                .resectable(Judgement.NO)
                .extrahepatic(Judgement.NO));
        assertFalse(points.containsKey(Change.FOURTH_TUMOUR));
        assertFalse(points.containsKey(Change.EACH_UNDER_3_CM));
        assertEquals(Optional.empty(), points.get(Change.RESECTABLE).then());
        assertEquals(RecommendationId.RESECTION, points.get(Change.RESECTABLE).first());
    }

    @Test
    void a_lesion_of_exactly_3_cm_or_of_unknown_size_leads_to_ablation_once_it_is_smaller() {
        ChartBuilder exact = metastases().lesion("a", mm("30")).count(1).resectable(Judgement.NO);
        assertEquals(
                RecommendationId.ABLATION,
                points(exact).get(Change.EACH_UNDER_3_CM).first());
        ChartBuilder unmeasured = metastases().unmeasuredLesion("a").count(1).resectable(Judgement.NO);
        assertEquals(
                RecommendationId.ABLATION,
                points(unmeasured).get(Change.EACH_UNDER_3_CM).first());
        ChartBuilder counted = metastases().lesion("a", mm("12")).count(2).resectable(Judgement.NO);
        assertEquals(
                RecommendationId.ABLATION,
                points(counted).get(Change.EACH_UNDER_3_CM).first());
    }

    @Test
    void what_would_only_be_firmer_is_no_tipping_point() {
        ChartBuilder open = metastases().lesion("a", mm("12")).extrahepatic(Judgement.YES);
        LiverChart chart = open.chart();
        Recommendation leads =
                LiverCancerGuideline.advise(chart).recommendations().get(0);
        assertEquals(Status.CONDITIONAL, leads.status());
        points(open).values().forEach(point -> assertTrue(point.then().isEmpty() || point.first() != leads.id()));
    }

    @Test
    void surveillance_ends_at_1_cm_or_when_the_lesion_was_not_found_in_screening() {
        ChartBuilder watched = patient()
                .with(Problem.Kind.CIRRHOSIS)
                .lesion("a", mm("9.9"))
                .count(1)
                .found(Detection.SCREENING);
        Map<Change, TippingPoint> points = points(watched);
        assertEquals(
                RecommendationId.DIAGNOSTIC_WORKUP,
                points.get(Change.LESION_FROM_1_CM).first());
        assertEquals(
                RecommendationId.DIAGNOSTIC_WORKUP,
                points.get(Change.NOT_FROM_SCREENING).first());
        assertFalse(points.containsKey(Change.LESION_FROM_3_CM));
        assertFalse(points.containsKey(Change.SPREAD_OUTSIDE_LIVER));
    }

    @Test
    void embolization_ends_with_surgery_spread_and_failing_liver_function() {
        ChartBuilder chart = patientWith(Problem.Kind.HEPATOCELLULAR_CARCINOMA)
                .lesion("a", mm("40"))
                .count(1)
                .resectable(Judgement.NO)
                .extrahepatic(Judgement.NO)
                .childPugh(ChildPugh.A)
                .portalVein(PortalVein.NONE);
        Map<Change, TippingPoint> points = points(chart);
        assertEquals(
                RecommendationId.SYSTEMIC_THERAPY,
                points.get(Change.SPREAD_OUTSIDE_LIVER).first());
        assertEquals(RecommendationId.RESECTION, points.get(Change.RESECTABLE).first());
        assertEquals(Optional.empty(), points.get(Change.CHILD_PUGH_C).then());
        assertEquals(
                RecommendationId.ABLATION, points.get(Change.EACH_UNDER_3_CM).first());
        assertEquals(
                RecommendationId.SYSTEMIC_THERAPY,
                points.get(Change.MAIN_PORTAL_VEIN_INVADED).first());
        assertFalse(points.containsKey(Change.NOT_RESECTABLE));
    }

    @Test
    void surgery_ends_when_the_disease_or_the_patient_does_not_allow_it() {
        ChartBuilder chart = metastases()
                .lesion("a", mm("40"))
                .count(1)
                .resectable(Judgement.YES)
                .extrahepatic(Judgement.NO);
        Map<Change, TippingPoint> points = points(chart);
        assertEquals(Optional.empty(), points.get(Change.NOT_RESECTABLE).then());
        assertEquals(
                RecommendationId.RADIOEMBOLIZATION,
                points.get(Change.NOT_RESECTABLE).first());
        assertEquals(Optional.empty(), points.get(Change.NOT_FIT_FOR_SURGERY).then());
    }

    @Test
    void nothing_is_supposed_where_the_rules_do_not_speak() {
        assertTrue(points(patientWith(Problem.Kind.CHOLANGIOCARCINOMA)
                        .lesion("a", mm("20"))
                        .count(1))
                .isEmpty());
        assertTrue(points(patient()).isEmpty());
    }

    private static ChartBuilder threeMetastases() {
        return metastases()
                .lesion("a", mm("28"))
                .lesion("b", mm("12"))
                .lesion("c", mm("20"))
                .count(3)
                .extrahepatic(Judgement.NO);
    }

    private static ChartBuilder metastases() {
        return patientWith(Problem.Kind.LIVER_METASTASES);
    }

    private static Map<Change, TippingPoint> points(ChartBuilder builder) {
        LiverChart chart = builder.chart();
        List<TippingPoint> points = TippingPoints.of(chart, LiverCancerGuideline.advise(chart));
        return points.stream().collect(Collectors.toMap(TippingPoint::change, Function.identity()));
    }
}
