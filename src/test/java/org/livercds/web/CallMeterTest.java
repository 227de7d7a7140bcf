package org.livercds.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.codes.ContentVersion;
import org.livercds.silence.Canary;

/** Every call is counted once, by what became of it; and whatever callers make up, there are no more series for it. */
@QuarkusTest
class CallMeterTest {

    private static final String VIEW = "liver-cancer-patient-view";
    private static final String SIGN = "liver-cancer-order-sign";

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Test
    void answers() {
        counted(VIEW, "cards", () -> call(VIEW, Example.request("three-metastases-under-3-cm")));
        counted(VIEW, "notApplicable", () -> call(VIEW, Example.request("no-liver-disease")));
        counted(SIGN, "silent", () -> call(SIGN, Example.request("three-metastases-under-3-cm/order-sign/ablation")));
        counted(
                VIEW,
                "incomplete",
                () -> call(
                        VIEW,
                        "{\"context\":{\"patientId\":\"p\"},\"prefetch\":{\"conditions\":"
                                + "{\"resourceType\":\"Bundle\",\"total\":7,\"entry\":[{\"resource\":"
                                + "{\"resourceType\":\"Condition\",\"id\":\"1\",\"subject\":{\"reference\":\"Patient/p\"},"
                                + "\"code\":{\"coding\":[{\"system\":\"http://hl7.org/fhir/sid/icd-10-cm\","
                                + "\"code\":\"I10\"}]}}}]}}}"));
    }

    @Test
    void refusals() {
        counted(VIEW, "refused", () -> call(VIEW, "{"));
        counted(VIEW, "refused", () -> given().get("/cds-services/" + VIEW).statusCode());
        counted(VIEW, "preconditionFailed", () -> call(VIEW, "{\"context\":{\"patientId\":\"p\"}}"));
        counted("other", "refused", () -> call("made-up", "{}"));
        counted(
                VIEW,
                "refused",
                () -> given().body("x")
                        .contentType("text/plain")
                        .post("/cds-services/" + VIEW + "/")
                        .statusCode());
    }

    @Test
    void what_is_said_is_counted_with_the_call() {
        String card = "livercds_cards_total{service=\"" + VIEW + "\",status=\"recommended\",topic=\"ablation\"}";
        Scrape before = Scrape.of(managementPort);
        call(VIEW, Example.request("three-metastases-under-3-cm"));
        await(() -> Scrape.of(managementPort).value(card) == before.value(card) + 1);
    }

    /** From the start, so that the first of them is growth. */
    @ParameterizedTest
    @CsvSource({"failed", "busy", "unauthorized", "preconditionFailed", "brokenOff"})
    void what_alarms_look_at_is_there(String outcome) {
        Scrape now = Scrape.of(managementPort);
        for (String service : List.of(VIEW, SIGN, "liver-cancer-order-select", "other")) {
            assertTrue(now.samples().containsKey(count(service, outcome)), outcome);
        }
        assertTrue(now.samples()
                .containsKey("livercds_calls_seconds_bucket{outcome=\"cards\",service=\"" + VIEW + "\",le=\"0.5\"}"));
    }

    @Test
    void the_rules_and_the_content_are_named() {
        Set<String> info = Scrape.of(managementPort).samples().keySet().stream()
                .filter(series -> series.startsWith("livercds_content_info"))
                .collect(Collectors.toSet());
        assertEquals(1, info.size());
        assertTrue(
                info.iterator()
                        .next()
                        .equals("livercds_content_info{content=\""
                                + ContentVersion.released().hash() + "\",rules=\""
                                + ContentVersion.released().version() + "\",shipped=\"true\"}"),
                info::toString);
    }

    @Test
    void whatever_callers_make_up_there_are_no_more_series() {
        oddCalls(0);
        Set<String> before = own();
        for (int round = 1; round <= 20; round++) {
            oddCalls(round);
        }
        assertEquals(before, own());
        Scrape after = Scrape.of(managementPort);
        assertEquals(Optional.empty(), Canary.in(after.text()));
        for (String canary : List.of("canary-1", "127.0.0.1:1", "made-up", "4f1e2d3c")) {
            assertTrue(!after.text().contains(canary), canary);
        }
    }

    /** Each with names of its own. */
    private static void oddCalls(int round) {
        String canary = "canary-" + round;
        String request = Example.request("unresectable-liver-only-hcc")
                .replace("hcc-unresectable", Canary.PATIENT_ID)
                .replaceFirst(
                        "\\{",
                        "{\"fhirServer\":\"http://127.0.0.1:1/" + canary
                                + "\",\"fhirAuthorization\":{\"access_token\":\"" + Canary.TOKEN + canary + "\"},");
        call(VIEW, request);
        call(VIEW, request.replace("\"hook\":\"patient-view\"", "\"hook\":\"" + canary + "\""));
        call(VIEW, request.replaceFirst("\"hookInstance\":\"[^\"]*\"", "\"hookInstance\":\"4f1e2d3c-" + round + "\""));
        call(VIEW, request.replaceFirst("\"userId\":\"[^\"]*\"", "\"userId\":\"Practitioner/" + canary + "\""));
        call(VIEW, request.replace("\"conditions\":", "\"" + canary + "\":"));
        call(canary, request);
        call(VIEW + "/" + canary, request);
        call(VIEW + "?patient=" + canary, request);
        given().request("CANARY" + round, "/cds-services/" + canary);
        given().get("/" + canary);
        given().get("/app?iss=https://" + canary + ".example&launch=" + canary);
        given().contentType(ContentType.JSON)
                .body("{\"feedback\":[{\"card\":\"" + canary + "\",\"outcome\":\"overridden\",\"overrideReason\":"
                        + "{\"reason\":{\"code\":\"" + canary + "\",\"system\":\"https://" + canary
                        + "\"},\"userComment\":\"" + canary + "\"}},{\"card\":\"x\",\"outcome\":\"" + canary + "\"}]}")
                .header("X-Request-Id", canary)
                .post("/cds-services/" + VIEW + "/feedback");
    }

    private void counted(String service, String outcome, Supplier<Integer> call) {
        double before = Scrape.of(managementPort).value(count(service, outcome));
        Integer status = call.get();
        await(() -> Scrape.of(managementPort).value(count(service, outcome)) == before + 1, outcome + " " + status);
    }

    private static int call(String service, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/cds-services/" + service)
                .statusCode();
    }

    private Set<String> own() {
        return Scrape.of(managementPort).samples().keySet().stream()
                .filter(series -> series.startsWith("livercds_") || series.startsWith("http_server_requests"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String count(String service, String outcome) {
        return "livercds_calls_seconds_count{outcome=\"" + outcome + "\",service=\"" + service + "\"}";
    }

    private static void await(Supplier<Boolean> counted, String... what) {
        try {
            for (int wait = 0; wait < 100 && !counted.get(); wait++) {
                Thread.sleep(20);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        assertTrue(counted.get(), () -> String.join(" ", what));
    }
}
