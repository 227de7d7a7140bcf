package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.fhir.Fhir.chart;
import static org.livercds.fhir.Fhir.coding;
import static org.livercds.fhir.Fhir.condition;
import static org.livercds.fhir.Fhir.loinc;
import static org.livercds.fhir.Fhir.observation;
import static org.livercds.fhir.Fhir.snomed;
import static org.livercds.fhir.Fhir.ucum;
import static org.livercds.fhir.Fhir.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.NumberRange;

/** Results with standard codes. */
class ResultReadingTest {

    private static final String ECOG = "89247-1";
    private static final String KARNOFSKY = "89243-0";
    private static final String BILIRUBIN = "1975-2";
    private static final String CHILD_PUGH = snomed("3191000175106");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'valueInteger':3",
                "'valueQuantity':{'value':3}",
                "'valueQuantity':{'value':3.0,'unit':'{score}'}",
                "'valueCodeableConcept':{'coding':[{'system':'urn:grades','code':'3'}]}",
                "'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA9625-0'},{'code':'3'}]}"
            })
    void a_performance_status_is_a_whole_number_in_any_form(String value) {
        assertEquals(Optional.of(3), fact(FactKey.ECOG, observation(loinc(ECOG), value)));
        assertEquals(Optional.of(3), fact(FactKey.ECOG, component(ECOG, value)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'valueString':'ECOG 3'",
                "'valueCodeableConcept':{'text':'3'}",
                "'valueInteger':6",
                "'valueInteger':-1",
                "'valueQuantity':{'value':1.5}",
                "'valueQuantity':{'comparator':'<','value':3}",
                "'valueQuantity':{'value':1E+40}",
                "'valueCodeableConcept':{'coding':[{'code':'1'},{'code':'2'}]}",
                "'note':[{'text':'3'}]"
            })
    void words_and_impossible_grades_are_no_performance_status(String value) {
        ObjectNode unusable = observation(loinc(ECOG), value);
        assertEquals(Optional.empty(), fact(FactKey.ECOG, unusable));
        assertEquals(
                Optional.of(Fact.Reason.UNREADABLE),
                chart(unusable).facts().of(FactKey.ECOG).reason());
    }

    @Test
    void an_unusable_newer_result_does_not_hide_a_usable_one() {
        ObjectNode older = with(observation(loinc(ECOG), "'valueInteger':1"), "'effectiveDateTime':'2026-10-01'");
        assertEquals(Optional.of(1), fact(FactKey.ECOG, older, observation(loinc(ECOG), "'valueString':'4'")));
    }

    @ParameterizedTest
    @CsvSource({
        "1975-2, 40, umol/L, 40 µmol/L ≈ 2.34 mg/dL",
        "1975-2, 34.2, umol/L, 34.2 µmol/L = 2 mg/dL",
        "1975-2, 2.1, mg/dL, 2.1 mg/dL",
        "1975-2, 2.1, mg/dl, 2.1 mg/dL",
        "1751-7, 35, g/L, 35 g/L = 3.5 g/dL",
        "6301-6, 1.2, {INR}, 1.2",
        "6301-6, 1.2, 1, 1.2"
    })
    void a_value_is_shown_as_recorded_and_in_the_unit_of_the_limits(
            String code, String value, String unit, String shown) {
        ObjectNode lab = observation(loinc(code), "'valueQuantity':{'value':" + value + "," + ucum(unit) + "}");
        FactKey<NumberRange> key =
                code.startsWith("1975") ? FactKey.BILIRUBIN : code.startsWith("1751") ? FactKey.ALBUMIN : FactKey.INR;
        assertEquals(shown, chart(lab).facts().of(key).evidence().get(0).value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'value':20                                  | size-no-unit",
                "'value':20,'unit':'kg'                      | size-unusable",
                "'value':450,'unit':'mm'                     | 450 mm",
                "'value':-3,'unit':'furlong'                 | size-implausible",
                "'unit':'mm'                                 | size-no-value",
                "'value':20,'unit':'mm'                      | 20 mm"
            })
    void a_size_that_cannot_be_used_says_what_is_wrong_with_it(String quantity, String shown) {
        assertEquals(
                shown, chart(Fhir.size(quantity)).lesions().evidence().get(0).value());
    }

    @Test
    void karnofsky_is_a_percentage() {
        assertEquals(Optional.of(30), fact(FactKey.KARNOFSKY, component(KARNOFSKY, percent("30%"))));
        assertEquals(Optional.of(100), fact(FactKey.KARNOFSKY, observation(loinc(KARNOFSKY), percent("100"))));
        assertEquals(Optional.empty(), fact(FactKey.KARNOFSKY, observation(loinc(KARNOFSKY), "'valueInteger':110")));
    }

    @ParameterizedTest
    @CsvSource({"710065009, A", "710066005, B", "710067001, C"})
    void child_pugh_is_a_class(String code, ChildPugh expected) {
        ObjectNode recorded = observation(CHILD_PUGH, "'valueCodeableConcept':" + snomed(code));
        assertEquals(Optional.of(expected), fact(FactKey.CHILD_PUGH, recorded));
    }

    @ParameterizedTest
    @CsvSource({"5, A", "6, A", "7, B", "9, B", "10, C", "15, C", "4, ", "16, "})
    void child_pugh_is_a_score(int score, ChildPugh expected) {
        ObjectNode recorded = observation(loinc("98153-0"), "'valueInteger':" + score);
        assertEquals(Optional.ofNullable(expected), fact(FactKey.CHILD_PUGH, recorded));
    }

    @Test
    void two_different_classes_cannot_be_used() {
        String both = "'valueCodeableConcept':{'coding':[{'system':'http://snomed.info/sct','code':'710065009'},"
                + "{'system':'http://snomed.info/sct','code':'710067001'}]}";
        assertEquals(Optional.empty(), fact(FactKey.CHILD_PUGH, observation(CHILD_PUGH, both)));
    }

    @Test
    void child_pugh_is_computed_from_all_of_its_five_parts() {
        ObjectNode[] parts = {
            bilirubin("2.5", "mg/dL"),
            lab("1751-7", "30", "g/L"),
            lab("6301-6", "1.2", "{INR}"),
            Fhir.finding("ascites", "mild"),
            Fhir.finding("encephalopathy", "none")
        };
        assertEquals(Optional.of(ChildPugh.B), chart(parts).childPugh().value());
        parts[3] = Fhir.finding("ascites", "unheard-of");
        assertEquals(Optional.empty(), chart(parts).childPugh().value());
    }

    @ParameterizedTest
    @CsvSource({"2, mg/dL, 2", "34.2, umol/L, 2", "17.1, umol/L, 1", "51.3, µmol/L, 3", "2.0, mg/dl, 2"})
    void bilirubin_is_in_milligrams_per_decilitre(String value, String unit, String expected) {
        NumberRange exact = NumberRange.exactly(new BigDecimal(expected));
        assertEquals(Optional.of(exact), fact(FactKey.BILIRUBIN, bilirubin(value, unit)));
        assertEquals(Optional.of(exact), fact(FactKey.BILIRUBIN, lab("14631-6", value, unit)));
    }

    @ParameterizedTest
    @CsvSource({"2, g/L", "2, mmol/L", "-1, mg/dL", "2, ''"})
    void bilirubin_in_another_unit_cannot_be_used(String value, String unit) {
        assertEquals(Optional.empty(), fact(FactKey.BILIRUBIN, bilirubin(value, unit)));
    }

    @Test
    void a_comparator_bounds_a_laboratory_value() {
        ObjectNode above =
                observation(loinc(BILIRUBIN), "'valueQuantity':{'comparator':'>','value':3," + ucum("mg/dL") + "}");
        NumberRange read = fact(FactKey.BILIRUBIN, above).orElseThrow();
        assertEquals(Truth.MET, read.isAbove(new BigDecimal("3")));
        assertEquals(Truth.UNKNOWN, read.isAbove(new BigDecimal("4")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20505-4", "5770-3"})
    void a_bilirubin_of_urine_is_no_bilirubin(String code) {
        assertEquals(
                Optional.of(Fact.Reason.NOT_RECORDED),
                chart(lab(code, "9", "mg/dL")).facts().of(FactKey.BILIRUBIN).reason());
    }

    @ParameterizedTest
    @CsvSource({"1229901006, NOT_MET", "1229903009, MET", "1229916009, MET", "12345, UNKNOWN"})
    void the_m_category_tells_of_spread_in_primary_cancer_alone(String code, Truth spread) {
        ObjectNode category = observation(loinc("21907-1"), "'valueCodeableConcept':" + snomed(code));
        assertEquals(spread, chart(condition("109841003"), category).spread().decide(Truth::of));
        assertEquals(
                Truth.UNKNOWN, chart(condition("94381002"), category).spread().decide(Truth::of));
    }

    @Test
    void only_the_code_for_pregnant_means_pregnant() {
        assertEquals(true, chart(pregnancy(snomed("77386006"))).isPregnant());
        assertEquals(false, chart(pregnancy(snomed("60001007"))).isPregnant());
        assertEquals(false, chart(pregnancy("{'text':'pregnant'}")).isPregnant());
        assertEquals(
                Fact.Reason.NOT_RECORDED,
                chart(pregnancy(snomed("60001007")))
                        .facts()
                        .judged(FactKey.PREGNANT)
                        .reason()
                        .orElseThrow());
    }

    private static ObjectNode pregnancy(String concept) {
        return observation(loinc("82810-3"), "'valueCodeableConcept':" + concept);
    }

    private static ObjectNode component(String code, String value) {
        return observation(snomed("423690003"), "'component':[{'code':" + loinc(code) + "," + value + "}]");
    }

    private static ObjectNode bilirubin(String value, String unit) {
        return lab(BILIRUBIN, value, unit);
    }

    private static ObjectNode lab(String code, String value, String unit) {
        return observation(loinc(code), "'valueQuantity':{'value':" + value + "," + ucum(unit) + "}");
    }

    private static String percent(String code) {
        return "'valueCodeableConcept':" + coding("urn:karnofsky", code);
    }

    private static <T> Optional<T> fact(FactKey<T> key, ObjectNode... results) {
        return chart(results).facts().of(key).value();
    }
}
