package org.livercds.conformance;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Discovery keeps the rules of CDS Hooks, whatever the services are. */
@QuarkusTest
class DiscoveryRulesTest {

    private static final Set<String> MEMBERS =
            Set.of("hook", "id", "title", "description", "prefetch", "usageRequirements", "version", "extension");
    private static final Set<String> HOOKS_OF_THE_LIBRARY = Set.of("patient-view", "order-select", "order-sign");

    private static final Pattern READ = Pattern.compile("[A-Z][A-Za-z]+/\\{\\{context\\.patientId}}");
    private static final Pattern SEARCH = Pattern.compile("[A-Z][A-Za-z]+\\?(.+)");
    private static final Pattern TOKEN = Pattern.compile("\\{\\{(.*?)}}");
    private static final Set<String> PARAMETERS = Set.of("patient", "code", "_sort", "_count");

    @Test
    void discovery_is_json_with_a_list_of_services_and_the_same_each_time() {
        Response response = given().get("/cds-services");
        assertEquals(200, response.statusCode());
        assertEquals("application/json", response.contentType().split(";")[0]);
        JsonNode body = Ehr.json(response.asByteArray());
        assertTrue(body.path("services").isArray());
        assertEquals(1, body.size());
        assertEquals(body, Ehr.json(given().get("/cds-services").asByteArray()));
    }

    @Test
    void each_service_has_its_hook_id_description_and_title_and_nothing_unknown() {
        for (JsonNode service : services()) {
            for (String member : List.of("hook", "id", "description", "title", "usageRequirements", "version")) {
                assertTrue(service.path(member).isTextual(), member);
                assertFalse(service.path(member).asText().isBlank(), member);
            }
            assertTrue(MEMBERS.containsAll(names(service)), () -> names(service).toString());
            assertTrue(HOOKS_OF_THE_LIBRARY.contains(service.path("hook").asText()));
        }
    }

    @Test
    void nothing_is_null_or_empty_and_extensions_have_names_of_our_own() {
        JsonNode discovery = Ehr.json(given().get("/cds-services").asByteArray());
        assertEquals(List.of(), AnswerRules.nothingEmpty(discovery).toList());
        assertEquals(List.of(), AnswerRules.extensions(discovery).toList());
    }

    @Test
    void no_two_services_share_an_id_and_each_is_called_under_it() {
        List<JsonNode> services = services();
        Set<String> ids =
                services.stream().map(service -> service.path("id").asText()).collect(toSet());
        assertEquals(services.size(), ids.size());
        for (JsonNode service : services) {
            String hook = service.path("hook").asText();
            assertEquals(
                    200,
                    given().contentType("application/json")
                            .body(Ehr.request(hook).toString())
                            .post("/cds-services/" + service.path("id").asText())
                            .statusCode());
        }
    }

    @Test
    void the_version_is_that_of_cds_hooks_and_no_version_of_a_hook_is_claimed() {
        for (JsonNode service : services()) {
            assertTrue(service.path("version").asText().matches("\\d+\\.\\d+\\.\\d+"));
            assertFalse(service.has("hookVersion"));
        }
    }

    @Test
    void every_template_reads_the_patient_or_searches_one_type_without_a_base() {
        for (String template : templates()) {
            assertTrue(
                    READ.matcher(template).matches() || SEARCH.matcher(template).matches(), template);
            assertFalse(template.split("\\?")[0].contains(":"), template);
        }
    }

    @Test
    void the_only_token_is_the_patient_which_every_hook_offers() {
        for (String template : templates()) {
            List<String> tokens = TOKEN.matcher(template)
                    .results()
                    .map(token -> token.group(1))
                    .toList();
            assertEquals(List.of("context.patientId"), tokens, template);
            assertFalse(template.contains("%"), "depends on another key: " + template);
        }
    }

    @Test
    void the_queries_keep_to_the_restricted_subset_and_use_each_parameter_once() {
        for (String template : templates()) {
            int query = template.indexOf('?');
            List<String> names = query < 0
                    ? List.of()
                    : List.of(template.substring(query + 1).split("&")).stream()
                            .map(pair -> pair.split("=", 2)[0])
                            .toList();
            assertTrue(PARAMETERS.containsAll(names), template);
            assertEquals(names.size(), Set.copyOf(names).size(), template);
        }
    }

    @Test
    void the_answer_reports_on_exactly_the_keys_that_are_published() {
        for (JsonNode service : services()) {
            String hook = service.path("hook").asText();
            Set<String> reported = Ehr.elements(
                            Ehr.evaluation(Ehr.answer(hook, Ehr.request(hook))).path("data"))
                    .map(report -> report.path("key").asText())
                    .collect(toSet());
            assertEquals(names(service.path("prefetch")), reported);
        }
    }

    private static List<JsonNode> services() {
        return Ehr.elements(Ehr.json(given().get("/cds-services").asByteArray()).path("services"))
                .toList();
    }

    private static List<String> templates() {
        return services().stream()
                .flatMap(service -> service.path("prefetch").properties().stream())
                .map(entry -> entry.getValue().asText())
                .toList();
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(toSet());
    }
}
