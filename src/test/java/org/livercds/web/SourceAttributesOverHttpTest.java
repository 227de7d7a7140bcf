package org.livercds.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.codes.ContentVersion;

/** Everybody can read where the advice comes from, and each card leads there. */
@QuarkusTest
class SourceAttributesOverHttpTest {

    private static final String PUBLIC = "https://cds.example.org";

    @Test
    void discovery_leads_to_those_of_each_service() {
        List<Map<String, Object>> services =
                given().get("/cds-services").jsonPath().getList("services");
        assertEquals(3, services.size());
        for (Map<String, Object> service : services) {
            String address = (String) ((Map<?, ?>) service.get("extension")).get("org.livercds.sourceAttributes");
            assertEquals(PUBLIC + "/cds-services/" + service.get("id") + "/source-attributes", address);
            given().get(URI.create(address).getPath())
                    .then()
                    .statusCode(200)
                    .contentType(ContentType.JSON)
                    .header("Cache-Control", nullValue())
                    .header("Set-Cookie", nullValue())
                    .body("service", equalTo(service.get("id")))
                    .body("title", equalTo(service.get("title")))
                    .body("regulation", equalTo("45 CFR 170.315(b)(11)(iv)(A)"))
                    .body("rules.version", equalTo(ContentVersion.released().version()))
                    .body("rules.contentHash", equalTo(ContentVersion.released().hash()))
                    .body("attributes", hasSize(13))
                    .body("attributes.findAll { it.number >= 5 && !(it.value in ['used', 'not used']) }", hasSize(0));
        }
    }

    @Test
    void the_services_differ_where_their_use_of_data_does() {
        assertEquals("used", use("liver-cancer-patient-view", "useOfSex"));
        assertEquals("not used", use("liver-cancer-order-sign", "useOfSex"));
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'Source attributes: where this advice comes from, and which data it uses'",
        "es, 'Atributos de las fuentes: de dónde procede este consejo y qué datos usa (en inglés)'"
    })
    void each_card_leads_there(String language, String label) {
        for (String order : List.of("", "/order-select/ablation", "/order-sign/ablation")) {
            String service = "liver-cancer-" + (order.isEmpty() ? "patient-view" : order.split("/")[1]);
            JsonPath answer = given().header("Accept-Language", language)
                    .contentType(ContentType.JSON)
                    .body(Example.request("four-metastases" + order))
                    .post("/cds-services/" + service)
                    .jsonPath();
            List<List<Map<String, String>>> links = answer.getList("cards.links");
            assertFalse(links.isEmpty());
            Map<String, String> link = Map.of(
                    "label",
                    label,
                    "url",
                    PUBLIC + "/cds-services/" + service + "/source-attributes",
                    "type",
                    "absolute");
            links.forEach(ofCard ->
                    assertEquals(1, ofCard.stream().filter(link::equals).count(), ofCard::toString));
            links.forEach(ofCard -> assertTrue(ofCard.size() > 1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cds-services/liver-cancer-patient-view/source-attributes/",
                "//cds-services//liver-cancer-patient-view/source-attributes"
            })
    void stray_slashes_do_not_matter(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(200).body("attributes", hasSize(13));
    }

    @Test
    void there_are_none_of_a_service_that_is_not_there() {
        given().get("/cds-services/made-up/source-attributes")
                .then()
                .statusCode(404)
                .body("resourceType", equalTo("OperationOutcome"));
    }

    private static String use(String service, String key) {
        return given().get("/cds-services/" + service + "/source-attributes")
                .jsonPath()
                .getString("attributes.find { it.key == '" + key + "' }.value");
    }
}
