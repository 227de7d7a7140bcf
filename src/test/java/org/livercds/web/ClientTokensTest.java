package org.livercds.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.hooks.WireJson;
import org.livercds.security.BadTokens;
import org.livercds.security.Keys;
import org.livercds.security.Token;

/** The running service, where clients have to say who they are. */
@QuarkusTest
@TestProfile(ClientTokensTest.WithClients.class)
class ClientTokensTest {

    private static final String AUDIENCE = ClientsResource.PUBLIC_URL + Example.SERVICE;

    /** As in production. */
    public static final class WithClients implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ClientsResource.class));
        }
    }

    @ConfigProperty(name = ClientsResource.FHIR_SERVER)
    String fhirServer;

    @ConfigProperty(name = ClientsResource.AUDIT)
    Path auditFolder;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @TestHTTPResource(Example.SERVICE)
    URI service;

    static Stream<BadTokens.Bad> bad() {
        return BadTokens.all(ClientsResource.EHR, AUDIENCE, Instant.now()).values().stream();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void nobody_is_let_in_or_told_why_and_the_audit_knows(BadTokens.Bad bad) throws IOException {
        AuditFolder audit = new AuditFolder(auditFolder);
        assertDenied(given().header("Authorization", bad.authorization())
                .contentType(ContentType.JSON)
                .body(request(""))
                .post(Example.SERVICE));
        List<JsonNode> events = audit.events();
        assertEquals(1, events.size());
        assertEquals(bad.denial().name(), events.get(0).path("outcomeDesc").asText());
        String written = events.get(0).toString();
        Stream.of(bad.authorization().split("[ .]"))
                .filter(part -> part.length() > 20)
                .forEach(part -> assertFalse(written.contains(part)));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /cds-services",
        "HEAD, /cds-services",
        "GET, " + Example.SERVICE,
        "POST, " + Example.SERVICE,
        "POST, /cds-services/no-such-service",
        "POST, " + Example.SERVICE + "/feedback",
        "GET, " + Example.SERVICE + "/feedback",
        "POST, /explain/liver-cancer-patient-view",
        "GET, /feedback/summary",
        "GET, /feedback/summary?weeks=0"
    })
    void without_a_token_every_address_is_closed(String method, String path) throws IOException {
        AuditFolder audit = new AuditFolder(auditFolder);
        assertDenied(given().contentType(ContentType.JSON).request(method, path));
        assertEquals("NO_TOKEN", audit.events().get(0).path("outcomeDesc").asText());
    }

    /** The link of a card brings no token, and they are about no patient. */
    @Test
    void where_the_advice_comes_from_is_open_to_everybody() {
        given().get("/cds-services/liver-cancer-patient-view/source-attributes")
                .then()
                .statusCode(200)
                .body("attributes.size()", equalTo(13));
    }

    @Test
    void who_is_not_let_in_is_counted() throws InterruptedException {
        String counted = "livercds_calls_seconds_count{outcome=\"unauthorized\",service=\"liver-cancer-patient-view\"}";
        double before = Scrape.of(managementPort).value(counted);
        assertDenied(given().contentType(ContentType.JSON).body("{}").post(Example.SERVICE));
        for (int wait = 0; wait < 100 && Scrape.of(managementPort).value(counted) == before; wait++) {
            Thread.sleep(20);
        }
        assertEquals(before + 1, Scrape.of(managementPort).value(counted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cds-services//", "//cds-services/", "/cds-services//liver-cancer-patient-view/"})
    void slashes_open_nothing(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://" + service.getAuthority() + path);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(401, answer.statusCode());
        assertEquals("", answer.body());
    }

    @Test
    void two_authorization_headers_are_none() throws IOException {
        AuditFolder audit = new AuditFolder(auditFolder);
        assertDenied(given().header("Authorization", bearer(token(Example.SERVICE)), bearer(token(Example.SERVICE)))
                .get(Example.SERVICE));
        assertEquals(
                "NOT_A_BEARER_TOKEN", audit.events().get(0).path("outcomeDesc").asText());
    }

    @Test
    void a_refusal_can_be_read_from_other_origins_and_preflights_need_no_token() {
        given().header("Origin", "https://app.example")
                .post(Example.SERVICE)
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", "https://app.example");
        given().header("Origin", "https://app.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options(Example.SERVICE)
                .then()
                .statusCode(200);
        given().options(Example.SERVICE).then().statusCode(204);
    }

    @Test
    void a_client_discovers_calls_and_asks_for_explanations() {
        as(token("/cds-services")).get("/cds-services").then().statusCode(200).body("services.size()", equalTo(3));
        call(token(Example.SERVICE).signedBy(Keys.RS384, "RS384"), request(""))
                .then()
                .statusCode(412);
        as(token("/explain/liver-cancer-patient-view"))
                .contentType(ContentType.JSON)
                .body(request(""))
                .post("/explain/liver-cancer-patient-view")
                .then()
                .statusCode(200)
                .body("refused.status", equalTo(412));
        as(token(Example.SERVICE)).get(Example.SERVICE).then().statusCode(405);
    }

    @Test
    void the_summary_is_there_for_those_who_are_listed() {
        as(token("/feedback/summary")).get("/feedback/summary").then().statusCode(200);
        as(token("/feedback/summary"))
                .accept(ContentType.HTML)
                .get("/feedback/summary")
                .then()
                .statusCode(200)
                .body(containsString("<h1>What clinicians did with the cards</h1>"));
        as(token("/feedback/summary").text("iss", ClientsResource.OTHER))
                .get("/feedback/summary")
                .then()
                .statusCode(404);
        assertDenied(as(token("/cds-services")).get("/feedback/summary"));
    }

    @Test
    void a_token_for_one_address_opens_no_other() {
        assertDenied(as(token("/cds-services")).post(Example.SERVICE));
        assertDenied(as(token(Example.SERVICE)).post("/explain/liver-cancer-patient-view"));
    }

    /** What the call says of its host counts for nothing. */
    @Test
    void the_audience_is_the_configured_address() {
        Token token = Token.of(ClientsResource.EHR, service.toString(), Instant.now());
        assertDenied(as(token).header("Host", service.getAuthority()).post(Example.SERVICE));
        assertDenied(as(token)
                .header("X-Forwarded-Host", service.getAuthority())
                .header("X-Forwarded-Proto", "http")
                .post(Example.SERVICE));
    }

    @Test
    void an_explanation_is_for_those_who_are_listed() {
        as(Token.of(
                        ClientsResource.OTHER,
                        ClientsResource.PUBLIC_URL + "/explain/liver-cancer-patient-view",
                        Instant.now()))
                .contentType(ContentType.JSON)
                .body(request(""))
                .post("/explain/liver-cancer-patient-view")
                .then()
                .statusCode(404);
    }

    @Test
    void a_client_reads_its_own_fhir_servers() {
        call(token(Example.SERVICE), request(fhirServer))
                .then()
                .statusCode(200)
                .body(Example.EVALUATION + "data.source", everyItem(equalTo("fetched")));
    }

    @Test
    void the_server_of_another_client_is_as_good_as_none() {
        call(Token.of(ClientsResource.OTHER, AUDIENCE, Instant.now()), request(fhirServer))
                .then()
                .statusCode(412)
                .body("issue[0].diagnostics", equalTo("SERVER_NOT_REGISTERED"))
                .body("issue[0].details.text", containsString("livercds.clients"));
    }

    @Test
    void the_audit_names_the_client_and_the_use_of_its_token() throws IOException {
        AuditFolder audit = new AuditFolder(auditFolder);
        call(token(Example.SERVICE).text("jti", "known-id"), request(fhirServer))
                .then()
                .statusCode(200);
        List<JsonNode> events = audit.events();
        events.forEach(event -> {
            assertEquals(true, event.toString().contains("\"ehr\""), event::toString);
            assertEquals(true, event.toString().contains("known-id"), event::toString);
        });
        assertEquals("0", events.get(events.size() - 1).path("outcome").asText());
    }

    @Test
    void of_twelve_calls_at_once_with_one_token_one_is_answered() throws IOException {
        AuditFolder audit = new AuditFolder(auditFolder);
        HttpRequest call = HttpRequest.newBuilder(service)
                .header("Authorization", bearer(token(Example.SERVICE)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(request(fhirServer)))
                .build();
        HttpClient http = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            calls.add(http.sendAsync(call, HttpResponse.BodyHandlers.ofString()));
        }
        List<Integer> statuses =
                calls.stream().map(one -> one.join().statusCode()).toList();
        assertEquals(1, Collections.frequency(statuses, 200), statuses::toString);
        assertEquals(11, Collections.frequency(statuses, 401), statuses::toString);
        assertEquals(
                11,
                audit.events().stream()
                        .filter(event -> event.path("outcomeDesc").asText().equals("USED_BEFORE"))
                        .count());
    }

    @Test
    void a_client_that_sends_too_much_feedback_waits_and_no_other_with_it() throws IOException {
        AuditFolder audit = new AuditFolder(auditFolder);
        assertEquals(200, tell(ClientsResource.EHR, 100).statusCode());
        Response tooMuch = tell(ClientsResource.EHR, 100);
        assertEquals(429, tooMuch.statusCode());
        int wait = Integer.parseInt(tooMuch.header("Retry-After"));
        assertTrue(wait > 0 && wait <= 60, () -> wait + " seconds");
        assertEquals(200, tell(ClientsResource.OTHER, 100).statusCode());
        assertEquals(
                List.of("kept", "FEEDBACK_OVER_RATE", "kept"),
                audit.events().stream()
                        .map(event -> event.path("outcome").asText().equals("0")
                                ? "kept"
                                : event.path("outcomeDesc").asText())
                        .toList());
    }

    private static Response tell(String issuer, int items) {
        String item = "{\"card\":\"123\",\"outcome\":\"accepted\"}";
        String path = Example.SERVICE + "/feedback";
        return as(Token.of(issuer, ClientsResource.PUBLIC_URL + path, Instant.now()))
                .contentType(ContentType.JSON)
                .body("{\"feedback\":[" + String.join(",", Collections.nCopies(items, item)) + "]}")
                .post(path);
    }

    private static void assertDenied(Response answer) {
        answer.then().statusCode(401).body(emptyString()).header("WWW-Authenticate", "Bearer");
        assertEquals(null, answer.header("Content-Type"));
    }

    private static Token token(String path) {
        return Token.of(ClientsResource.EHR, ClientsResource.PUBLIC_URL + path, Instant.now());
    }

    private static String bearer(Token token) {
        return "Bearer " + token.compact();
    }

    private static RequestSpecification as(Token token) {
        return given().header("Authorization", bearer(token));
    }

    private static Response call(Token token, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post(Example.SERVICE);
    }

    private static String request(String fhirServer) {
        ObjectNode request = WireJson.readObject(("{\"hook\":\"patient-view\",\"hookInstance\":\"one\","
                        + "\"context\":{\"patientId\":\"metastases-three\",\"userId\":\"Practitioner/example\"}}")
                .getBytes(StandardCharsets.UTF_8));
        if (!fhirServer.isEmpty()) {
            request.put("fhirServer", fhirServer);
        }
        return request.toString();
    }
}
