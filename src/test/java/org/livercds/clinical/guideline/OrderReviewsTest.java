package org.livercds.clinical.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.guideline.RecommendationId.ABLATION;
import static org.livercds.clinical.guideline.RecommendationId.EMBOLIZATION;
import static org.livercds.clinical.guideline.RecommendationId.IRREVERSIBLE_ELECTROPORATION;
import static org.livercds.clinical.guideline.RecommendationId.RADIATION;
import static org.livercds.clinical.guideline.RecommendationId.RADIOEMBOLIZATION;
import static org.livercds.clinical.guideline.RecommendationId.RESECTION;
import static org.livercds.clinical.guideline.RecommendationId.SYSTEMIC_THERAPY;
import static org.livercds.clinical.guideline.RecommendationId.TRANSPLANT;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patient;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.Judgement;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.clinical.patient.PortalVein;
import org.livercds.clinical.patient.Problem;
import org.livercds.clinical.patient.Treatment;

/** An ordered treatment is judged by the rule that offers it; agreement is silence. */
class OrderReviewsTest {

    @Test
    void an_ablation_within_its_criterion_is_silent_and_others_name_it() {
        assertSilent(
                ABLATION,
                metastases()
                        .lesion("a", mm("29.9"))
                        .lesion("b", mm("1"))
                        .lesion("c", mm("2"))
                        .count(3));
        assertNotMet(
                ABLATION,
                Statement.EACH_SMALLER_THAN_3_CM,
                metastases().lesion("a", mm("30")).count(1));
        assertNotMet(
                ABLATION,
                Statement.EACH_SMALLER_THAN_3_CM,
                metastases().lesion("a", mm("30.1")).count(1));
        assertNotMet(
                ABLATION,
                Statement.AT_MOST_THREE_LESIONS,
                metastases().lesion("a", mm("12")).count(4));
        assertOpen(ABLATION, Statement.AT_MOST_THREE_LESIONS, metastases().lesion("a", mm("12")));
        assertOpen(
                ABLATION,
                Statement.EACH_SMALLER_THAN_3_CM,
                metastases().unmeasuredLesion("a").count(1));
        assertNotMet(
                ABLATION,
                Statement.ABLATION_NOT_RULED_OUT,
                metastases().lesion("a", mm("12")).count(1).ablationFeasible(Judgement.NO));
    }

    @Test
    void a_stale_or_treated_measurement_is_not_known_well_enough_to_agree() {
        ChartBuilder stale = metastases()
                .lesion("a", mm("12"), ChartBuilder.TODAY.minusDays(91))
                .count(1);
        assertOpen(ABLATION, Statement.MEASUREMENTS_OUT_OF_DATE, stale);
        assertSilent(
                ABLATION,
                metastases()
                        .lesion("a", mm("12"), ChartBuilder.TODAY.minusDays(90))
                        .count(1));
        assertOpen(
                ABLATION,
                Statement.EACH_SMALLER_THAN_3_CM,
                metastases().lesion("a", mm("12")).count(1).treated(Treatment.Kind.ABLATION, ChartBuilder.TODAY));
        assertSilent(RADIOEMBOLIZATION, stale.resectable(Judgement.NO).extrahepatic(Judgement.NO));
    }

    @Test
    void a_chart_that_could_not_be_read_does_not_agree() {
        assertOpen(
                ABLATION,
                Statement.CHART_NOT_READ_IN_FULL,
                metastases().lesion("a", mm("12")).count(1).unread(ChartPart.PROCEDURES));
        assertSilent(ABLATION, metastases().lesion("a", mm("12")).count(1).unread(ChartPart.MEDICATIONS));
    }

    @Test
    void what_only_makes_an_option_conditional_is_no_criterion_that_fails() {
        assertSilent(ABLATION, metastases().lesion("a", mm("12")).count(1).extrahepatic(Judgement.YES));
        assertSilent(EMBOLIZATION, embolizable().bilirubin("3.5").portalVein(PortalVein.MAIN));
    }

    @Test
    void spread_of_a_primary_cancer_speaks_against_local_treatment() {
        for (RecommendationId local : List.of(ABLATION, EMBOLIZATION, RESECTION, TRANSPLANT)) {
            OrderReview review = review(
                            local,
                            hcc().lesion("a", mm("20"))
                                    .count(1)
                                    .resectable(Judgement.YES)
                                    .extrahepatic(Judgement.YES))
                    .orElseThrow();
            assertTrue(
                    review.notMet().stream()
                            .map(Assessment::statement)
                            .anyMatch(Set.of(
                                    Statement.SPREAD_OUTSIDE_LIVER,
                                    Statement.LIVER_ONLY,
                                    Statement.NO_UNTREATABLE_SPREAD)::contains),
                    review.toString());
            assertTrue(offers(review).contains(SYSTEMIC_THERAPY), local.name());
        }
    }

    @Test
    void an_embolization_needs_that_nothing_else_is_possible() {
        assertSilent(EMBOLIZATION, embolizable());
        OrderReview ablatable = review(
                        EMBOLIZATION,
                        hcc().lesion("a", mm("20"))
                                .count(1)
                                .resectable(Judgement.NO)
                                .extrahepatic(Judgement.NO))
                .orElseThrow();
        assertEquals(List.of(Statement.ABLATION_IMPOSSIBLE), statements(ablatable.notMet()));
        assertEquals(ABLATION, offers(ablatable).get(0));
        assertNotMet(EMBOLIZATION, Statement.CHILD_PUGH_C, embolizable().childPugh(ChildPugh.C));
        assertOpen(EMBOLIZATION, Statement.LIVER_ONLY, embolizable().extrahepatic(Judgement.UNDETERMINED));
    }

    @Test
    void a_radioembolization_is_for_what_surgery_cannot_remove() {
        ChartBuilder chart = metastases().lesion("a", mm("50")).count(1).extrahepatic(Judgement.NO);
        assertSilent(RADIOEMBOLIZATION, chart.resectable(Judgement.NO));
        assertNotMet(RADIOEMBOLIZATION, Statement.NOT_RESECTABLE, chart.resectable(Judgement.YES));
    }

    @Test
    void a_resection_needs_the_word_of_a_surgeon_and_a_patient_who_is_fit() {
        ChartBuilder chart = metastases().lesion("a", mm("50")).count(1).extrahepatic(Judgement.NO);
        assertOpen(RESECTION, Statement.RESECTABLE, chart);
        ChartBuilder resectable = chart.resectable(Judgement.YES);
        assertSilent(RESECTION, resectable);
        assertNotMet(RESECTION, Statement.NOT_FIT_FOR_SURGERY, resectable.reading(FactKey.ECOG, 3));
    }

    @Test
    void a_transplant_does_not_wait_for_a_recorded_candidacy_and_is_not_for_metastases() {
        ChartBuilder chart = hcc().with(Problem.Kind.CIRRHOSIS)
                .lesion("a", mm("20"))
                .count(1)
                .extrahepatic(Judgement.NO);
        assertSilent(TRANSPLANT, chart);
        assertNotMet(
                TRANSPLANT, Statement.TRANSPLANT_CANDIDATE, chart.reading(FactKey.TRANSPLANT_CANDIDATE, Judgement.NO));
        assertSilent(TRANSPLANT, hcc().lesion("a", mm("20")).count(1).extrahepatic(Judgement.NO));
        assertNotMet(
                TRANSPLANT,
                Statement.FOR_ANOTHER_KIND,
                metastases().lesion("a", mm("20")).count(1));
    }

    @Test
    void electroporation_is_for_metastases_near_a_duct_or_vessel() {
        ChartBuilder chart = metastases().lesion("a", mm("20")).count(1);
        assertNotMet(IRREVERSIBLE_ELECTROPORATION, Statement.NEAR_DUCT_OR_VESSEL, chart);
        assertSilent(IRREVERSIBLE_ELECTROPORATION, chart.reading(FactKey.NEAR_DUCT_OR_VESSEL, Judgement.YES));
        assertNotMet(
                IRREVERSIBLE_ELECTROPORATION,
                Statement.FOR_ANOTHER_KIND,
                hcc().lesion("a", mm("20")).count(1));
    }

    @Test
    void drugs_and_radiation_are_for_advanced_primary_cancer() {
        ChartBuilder localized = hcc().lesion("a", mm("20")).count(1).extrahepatic(Judgement.NO);
        ChartBuilder advanced = hcc().lesion("a", mm("20")).count(1).extrahepatic(Judgement.YES);
        for (RecommendationId treatment : List.of(SYSTEMIC_THERAPY, RADIATION)) {
            assertSilent(treatment, advanced);
            assertNotMet(treatment, Statement.ADVANCED_DISEASE, localized);
            assertSilent(treatment, metastases().lesion("a", mm("20")).count(1));
        }
    }

    @Test
    void sorafenib_for_recurrent_cancer_is_what_the_source_names() {
        ChartBuilder recurrent =
                patient().recurrent(Problem.Kind.HEPATOCELLULAR_CARCINOMA).lesion("a", mm("20"));
        assertSilent(SYSTEMIC_THERAPY, recurrent);
        assertNotMet(RADIATION, Statement.ADVANCED_DISEASE, recurrent);
    }

    @Test
    void pregnancy_speaks_against_every_treatment() {
        ChartBuilder pregnant =
                metastases().lesion("a", mm("12")).count(1).woman(30).pregnant(Judgement.YES);
        OrderReview review = review(ABLATION, pregnant).orElseThrow();
        assertEquals(List.of(Statement.PREGNANT), statements(review.notMet()));
        assertEquals(List.of(RecommendationId.MULTIDISCIPLINARY_REVIEW), offers(review));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "ABLATION",
                "EMBOLIZATION",
                "RADIOEMBOLIZATION",
                "RESECTION",
                "TRANSPLANT",
                "SYSTEMIC_THERAPY",
                "RADIATION"
            })
    void an_order_outside_the_population_of_its_rule_is_silent(RecommendationId ordered) {
        for (ChartBuilder other : List.of(
                patientWith(Problem.Kind.CIRRHOSIS).lesion("a", mm("40")).count(4),
                patientWith(Problem.Kind.CHOLANGIOCARCINOMA)
                        .lesion("a", mm("40"))
                        .count(4),
                patientWith(Problem.Kind.HEPATOBLASTOMA).lesion("a", mm("40")).count(4),
                patientWith(Problem.Kind.MALIGNANCY).lesion("a", mm("40")).count(4),
                patient().with(Problem.Kind.HEPATOCELLULAR_CARCINOMA, Problem.State.SUSPECTED),
                hcc().lesion("a", mm("40")).count(4).aged(12),
                hcc().lesion("a", mm("40")).count(4).deceased(),
                patient())) {
            assertSilent(ordered, other);
        }
    }

    private static ChartBuilder embolizable() {
        return hcc().lesion("a", mm("40")).count(1).resectable(Judgement.NO).extrahepatic(Judgement.NO);
    }

    private static ChartBuilder hcc() {
        return patientWith(Problem.Kind.HEPATOCELLULAR_CARCINOMA);
    }

    private static ChartBuilder metastases() {
        return patientWith(Problem.Kind.LIVER_METASTASES);
    }

    private static void assertSilent(RecommendationId ordered, ChartBuilder chart) {
        assertEquals(Optional.empty(), review(ordered, chart));
    }

    private static void assertNotMet(RecommendationId ordered, Statement statement, ChartBuilder chart) {
        OrderReview review = review(ordered, chart).orElseThrow();
        assertTrue(statements(review.notMet()).contains(statement), review.toString());
        assertTrue(review.fitting().stream().noneMatch(offer -> offer.id() == ordered));
    }

    private static void assertOpen(RecommendationId ordered, Statement statement, ChartBuilder chart) {
        OrderReview review = review(ordered, chart).orElseThrow();
        assertEquals(List.of(), review.notMet());
        assertTrue(statements(review.open()).contains(statement), review.toString());
        assertTrue(review.fitting().stream().noneMatch(offer -> offer.id() == ordered));
    }

    private static List<Statement> statements(List<Assessment> assessments) {
        return assessments.stream().map(Assessment::statement).toList();
    }

    private static List<RecommendationId> offers(OrderReview review) {
        return review.fitting().stream().map(Recommendation::id).toList();
    }

    private static Optional<OrderReview> review(RecommendationId ordered, ChartBuilder builder) {
        LiverChart chart = builder.chart();
        return OrderReviews.of(ordered, chart, LiverCancerGuideline.advise(chart));
    }
}
