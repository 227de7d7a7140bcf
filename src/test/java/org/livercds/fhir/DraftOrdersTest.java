package org.livercds.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.clinical.guideline.RecommendationId.ABLATION;
import static org.livercds.clinical.guideline.RecommendationId.EMBOLIZATION;
import static org.livercds.clinical.guideline.RecommendationId.SYSTEMIC_THERAPY;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ValueSets;
import org.livercds.hooks.WireJson;

/** Drafts as real clients send them. */
class DraftOrdersTest {

    private static final DraftOrders DRAFTS = new DraftOrders(ValueSets.read(ContentFolder.inJar("fhir-profiles")));
    private static final String SNOMED = "http://snomed.info/sct";
    private static final String THERMAL_ABLATION =
            "'code': {'coding': [{'system': 'http://snomed.info/sct', 'code': '428115007'}]}";

    @ParameterizedTest
    @CsvSource({
        "http://snomed.info/sct, 428115007, ABLATION",
        "http://snomed.info/sct, 1256090000, IRREVERSIBLE_ELECTROPORATION",
        "http://www.ama-assn.org/go/cpt, 47382, ABLATION",
        "http://www.ama-assn.org/go/cpt, 47384, IRREVERSIBLE_ELECTROPORATION",
        "http://www.cms.gov/Medicare/Coding/ICD10, 0F503ZZ, ABLATION",
        "http://www.cms.gov/Medicare/Coding/ICD10, 0F513ZF, IRREVERSIBLE_ELECTROPORATION",
        "http://snomed.info/sct, 314617008, EMBOLIZATION",
        "http://snomed.info/sct, 764677008, RADIOEMBOLIZATION",
        "http://snomed.info/sct, 71273005, RESECTION",
        "http://www.cms.gov/Medicare/Coding/ICD10, 0FB13ZZ, RESECTION",
        "http://snomed.info/sct, 18027006, TRANSPLANT",
        "http://www.ama-assn.org/go/cpt, 47135, TRANSPLANT",
        "http://www.cms.gov/Medicare/Coding/ICD10, DF20DZZ, RADIATION"
    })
    void treatments_of_the_liver_are_known_by_their_codes(String system, String code, RecommendationId treatment) {
        assertEquals(
                Set.of(treatment),
                read(request("'code': {'coding': [{'system': '%s', 'code': '%s'}]}".formatted(system, code))));
    }

    @Test
    void what_may_be_of_any_organ_needs_a_site_in_the_liver() {
        String embolization = "'code': {'coding': [{'system': 'http://www.ama-assn.org/go/cpt', 'code': '37243'}]}";
        assertEquals(Set.of(), read(request(embolization)));
        assertEquals(
                Set.of(EMBOLIZATION),
                read(request(embolization
                        + ", 'bodySite': [{'coding': [{'system': '%s', 'code': '10200004'}]}]".formatted(SNOMED))));
        assertEquals(
                Set.of(),
                read(request(embolization
                        + ", 'bodySite': [{'coding': [{'system': '%s', 'code': '64033007'}]}]".formatted(SNOMED))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'medicationCodeableConcept': {'coding': [{'system': 'http://www.nlm.nih.gov/research/umls/rxnorm', 'code': '495881'}]}",
                "'medicationCodeableConcept': {'text': 'SORAFENIB 200 mg tablet'}",
                "'medicationCodeableConcept': {'coding': [{'system': 'urn:site', 'code': '1', 'display': 'Lenvatinib 4 MG Oral Capsule'}]}",
                "'medicationReference': {'display': 'atezolizumab injection'}",
                "'contained': [{'resourceType': 'Medication', 'id': 'm', 'code': {'text': 'pembrolizumab'}}], 'medicationReference': {'reference': '#m'}",
                "'category': {'text': 'community'}, 'medicationCodeableConcept': {'text': 'Tremelimumab-actl'}"
            })
    void systemic_drugs_are_known_by_code_or_name(String medication) {
        assertEquals(Set.of(SYSTEMIC_THERAPY), read(draft("MedicationRequest", medication)));
        assertEquals(Set.of(SYSTEMIC_THERAPY), read(draft("MedicationOrder", medication)));
    }

    @Test
    void a_medication_beside_the_request_names_it() {
        String bundle = bundle(
                entry(
                        "https://ehr.example/fhir/Medication/m1",
                        "{'resourceType': 'Medication', 'id': 'm1', 'code': {'text': 'Nivolumab'}}"),
                entry(
                        "",
                        draft(
                                "MedicationRequest",
                                "'medicationReference': {'reference': 'https://ehr.example/fhir/Medication/m1'}")));
        assertEquals(Set.of(SYSTEMIC_THERAPY), treatments(bundle, "null"));
        String other = bundle(
                entry("", "{'resourceType': 'Medication', 'id': 'm2', 'code': {'text': 'Nivolumab'}}"),
                entry("", draft("MedicationRequest", "'medicationReference': {'reference': 'Medication/m1'}")));
        assertEquals(Set.of(), treatments(other, "null"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceType': 'ServiceRequest', 'code': {'text': 'CT of the chest'}}",
                "{'resourceType': 'ServiceRequest', 'code': {'coding': [{}]}}",
                "{'resourceType': 'ServiceRequest'}",
                "{'resourceType': 'ServiceRequest', 'code': 'ablation'}",
                "{'resourceType': 'ServiceRequest', 'code': {'coding': [{'system': 'http://snomed.info/sct', 'code': '18286008', 'display': 'Catheter ablation of heart'}]}}",
                "{'resourceType': 'MedicationRequest', 'medicationCodeableConcept': {'text': 'aspirin 81 mg'}}",
                "{'resourceType': 'MedicationRequest', 'medicationCodeableConcept': {'text': 'warfarin'}}",
                "{'resourceType': 'NutritionOrder'}",
                "{'resourceType': 'Patient', 'id': 'p1'}",
                "{}"
            })
    void other_drafts_are_none_of_ours(String draft) {
        assertEquals(Set.of(), read(draft));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "{'resourceType': 'Bundle'}",
                "'text'",
                "{'entry': [{}, null, 7]}",
                "{'entry': {}}"
            })
    void no_drafts_are_none(String drafts) {
        assertEquals(Set.of(), treatments(drafts, "null"));
        assertEquals(
                Set.of(),
                DRAFTS.treatments(MissingNode.getInstance(), MissingNode.getInstance(), "p1", Optional.empty()));
    }

    @Test
    void a_list_of_resources_and_a_bundle_without_type_are_read() {
        assertEquals(Set.of(ABLATION), treatments("[" + request(THERMAL_ABLATION) + "]", "null"));
        assertEquals(
                Set.of(ABLATION), treatments("{'entry': [{'resource': " + request(THERMAL_ABLATION) + "}]}", "null"));
    }

    @Test
    void a_draft_that_was_withdrawn_or_forbids_is_none() {
        assertEquals(Set.of(), read(request(THERMAL_ABLATION + ", 'status': 'entered-in-error'")));
        assertEquals(Set.of(), read(request(THERMAL_ABLATION + ", 'doNotPerform': true")));
        assertEquals(Set.of(ABLATION), read(request(THERMAL_ABLATION + ", 'status': 'draft', 'intent': 'order'")));
    }

    @Test
    void the_draft_of_another_patient_is_not_used() {
        assertEquals(Set.of(), read(request(THERMAL_ABLATION + ", 'subject': {'reference': 'Patient/other'}")));
        assertEquals(Set.of(ABLATION), read(request(THERMAL_ABLATION + ", 'subject': {'reference': 'Patient/p1'}")));
        assertEquals(
                Set.of(ABLATION),
                read(request(THERMAL_ABLATION + ", 'subject': {'reference': 'https://ehr.example/fhir/Patient/p1'}")));
    }

    @Test
    void only_what_was_just_selected_counts() {
        String long200 = "o".repeat(200);
        String bundle = bundle(
                entry("", request(THERMAL_ABLATION + ", 'id': '" + long200 + "'")),
                entry(
                        "https://ehr.example/fhir/MedicationRequest/2",
                        draft("MedicationRequest", "'medicationCodeableConcept': {'text': 'sorafenib'}")));
        assertEquals(Set.of(ABLATION, SYSTEMIC_THERAPY), treatments(bundle, "null"));
        assertEquals(Set.of(ABLATION), treatments(bundle, "['ServiceRequest/" + long200 + "']"));
        assertEquals(Set.of(SYSTEMIC_THERAPY), treatments(bundle, "['https://ehr.example/fhir/MedicationRequest/2']"));
        assertEquals(Set.of(ABLATION, SYSTEMIC_THERAPY), treatments(bundle, "['ServiceRequest/unknown', 7]"));
        assertEquals(Set.of(ABLATION, SYSTEMIC_THERAPY), treatments(bundle, "[]"));
    }

    private static String request(String members) {
        return draft("ServiceRequest", members);
    }

    private static String draft(String type, String members) {
        return "{'resourceType': '" + type + "', " + members + "}";
    }

    private static String entry(String fullUrl, String resource) {
        return "{'fullUrl': '" + fullUrl + "', 'resource': " + resource + "}";
    }

    private static String bundle(String... entries) {
        return "{'resourceType': 'Bundle', 'entry': [" + String.join(", ", entries) + "]}";
    }

    private static Set<RecommendationId> read(String draft) {
        return treatments(bundle(entry("", draft)), "null");
    }

    private static Set<RecommendationId> treatments(String drafts, String selections) {
        String json = "{'draftOrders': " + drafts + ", 'selections': " + selections + "}";
        ObjectNode context = WireJson.readObject(json.replace('\'', '"').getBytes(UTF_8));
        return DRAFTS.treatments(
                context.path("draftOrders"), context.path("selections"), "p1", Optional.of("https://ehr.example/fhir"));
    }
}
