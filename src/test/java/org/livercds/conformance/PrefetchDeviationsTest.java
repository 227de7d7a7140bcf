package org.livercds.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;

/** What clients do otherwise than the specification says, in the values of prefetch. */
@QuarkusTest
class PrefetchDeviationsTest {

    private static final String EHR = "https://ehr.example.org/api/FHIR/R4";

    private static final String NO_RESULTS = """
            {"resourceType": "Bundle", "type": "searchset", "total": 0, "entry": [{
              "fullUrl": "urn:uuid:00000000-0000-4000-8000-000000000001", "search": {"mode": "outcome"},
              "resource": {"resourceType": "OperationOutcome", "issue": [{
                "severity": "warning", "code": "processing", "details": {"text": "Resource request returns no results.",
                "coding": [{"system": "urn:oid:1.2.840.114350.1.13.0.1.7.2.657369", "code": "4101"}]}}]}}]}
            """;

    private static final String FAILED = """
            {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "exception"}]}
            """;

    @EveryHook
    void d08_references_and_full_urls_in_prefetch_are_absolute(String hook) {
        ObjectNode request = Ehr.request(hook);
        List<String> usual = Ehr.advice(hook, request);
        String prefetch = request.path("prefetch")
                .toString()
                .replaceAll("\"reference\":\"([A-Z])", "\"reference\":\"" + EHR + "/$1")
                .replaceAll("\"fullUrl\":\"[^\"]*/([A-Za-z]+/[^/\"]+)\"", "\"fullUrl\":\"" + EHR + "/$1\"");
        assertTrue(prefetch.contains(EHR + "/Patient/"));
        request.set("prefetch", Ehr.json(prefetch));
        request.put("fhirServer", EHR);
        assertEquals(usual, Ehr.advice(hook, request));
    }

    @EveryHook
    void d09_an_empty_search_of_epic_is_empty_not_an_error(String hook) {
        ObjectNode request = Ehr.request(hook);
        ObjectNode prefetch = Ehr.object(request, "prefetch");
        prefetch.putObject("procedures")
                .put("resourceType", "Bundle")
                .put("type", "searchset")
                .put("total", 0);
        List<String> usual = Ehr.advice(hook, request);
        prefetch.set("procedures", Ehr.json(NO_RESULTS));
        JsonNode answer = Ehr.answer(hook, request);
        assertEquals("EMPTY", Ehr.state(answer, "procedures"));
        assertEquals(usual, Ehr.advice(answer));
        prefetch.set("conditions", Ehr.json(NO_RESULTS));
        assertEquals("noLiverDisease", Ehr.reason(Ehr.answer(hook, request)));
    }

    @EveryHook
    void d10_an_operation_outcome_for_a_value_is_an_error_and_never_none(String hook) {
        ObjectNode request = Ehr.request(hook);
        List<String> usual = Ehr.advice(hook, request);
        Ehr.object(request, "prefetch").set("procedures", Ehr.json(FAILED));
        JsonNode answer = Ehr.answer(hook, request);
        assertEquals("ERROR", Ehr.state(answer, "procedures"));
        assertNotEquals(usual, Ehr.advice(answer));
        Ehr.object(request, "prefetch").set("conditions", Ehr.json(FAILED));
        Ehr.assertStatus(412, Ehr.post(hook, request));
    }

    @EveryHook
    void d11_text_for_a_value_is_unusable_and_the_old_wrapping_is_opened(String hook) {
        ObjectNode request = Ehr.request(hook);
        List<String> usual = Ehr.advice(hook, request);
        ObjectNode prefetch = Ehr.object(request, "prefetch");
        JsonNode procedures = prefetch.path("procedures");
        for (String text : List.of("<html><body>502 Bad Gateway</body></html>", procedures.toString())) {
            prefetch.put("procedures", text);
            assertEquals("UNUSABLE", Ehr.state(Ehr.answer(hook, request), "procedures"));
        }
        prefetch.properties().forEach(entry -> entry.setValue(wrapped(entry)));
        prefetch.set("procedures", procedures);
        assertEquals(usual, Ehr.advice(hook, request));
    }

    private static JsonNode wrapped(Map.Entry<String, JsonNode> entry) {
        ObjectNode old = (ObjectNode) Ehr.json("{\"response\": {\"status\": \"200 OK\"}}");
        return old.set("resource", entry.getValue());
    }

    @EveryHook
    void d12_a_search_may_be_a_bare_resource_a_collection_or_have_no_type(String hook) {
        ObjectNode request = Ehr.request(hook);
        ObjectNode prefetch = Ehr.object(request, "prefetch");
        ArrayNode conditions = (ArrayNode) prefetch.at("/conditions/entry");
        conditions.remove(1);
        Ehr.object(prefetch, "conditions").put("total", 1);
        List<String> usual = Ehr.advice(hook, request);
        prefetch.set("conditions", conditions.path(0).path("resource"));
        Ehr.object(prefetch, "observations").put("type", "collection").remove("total");
        Ehr.object(prefetch, "labs").remove("type");
        assertEquals(usual, Ehr.advice(hook, request));
    }
}
