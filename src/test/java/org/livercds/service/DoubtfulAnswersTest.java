package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.hooks.Evaluation;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;
import org.livercds.outbound.Fault;
import org.livercds.outbound.FhirDouble;

/** Answers of a FHIR server that look whole and are not: nothing of them may make the service speak more firmly. */
class DoubtfulAnswersTest extends FetchingCase {

    private static final String EXAMPLE = "three-metastases-under-3-cm";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Test
    void a_second_page_that_is_no_bundle_leaves_the_first_a_part() {
        List<ObjectNode> pages = pages(2);
        pages.get(0).remove("total");
        HookResponse response = withObservations(pages.get(0).toString(), "{\"resourceType\":\"Parameters\"}");
        assertEquals("PARTIAL", report(response, "observations").state());
        assertNothingFirm(response);
    }

    @Test
    void a_search_that_is_answered_by_one_resource_is_no_answer() {
        JsonNode one =
                tree(searchset(EXAMPLE, "Observation")).path("entry").path(0).path("resource");
        HookResponse response = withObservations(one.toString());
        assertEquals("NOT_FHIR_JSON", report(response, "observations").problem());
    }

    @Test
    void a_read_that_is_answered_by_a_bundle_is_no_answer() {
        try (FhirDouble server = new FhirDouble().serve("Patient/", "{\"resourceType\":\"Bundle\",\"total\":0}")) {
            ObjectNode request = from(without(request(EXAMPLE), "patient"), server.base());
            HookResponse response = answer(service(PATIENCE, server.base()), request);
            assertEquals("ERROR", report(response, "patient").state());
            assertEquals("incomplete", evaluation(response).status());
        }
    }

    @Test
    void pages_that_overlap_have_lost_another_resource() {
        ObjectNode all = tree(searchset(EXAMPLE, "Observation"));
        ArrayNode entries = (ArrayNode) all.path("entry");
        ObjectNode first = all.deepCopy();
        ObjectNode second = all.deepCopy();
        first.putArray("entry").add(entries.get(0)).add(entries.get(1));
        ArrayNode rest = second.putArray("entry").add(entries.get(1));
        for (int i = 3; i < entries.size(); i++) {
            rest.add(entries.get(i));
        }
        HookResponse response = withObservations(first.toString(), second.toString());
        assertEquals("PARTIAL", report(response, "observations").state());
        assertNothingFirm(response);
    }

    @Test
    void fewer_entries_than_the_total_are_a_part() {
        ObjectNode some = tree(searchset(EXAMPLE, "Observation"));
        ((ArrayNode) some.path("entry")).remove(0);
        HookResponse response = withObservations(some.toString());
        assertEquals("PARTIAL", report(response, "observations").state());
        assertNothingFirm(response);
    }

    @Test
    void a_resource_of_another_record_among_them_makes_a_part_of_it() {
        ObjectNode served = tree(searchset(EXAMPLE, "Observation"));
        ((ObjectNode) served.at("/entry/2/resource/subject")).put("reference", "Patient/merged-record");
        HookResponse response = withObservations(served.toString());
        assertEquals("PARTIAL", report(response, "observations").state());
        assertEquals(1, report(response, "observations").skipped());
        assertNothingFirm(response);
    }

    @ParameterizedTest
    @CsvSource({
        "conditions,   three-metastases-under-3-cm",
        "observations, three-metastases-under-3-cm",
        "procedures,   hcc-treated-after-measuring"
    })
    void what_prefetch_brought_is_not_disproved_by_a_server_that_has_none(String key, String example) {
        ObjectNode cut = request(example);
        ((ObjectNode) cut.at("/prefetch/" + key)).put("total", 99);
        HookResponse alone = answer(service(PATIENCE), cut.deepCopy());
        try (FhirDouble server = new FhirDouble()) {
            HookResponse asked = answer(service(PATIENCE, server.base()), from(cut, server.base()));
            assertFalse(server.received().isEmpty());
            assertEquals("PARTIAL", report(asked, key).state());
            assertEquals(seen(alone), seen(asked));
            assertEquals(evaluation(alone).cautions(), evaluation(asked).cautions());
        }
    }

    @Test
    void what_failed_on_the_way_leaves_what_prefetch_brought() {
        ObjectNode damaged = request(EXAMPLE);
        ((ArrayNode) damaged.at("/prefetch/conditions/entry"))
                .addObject()
                .putObject("resource")
                .put("resourceType", "Condition");
        HookResponse alone = answer(service(PATIENCE), damaged.deepCopy());
        for (Fault fault : List.of(Fault.HTTP_500, Fault.SECOND_PAGE_500, Fault.HANG)) {
            try (FhirDouble server = new FhirDouble().fail("Condition", fault)) {
                ObjectNode request = from(damaged.deepCopy(), server.base());
                HookResponse asked = answer(service(Duration.ofMillis(500), server.base()), request);
                assertEquals(seen(alone), seen(asked), fault.name());
            }
        }
    }

    @Test
    void observations_without_ids_are_not_counted_twice() {
        ObjectNode request = request(EXAMPLE);
        strip(request.at("/prefetch/observations/entry"), "id", "focus", "identifier");
        ((ObjectNode) request.at("/prefetch/observations")).put("total", 99);
        HookResponse alone = answer(service(PATIENCE), request.deepCopy());
        ObjectNode served = tree(searchset(EXAMPLE, "Observation"));
        strip(served.path("entry"), "focus", "identifier");
        try (FhirDouble server =
                new FhirDouble().serve("Observation", served.toString()).fail("Observation", Fault.SECOND_PAGE_500)) {
            HookResponse asked = answer(service(PATIENCE, server.base()), from(request, server.base()));
            assertEquals(alone.cards().get(0).summary(), asked.cards().get(0).summary());
        }
    }

    @Test
    void labs_of_a_server_that_does_not_sort_are_read_to_the_end() {
        String example = "unresectable-liver-only-hcc";
        String patient = request(example).at("/context/patientId").asText();
        ObjectNode first = tree("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":11}");
        for (int day = 1; day <= 10; day++) {
            first.withArray("/entry").add(bilirubin(patient, "old" + day, "2026-11-%02d".formatted(day), "1.0"));
        }
        ObjectNode second = tree("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":11}");
        second.withArray("/entry").add(bilirubin(patient, "new", "2026-11-19", "9.0"));
        try (FhirDouble server = new FhirDouble().serve("Observation", first.toString(), second.toString())) {
            ObjectNode request = from(without(request(example), "labs"), server.base());
            HookResponse response = answer(service(PATIENCE, server.base()), request);
            assertEquals("DATA", report(response, "labs").state());
            assertTrue(evaluation(response).cautions().contains("K-BILI"));
            assertNothingFirm(response);
        }
    }

    @Test
    void labs_that_are_newest_first_are_read_no_further() {
        String example = "unresectable-liver-only-hcc";
        String patient = request(example).at("/context/patientId").asText();
        ObjectNode first = tree("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":60}");
        first.withArray("/entry").add(bilirubin(patient, "new", "2026-11-19", "1.0"));
        first.withArray("/entry").add(bilirubin(patient, "old", "2026-11-01", "9.0"));
        try (FhirDouble server = new FhirDouble().serve("Observation", first.toString(), first.toString())) {
            ObjectNode request = from(without(request(example), "labs"), server.base());
            HookResponse response = answer(service(PATIENCE, server.base()), request);
            assertEquals("DATA", report(response, "labs").state());
            assertEquals(1, server.received("Observation").size());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceType':'Bundle','total':0,'entry':[{'resource':{'resourceType':'OperationOutcome','issue':[{'severity':'error','code':'exception'}]}}]}",
                "{'resourceType':'Bundle','entry':'x'}"
            })
    void conditions_that_are_an_error_in_a_bundle_are_refused_fetched_as_prefetched(String bundle) {
        String json = bundle.replace('\'', '"');
        try (FhirDouble server = new FhirDouble().serve("Condition", json)) {
            ObjectNode request = from(without(request(EXAMPLE), "conditions"), server.base());
            RefusedException refused = refused(service(PATIENCE, server.base()), request);
            assertEquals(Refusal.CONDITIONS_NOT_FETCHED, refused.refusal());
        }
        ObjectNode prefetched = request(EXAMPLE);
        ((ObjectNode) prefetched.path("prefetch")).set("conditions", tree(json));
        assertEquals(
                Refusal.NO_CONDITIONS, refused(service(PATIENCE), prefetched).refusal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Observation.c", "Observation.write", "Observation.r"})
    void a_restricted_scope_stays_restricted_beside_one_that_does_not_search(String other) {
        String scope =
                "patient/Condition.rs patient/Procedure.rs patient/Observation.s?category=laboratory patient/" + other;
        try (FhirDouble server = serving()) {
            ObjectNode request = authorized(from(without(request(EXAMPLE), "observations"), server.base()), "t", scope);
            HookResponse response = answer(service(PATIENCE, server.base()), request);
            assertEquals("PARTIAL", report(response, "observations").state());
            assertNothingFirm(response);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"launch openid fhirUser", "patient/Observation.RS", "patient/Observation.rs?"})
    void a_smart_scope_that_grants_nothing_asks_for_nothing(String scope) {
        try (FhirDouble server = serving()) {
            ObjectNode request = authorized(from(without(request(EXAMPLE), "observations"), server.base()), "t", scope);
            HookResponse response = answer(service(PATIENCE, server.base()), request);
            assertEquals("OUT_OF_SCOPE", report(response, "observations").problem());
            assertEquals(List.of(), server.received());
        }
    }

    @ParameterizedTest
    @CsvSource({"abc def, Bearer", "Bearer abc, Bearer", "abc, DPoP"})
    void a_token_that_cannot_be_sent_makes_no_anonymous_call(String token, String type) {
        try (FhirDouble server = serving()) {
            ObjectNode request =
                    authorized(from(without(request(EXAMPLE), "observations"), server.base()), token, "patient/*.rs");
            ((ObjectNode) request.path("fhirAuthorization")).put("token_type", type);
            HookResponse response = answer(service(PATIENCE, server.base()), request);
            assertEquals("UNAUTHORIZED", report(response, "observations").problem());
            assertEquals(List.of(), server.received());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Bearer x\"", "[]", "{\"access_token\":5}", "{\"scope\":[]}", "{\"patient\":7}", "null"})
    void an_odd_authorization_costs_nothing_that_prefetch_brought(String authorization) {
        ObjectNode request = request(EXAMPLE);
        request.set("fhirAuthorization", tree("{\"a\":" + authorization + "}").get("a"));
        assertEquals("evaluated", evaluation(answer(service(PATIENCE), request)).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceType':'BodyStructure','id':'metastases-three-bodystructure-1','patient':{'reference':'Patient/other'}}",
                "{'resourceType':'BodyStructure','id':'another'}",
                "{'resourceType':'Bundle','total':0}",
                "{'resourceType':'Patient','id':'other'}"
            })
    void a_body_structure_that_is_not_the_one_asked_for_is_not_there(String given) {
        ObjectNode request = request(EXAMPLE);
        ArrayNode structures = (ArrayNode) request.at("/prefetch/bodyStructures/entry");
        structures.remove(0);
        ((ObjectNode) request.at("/prefetch/bodyStructures")).put("total", structures.size());
        try (FhirDouble server = new FhirDouble().serve("BodyStructure/", given.replace('\'', '"'))) {
            HookResponse response = answer(service(PATIENCE, server.base()), from(request, server.base()));
            assertEquals(
                    1,
                    server.received("BodyStructure/metastases-three-bodystructure-1")
                            .size());
            assertEquals("PARTIAL", report(response, "bodyStructures").state());
            assertNothingFirm(response);
        }
    }

    /** Each lesion measured once by its BodyStructure and once, earlier, by its identifier. */
    @Test
    void lesions_whose_body_structures_are_unread_are_not_counted_twice() {
        ObjectNode request = request(EXAMPLE);
        ArrayNode observations = (ArrayNode) request.at("/prefetch/observations/entry");
        List<ObjectNode> earlier = new ArrayList<>();
        for (JsonNode structure : request.at("/prefetch/bodyStructures/entry")) {
            String reference = "BodyStructure/" + structure.at("/resource/id").asText();
            for (JsonNode entry : observations) {
                if (entry.at("/resource/focus/0/reference").asText().endsWith(reference)) {
                    earlier.add(earlier(entry, structure.at("/resource/identifier")));
                }
            }
        }
        assertEquals(3, earlier.size());
        earlier.forEach(observations::add);
        ((ObjectNode) request.at("/prefetch/observations")).put("total", observations.size());

        HookResponse read = answer(service(PATIENCE), request.deepCopy());
        assertTrue(read.cards().get(0).summary().startsWith("3 liver lesions"));
        HookResponse unread = answer(service(PATIENCE), without(request, "bodyStructures"));
        assertTrue(
                unread.cards().get(0).summary().startsWith("At least 3 liver lesions"),
                unread.cards().get(0).summary());
        assertNothingFirm(unread);
    }

    private static ObjectNode earlier(JsonNode entry, JsonNode identifier) {
        ObjectNode copy = entry.deepCopy();
        copy.remove("fullUrl");
        ObjectNode observation = (ObjectNode) copy.path("resource");
        observation.put("id", observation.path("id").asText() + "-earlier").put("effectiveDateTime", "2026-10-05");
        observation.remove("focus");
        observation.set("identifier", identifier);
        observation
                .putObject("bodySite")
                .putArray("coding")
                .addObject()
                .put("system", "http://snomed.info/sct")
                .put("code", "10200004");
        return copy;
    }

    @Test
    void a_reference_that_is_no_id_is_not_followed() {
        ObjectNode request = request(EXAMPLE);
        for (String reference : List.of(
                "BodyStructure/x/$everything",
                "BodyStructure/" + "a".repeat(300),
                "https://elsewhere.example/fhir/BodyStructure/9")) {
            ((ObjectNode) request.at("/prefetch/observations/entry/0/resource"))
                    .putArray("focus")
                    .addObject()
                    .put("reference", reference);
            try (FhirDouble server = new FhirDouble()) {
                answer(service(PATIENCE, server.base()), from(request.deepCopy(), server.base()));
                assertEquals(List.of(), server.received(), reference);
            }
        }
    }

    @Test
    void a_default_port_in_the_server_address_makes_no_other_server() {
        ObjectNode request = request(EXAMPLE);
        String patient = request.at("/context/patientId").asText();
        for (JsonNode entry : request.at("/prefetch/observations/entry")) {
            ((ObjectNode) entry.at("/resource/subject"))
                    .put("reference", "https://ehr.example.org/fhir/Patient/" + patient);
        }
        HookResponse response = answer(service(PATIENCE), from(request, "https://ehr.example.org:443/fhir"));
        assertEquals("DATA", report(response, "observations").state());
    }

    private HookResponse withObservations(String... pages) {
        try (FhirDouble server = new FhirDouble().serve("Observation", pages)) {
            ObjectNode request = from(without(request(EXAMPLE), "observations"), server.base());
            return answer(service(PATIENCE, server.base()), request);
        }
    }

    private static FhirDouble serving() {
        return new FhirDouble().serve("Observation", searchset(EXAMPLE, "Observation"));
    }

    private static void assertNothingFirm(HookResponse response) {
        assertEquals(
                List.of(),
                evaluation(response).recommendations().stream()
                        .filter(offer -> offer.status().equals("recommended"))
                        .map(Evaluation.Offer::topic)
                        .toList());
    }

    /** The observations of the example over some pages. */
    private static List<ObjectNode> pages(int number) {
        ObjectNode all = tree(searchset(EXAMPLE, "Observation"));
        List<ObjectNode> pages = new ArrayList<>();
        for (int page = 0; page < number; page++) {
            ObjectNode part = all.deepCopy();
            ArrayNode entries = part.putArray("entry");
            for (int i = page; i < all.path("entry").size(); i += number) {
                entries.add(all.path("entry").get(i));
            }
            pages.add(part);
        }
        return pages;
    }

    private static void strip(JsonNode entries, String... fields) {
        entries.forEach(entry -> ((ObjectNode) entry.path("resource")).remove(List.of(fields)));
    }

    private static ObjectNode bilirubin(String patient, String id, String date, String value) {
        return tree("{\"resource\":{\"resourceType\":\"Observation\",\"id\":\"" + id
                + "\",\"status\":\"final\",\"subject\":{\"reference\":\"Patient/" + patient
                + "\"},\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"1975-2\"}]},"
                + "\"effectiveDateTime\":\"" + date + "\",\"valueQuantity\":{\"value\":" + value
                + ",\"unit\":\"mg/dL\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"mg/dL\"}}}");
    }

    private static ObjectNode tree(String json) {
        return WireJson.readObject(json.getBytes(StandardCharsets.UTF_8));
    }
}
