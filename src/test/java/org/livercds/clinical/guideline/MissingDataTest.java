package org.livercds.clinical.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.guideline.MissingId.AGE;
import static org.livercds.clinical.guideline.MissingId.CHEMOTHERAPY;
import static org.livercds.clinical.guideline.MissingId.CONTEXT;
import static org.livercds.clinical.guideline.MissingId.KIND;
import static org.livercds.clinical.guideline.MissingId.LIVER_FUNCTION;
import static org.livercds.clinical.guideline.MissingId.RESECTABILITY;
import static org.livercds.clinical.guideline.MissingId.SPREAD;
import static org.livercds.clinical.patient.ChartBuilder.TODAY;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patient;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Judgement.NO;
import static org.livercds.clinical.patient.Judgement.UNDETERMINED;
import static org.livercds.clinical.patient.Judgement.YES;
import static org.livercds.clinical.patient.Problem.Kind.CIRRHOSIS;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOCELLULAR_CARCINOMA;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;
import static org.livercds.clinical.patient.Problem.Kind.MALIGNANCY;
import static org.livercds.clinical.patient.Problem.Kind.UNSPECIFIED_LIVER_CANCER;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.Fact;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.Detection;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.clinical.patient.Person;
import org.livercds.clinical.patient.Problem;

class MissingDataTest {

    @Test
    void a_complete_chart_asks_for_nothing() {
        ChartBuilder chart = hcc().lesion("a", mm("20"))
                .listComplete()
                .extrahepatic(NO)
                .resectable(NO)
                .childPugh(ChildPugh.A);
        assertEquals(Set.of(), Advised.on(chart).missing());
    }

    @Test
    void the_way_of_detection_where_surveillance_is_in_play() {
        assertTrue(asks(CONTEXT, patientWith(CIRRHOSIS).lesion("a", mm("8"))));
        assertFalse(asks(CONTEXT, patientWith(CIRRHOSIS).lesion("a", mm("8")).found(Detection.SCREENING)));
        assertFalse(asks(CONTEXT, patientWith(CIRRHOSIS).lesion("a", mm("14"))));
    }

    @Test
    void the_kind_where_it_is_unclear() {
        assertTrue(asks(KIND, patientWith(UNSPECIFIED_LIVER_CANCER)));
        assertTrue(asks(KIND, patientWith(LIVER_METASTASES, HEPATOCELLULAR_CARCINOMA)));
        assertTrue(asks(KIND, patient().with(HEPATOCELLULAR_CARCINOMA, Problem.State.SUSPECTED)));
        assertTrue(asks(KIND, patientWith(MALIGNANCY).lesion("a", mm("8"))));
        assertFalse(asks(KIND, hcc()));
        assertFalse(asks(KIND, patientWith(CIRRHOSIS).lesion("a", mm("8"))));
    }

    @Test
    void nothing_but_the_age_before_the_kind_is_clear() {
        ChartBuilder unspecified =
                patientWith(UNSPECIFIED_LIVER_CANCER).unmeasuredLesion("a").person(Person.unknown());
        assertEquals(Set.of(KIND, AGE), Advised.on(unspecified).missing());
        ChartBuilder conflict =
                patientWith(LIVER_METASTASES, HEPATOCELLULAR_CARCINOMA).lesion("a", mm("8"));
        assertEquals(Set.of(KIND), Advised.on(conflict).missing());
    }

    @Test
    void a_suspected_cancer_and_another_cancer_are_asked_for_sizes_as_well() {
        ChartBuilder suspected = patient()
                .with(HEPATOCELLULAR_CARCINOMA, Problem.State.SUSPECTED)
                .unmeasuredLesion("a");
        assertEquals(
                Set.of(KIND, MissingId.SIZE, MissingId.COUNT),
                Advised.on(suspected).missing());
    }

    @Test
    void spread_in_primary_cancer_and_metastases() {
        assertTrue(asks(SPREAD, hcc()));
        assertTrue(asks(SPREAD, patientWith(LIVER_METASTASES)));
        assertFalse(asks(SPREAD, hcc().extrahepatic(NO)));
        assertFalse(asks(SPREAD, hcc().extrahepatic(YES)));
        assertFalse(asks(SPREAD, patientWith(CIRRHOSIS).lesion("a", mm("8"))));
    }

    @Test
    void resectability_in_primary_cancer_and_metastases() {
        assertTrue(asks(RESECTABILITY, hcc()));
        assertTrue(asks(RESECTABILITY, patientWith(LIVER_METASTASES)));
        assertTrue(asks(RESECTABILITY, hcc().resectable(UNDETERMINED)));
        assertFalse(asks(RESECTABILITY, hcc().resectable(NO)));
        assertFalse(asks(RESECTABILITY, patientWith(CIRRHOSIS).lesion("a", mm("8"))));
    }

    @Test
    void no_resectability_of_recurrent_primary_cancer() {
        assertFalse(asks(RESECTABILITY, patient().recurrent(HEPATOCELLULAR_CARCINOMA)));
    }

    @Test
    void no_resectability_of_primary_cancer_with_spread() {
        assertFalse(asks(RESECTABILITY, hcc().extrahepatic(YES)));
        assertTrue(asks(RESECTABILITY, patientWith(LIVER_METASTASES).extrahepatic(YES)));
    }

    @Test
    void liver_function_in_primary_cancer() {
        assertTrue(asks(LIVER_FUNCTION, hcc()));
        assertFalse(asks(LIVER_FUNCTION, hcc().childPugh(ChildPugh.C)));
        assertFalse(asks(LIVER_FUNCTION, patientWith(LIVER_METASTASES)));
    }

    @Test
    void the_response_to_chemotherapy_where_radioembolization_is_in_play() {
        ChartBuilder chart = patientWith(LIVER_METASTASES).resectable(NO).extrahepatic(NO);
        assertTrue(asks(CHEMOTHERAPY, chart));
        assertFalse(asks(CHEMOTHERAPY, chart.reading(FactKey.REFRACTORY, NO)));
        assertFalse(asks(CHEMOTHERAPY, patientWith(LIVER_METASTASES).resectable(YES)));
    }

    @Test
    void the_response_to_chemotherapy_where_systemic_therapy_first_is_in_play() {
        LiverChart chart = patientWith(LIVER_METASTASES).chart();
        assertFalse(MissingData.of(chart, List.of()).stream().anyMatch(missing -> missing.id() == CHEMOTHERAPY));
        assertTrue(MissingData.of(
                        chart,
                        List.of(new Recommendation(
                                RecommendationId.SYSTEMIC_THERAPY_FIRST,
                                Status.RECOMMENDED,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of())))
                .stream()
                .anyMatch(missing -> missing.id() == CHEMOTHERAPY));
    }

    @Test
    void the_age() {
        assertFalse(asks(AGE, hcc()));
        assertTrue(asks(AGE, hcc().person(Person.unknown())));
    }

    @Test
    void a_datum_that_is_there_and_unusable_says_why() {
        ChartBuilder chart = hcc().reading(FactKey.RESECTABLE, NO, TODAY.minusDays(91));
        assertEquals(Optional.of(Fact.Reason.OUT_OF_DATE), why(RESECTABILITY, chart));
        assertEquals(
                Optional.of(Fact.Reason.CONFLICTING),
                why(SPREAD, hcc().extrahepatic(NO).extrahepatic(YES)));
        assertEquals(Optional.of(Fact.Reason.NOT_RECORDED), why(LIVER_FUNCTION, hcc()));
    }

    private static Optional<Fact.Reason> why(MissingId id, ChartBuilder chart) {
        return Advised.on(chart).advice().missing().stream()
                .filter(missing -> missing.id() == id)
                .findFirst()
                .orElseThrow()
                .reason();
    }

    private static boolean asks(MissingId id, ChartBuilder chart) {
        return Advised.on(chart).missing().contains(id);
    }

    private static ChartBuilder hcc() {
        return patientWith(HEPATOCELLULAR_CARCINOMA);
    }
}
