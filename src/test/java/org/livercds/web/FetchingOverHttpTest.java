package org.livercds.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.livercds.hooks.WireJson;

/** The running service, called without prefetch, reads the EHR's FHIR server. */
@QuarkusTest
@WithTestResource(value = FhirServerResource.class, scope = TestResourceScope.GLOBAL)
class FetchingOverHttpTest {

    @ConfigProperty(name = FhirServerResource.BASE)
    String fhirServer;

    @Test
    void without_prefetch_everything_is_fetched() {
        call(fhirServer, FhirServerResource.TOKEN)
                .then()
                .statusCode(200)
                .body(Example.EVALUATION + "status", equalTo("evaluated"))
                .body(Example.EVALUATION + "data.source", everyItem(equalTo("fetched")))
                .body("cards[0].source.topic.code", equalTo("ablation"));
    }

    @Test
    void a_slash_behind_the_server_and_the_case_of_its_host_do_not_matter() {
        call(fhirServer.replace("http", "HTTP") + "/", FhirServerResource.TOKEN)
                .then()
                .statusCode(200);
    }

    @Test
    void another_server_is_not_called_and_the_refusal_names_the_setting() {
        call("http://127.0.0.1:9/fhir", FhirServerResource.TOKEN)
                .then()
                .statusCode(412)
                .body("issue[0].diagnostics", equalTo("SERVER_NOT_REGISTERED"))
                .body("issue[0].details.text", containsString("livercds.fhir.allowed-servers"));
    }

    @Test
    void a_refused_token_stands_in_no_answer_and_in_no_log() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getMessage()
                        + List.of(line.getParameters() == null ? new Object[0] : line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(listener);
        try {
            String answer = call(fhirServer, "canary-token-9051")
                    .then()
                    .statusCode(412)
                    .body("issue[0].details.text", containsString("conditions (UNAUTHORIZED)"))
                    .body(not(containsString("canary")))
                    .extract()
                    .asString();
            assertFalse(answer.contains(patientId()));
            assertEquals(
                    List.of(),
                    logged.stream()
                            .filter(line -> line.contains("canary") || line.contains(patientId()))
                            .toList());
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
    }

    private static Response call(String server, String token) {
        ObjectNode request = tree();
        request.remove("prefetch");
        request.put("fhirServer", server);
        request.putObject("fhirAuthorization")
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", 300)
                .put("scope", "patient/*.rs")
                .put("subject", "liver-cds");
        return Example.post(request.toString());
    }

    private static String patientId() {
        return tree().path("context").path("patientId").asText();
    }

    private static ObjectNode tree() {
        return WireJson.readObject(Example.request(FhirServerResource.EXAMPLE).getBytes(StandardCharsets.UTF_8));
    }
}
