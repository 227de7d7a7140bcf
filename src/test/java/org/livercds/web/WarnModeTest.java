package org.livercds.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.livercds.security.Token;

/** The running service while an EHR is connected: tokens are checked, and nobody is refused. */
@QuarkusTest
@TestProfile(WarnModeTest.Connecting.class)
class WarnModeTest {

    private static final String AUDIENCE = ClientsResource.PUBLIC_URL + Example.SERVICE;

    @ConfigProperty(name = ClientsResource.AUDIT)
    Path auditFolder;

    @ConfigProperty(name = ClientsResource.FHIR_SERVER)
    String fhirServer;

    /** Tokens are checked, and nobody is refused. */
    public static final class Connecting implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("livercds.auth.mode", "warn");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ClientsResource.class));
        }
    }

    @Test
    void who_would_be_refused_is_answered_and_the_audit_says_why() throws IOException {
        AuditFolder audit = new AuditFolder(auditFolder);
        String misdirected =
                Token.of(ClientsResource.EHR, AUDIENCE + "-2", Instant.now()).compact();
        given().header("Authorization", "Bearer " + misdirected)
                .contentType(ContentType.JSON)
                .body(Example.request("four-metastases"))
                .post(Example.SERVICE)
                .then()
                .statusCode(200);
        assertEquals(
                "LET_IN.AUDIENCE", audit.events().get(0).path("outcomeDesc").asText());
        given().get("/cds-services").then().statusCode(200);
    }

    @Test
    void who_did_not_prove_it_reads_no_fhir_server_of_a_client_and_gets_no_explanation() {
        String body = "{\"context\":{\"patientId\":\"metastases-three\"},\"fhirServer\":\"" + fhirServer + "\"}";
        given().contentType(ContentType.JSON)
                .body(body)
                .post(Example.SERVICE)
                .then()
                .statusCode(412)
                .body("issue[0].diagnostics", equalTo("SERVER_NOT_REGISTERED"));
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/explain/liver-cancer-patient-view")
                .then()
                .statusCode(404);
    }

    @Test
    void who_proves_it_is_a_client_already() {
        String token = Token.of(ClientsResource.EHR, AUDIENCE, Instant.now()).compact();
        given().header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body("{\"context\":{\"patientId\":\"metastases-three\"},\"fhirServer\":\"" + fhirServer + "\"}")
                .post(Example.SERVICE)
                .then()
                .statusCode(200);
    }
}
