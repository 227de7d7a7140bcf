package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.fhir.Fhir.json;
import static org.livercds.fhir.Fhir.prefetch;
import static org.livercds.fhir.Fhir.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.clinical.patient.Drug;

/** Drugs and allergies, as EHRs write them. */
class DrugAndAllergyReadingTest {

    private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'medicationCodeableConcept':{'coding':[{'system':'RXNORM','code':'11289'}]}                    | warfarin     | true",
                "'medicationCodeableConcept':{'coding':[{'system':'urn:oid:2.16.840.1.113883.6.88','code':'1364430'}]} | apixaban | true",
                "'medicationCodeableConcept':{'coding':[{'system':'RXNORM','code':'855332','display':'Warfarin Sodium 5 MG Oral Tablet'}]} | warfarin | false",
                "'medicationCodeableConcept':{'text':'RIVAROXABAN 20 mg'}                                      | rivaroxaban  | false",
                "'medicationReference':{'reference':'Medication/1','display':'enoxaparin 40 mg/0.4 mL'}        | enoxaparin   | false",
                "'contained':[{'resourceType':'Medication','id':'m','code':{'text':'heparin'}}],'medicationReference':{'reference':'#m'} | heparin | false"
            })
    void an_anticoagulant_is_known_by_its_code_or_by_its_name(String medication, String name, boolean coded) {
        List<Drug> drugs = drugs(request(medication.replace("RXNORM", RXNORM)));
        assertEquals(
                List.of(name),
                drugs.stream().map(drug -> drug.evidence().value()).toList());
        assertEquals(Drug.Kind.ANTICOAGULANT, drugs.get(0).kind());
        assertEquals(coded, drugs.get(0).coded());
    }

    @Test
    void a_systemic_drug_is_of_its_own_kind_and_a_combination_is_two() {
        List<Drug> drugs = drugs(request("'medicationCodeableConcept':{'text':'atezolizumab + bevacizumab'}"));
        assertEquals(
                Set.of("atezolizumab", "bevacizumab"),
                Set.copyOf(drugs.stream().map(drug -> drug.evidence().value()).toList()));
        assertEquals(Drug.Kind.SYSTEMIC_THERAPY, drugs.get(0).kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stopped", "completed", "cancelled", "entered-in-error", "draft", "on-hold"})
    void what_is_not_active_is_not_taken(String status) {
        ObjectNode warfarin =
                request("'medicationCodeableConcept':{'text':'warfarin'}").put("status", status);
        assertEquals(List.of(), drugs(warfarin));
    }

    @ParameterizedTest
    @CsvSource({"true, 0", "false, 1"})
    void what_is_not_to_be_given_is_not_taken(boolean not, int drugs) {
        ObjectNode sorafenib =
                request("'medicationCodeableConcept':{'text':'sorafenib'}").put("doNotPerform", not);
        assertEquals(drugs, drugs(sorafenib).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'medicationCodeableConcept':{'text':'metformin 500 mg'}",
                "'medicationCodeableConcept':{'coding':[{'system':'urn:x','code':'11289'}]}",
                "'medicationCodeableConcept':{'text':'antiheparinase'}"
            })
    void other_drugs_are_none(String medication) {
        assertEquals(List.of(), drugs(request(medication)));
        assertEquals(Set.of(), read(prefetch(request(medication))).entries().unread());
    }

    @Test
    void a_drug_that_nothing_names_leaves_the_medications_unread() {
        ObjectNode nameless = request("'medicationReference':{'reference':'Medication/1'}");
        assertEquals(
                Set.of(ChartPart.MEDICATIONS),
                read(prefetch(nameless)).entries().unread());
    }

    @Test
    void a_statement_counts_as_a_request_does() {
        ObjectNode statement = json("{'resourceType':'MedicationStatement','id':'s','status':'active','subject':"
                + "{'reference':'Patient/p1'},'medicationCodeableConcept':{'text':'warfarin'}}");
        ObjectNode prefetch = prefetch();
        prefetch.set("medications", Fhir.bundle(statement));
        assertEquals(1, read(prefetch).entries().drugs().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'code':{'coding':[{'system':'http://snomed.info/sct','code':'426722004'}]}                 | 1",
                "'code':{'coding':[{'system':'http://snomed.info/sct','code':'293637006'}]}                 | 1",
                "'code':{'text':'IV contrast dye'}                                                            | 1",
                "'code':{'text':'Penicillin'}                                                                 | 0",
                "'code':{'text':'contrast'},'verificationStatus':{'coding':[{'code':'refuted'}]}              | 0",
                "'code':{'text':'contrast'},'verificationStatus':{'coding':[{'code':'entered-in-error'}]}     | 0",
                "'code':{'text':'contrast'},'clinicalStatus':{'coding':[{'code':'resolved'}]}                 | 0",
                "'code':{'text':'contrast'},'clinicalStatus':{'coding':[{'code':'inactive'}]}                 | 0",
                "'code':{'text':'contrast'},'clinicalStatus':{'coding':[{'code':'active'}]}                   | 1"
            })
    void an_allergy_to_contrast_media_is_known_by_code_or_word_unless_it_is_none(String allergy, int expected) {
        ObjectNode resource = json(
                "{'resourceType':'AllergyIntolerance','id':'a','patient':{'reference':'Patient/p1'}," + allergy + "}");
        List<Evidence> found = read(prefetch(resource)).entries().contrastAllergies();
        assertEquals(expected, found.size());
    }

    private static ObjectNode request(String medication) {
        return json("{'resourceType':'MedicationRequest','id':'m','status':'active','intent':'order','authoredOn':"
                + "'2026-11-01','subject':{'reference':'Patient/p1'}," + medication + "}");
    }

    private static List<Drug> drugs(ObjectNode resource) {
        return read(prefetch(resource)).entries().drugs();
    }
}
