package org.livercds.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.codes.ContentVersion;

@QuarkusTest
class DiscoveryTest {

    @Test
    void the_service_is_listed_with_its_hook() {
        given().get("/cds-services")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("services", hasSize(3))
                .body("services.hook", contains("patient-view", "order-select", "order-sign"))
                .body("services[0].extension.'org.livercds.rules'.version", equalTo(LiverCancerGuideline.VERSION))
                .body(
                        "services.extension.'org.livercds.rules'.contentHash.unique()",
                        contains(ContentVersion.released().hash()))
                .body("services[0].extension.'org.livercds.rules'", not(hasKey("contentChanged")))
                .body("services[0].id", equalTo("liver-cancer-patient-view"))
                .body("services[0].hook", equalTo("patient-view"))
                .body("services[0].version", equalTo("2.0.1"))
                .body("services[0].usageRequirements", containsString("conditions: Condition?patient="));
    }

    @Test
    void prefetch_is_published_key_by_key_in_order() {
        Map<String, String> prefetch = prefetch();
        assertEquals(
                List.of(
                        "patient",
                        "conditions",
                        "observations",
                        "labs",
                        "procedures",
                        "medications",
                        "allergies",
                        "bodyStructures"),
                List.copyOf(prefetch.keySet()));
        assertEquals("Patient/{{context.patientId}}", prefetch.get("patient"));
    }

    @Test
    void no_query_limits_what_is_counted() {
        prefetch().forEach((key, query) -> {
            assertTrue(key.equals("labs") || !query.contains("_count"), query);
            assertTrue(!query.contains("_include") && !query.contains("category="), query);
        });
    }

    @Test
    void every_query_is_repeated_for_analysts_who_type_it_in() {
        String requirements = given().get("/cds-services").jsonPath().getString("services[0].usageRequirements");
        prefetch().values().forEach(query -> assertTrue(requirements.contains(query), query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cds-services/", "//cds-services", "/cds-services//"})
    void stray_slashes_do_not_matter(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(200).body("services", hasSize(3));
    }

    private static Map<String, String> prefetch() {
        return given().get("/cds-services").jsonPath().getMap("services[0].prefetch");
    }
}
