package org.livercds.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.feedback.Batch;
import org.livercds.feedback.EmbeddedDatabase;
import org.livercds.feedback.Entry;
import org.livercds.feedback.FeedbackStore;
import org.livercds.feedback.ItemRate;
import org.livercds.feedback.NotKeptException;
import org.livercds.feedback.SqlStore;

/** Feedback as clients send it to the running service. */
@QuarkusTest
class FeedbackOverHttpTest {

    private static final String OF_PATIENT_VIEW = Example.SERVICE + "/feedback";

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Inject
    EmbeddedDatabase database;

    private final List<Batch> kept = new CopyOnWriteArrayList<>();

    /** Keeps as the service does, and tells the test. */
    private void overhear() {
        FeedbackStore store = new SqlStore(database.writer());
        QuarkusMock.installMockForType(
                (FeedbackStore) batch -> {
                    store.keep(batch);
                    kept.add(batch);
                },
                FeedbackStore.class);
    }

    @AfterEach
    void asItWas() {
        QuarkusMock.installMockForType(new SqlStore(database.writer()), FeedbackStore.class);
        QuarkusMock.installMockForType(ItemRate.UNLIMITED, ItemRate.class);
    }

    @Test
    void what_was_done_with_the_cards_of_an_answer_is_kept_once() throws Exception {
        overhear();
        List<String> cards = cards();
        String body = feedback(overridden(cards.get(0)) + "," + overridden(cards.get(1)));
        int before = new SqlStore(database.writer()).count();
        post(OF_PATIENT_VIEW, body).statusCode(200).body(emptyString());
        post(OF_PATIENT_VIEW + "/", body).statusCode(200);
        post("/" + OF_PATIENT_VIEW, body).statusCode(200);
        assertEquals(before + 2, new SqlStore(database.writer()).count());
        Entry first = kept.get(0).entries().get(0);
        assertEquals(
                List.of("liver-cancer-patient-view", "ablation", LiverCancerGuideline.VERSION, "overridden"),
                List.of(first.service(), first.topic(), first.ruleVersion(), first.outcome()));
    }

    @Test
    void a_card_that_nobody_knows_is_kept_apart() {
        overhear();
        post(OF_PATIENT_VIEW, feedback(overridden("123456"))).statusCode(200);
        post(OF_PATIENT_VIEW, feedback(overridden(UUID.randomUUID().toString())))
                .statusCode(200);
        assertTrue(kept.stream()
                .allMatch(batch -> batch.entries().isEmpty() && batch.strays().size() == 1));
    }

    @Test
    void a_card_of_another_service_is_refused() {
        String card = overridden(cards().get(0));
        post("/cds-services/liver-cancer-order-sign/feedback", feedback(card))
                .statusCode(400)
                .body("issue[0].diagnostics", equalTo("NO_FEEDBACK"));
    }

    @Test
    void bad_items_are_skipped_and_counted() {
        overhear();
        double before = counted("unreadable");
        post(OF_PATIENT_VIEW, feedback("{\"outcome\":\"accepted\"},7," + overridden("123456")))
                .statusCode(200);
        assertEquals(before + 2, counted("unreadable"));
        assertEquals(1, kept.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /cds-services/liver-cancer-patient-view/feedback | {                | 400 | NOT_JSON",
                "POST | /cds-services/liver-cancer-patient-view/feedback | {}               | 400 | NO_FEEDBACK",
                "POST | /cds-services/liver-cancer-patient-view/feedback | {\"feedback\":[]} | 400 | NO_FEEDBACK",
                "POST | /cds-services/liver-cancer-patient-view/feedback | {\"feedback\":[7]} | 400 | NO_FEEDBACK",
                "POST | /cds-services/nobody/feedback                    | {}               | 404 | NOT_FOUND",
                "GET  | /cds-services/nobody/feedback                    | {}               | 404 | NOT_FOUND",
                "GET  | /cds-services/liver-cancer-patient-view/feedback | {}               | 405 | METHOD_NOT_ALLOWED",
                "PUT  | /cds-services/liver-cancer-patient-view/feedback | {}               | 405 | METHOD_NOT_ALLOWED"
            })
    void what_cannot_be_taken_is_refused(String method, String path, String body, int status, String why) {
        given().contentType(ContentType.JSON)
                .body(body)
                .request(method, path)
                .then()
                .statusCode(status)
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue[0].diagnostics", equalTo(why));
    }

    @Test
    void more_than_a_hundred_items_are_too_many() {
        String many = String.join(",", Collections.nCopies(101, overridden("123456")));
        post(OF_PATIENT_VIEW, feedback(many))
                .statusCode(413)
                .body("issue[0].diagnostics", equalTo("TOO_MUCH_FEEDBACK"));
    }

    @Test
    void what_is_not_kept_is_not_said_to_be() {
        QuarkusMock.installMockForType(
                (FeedbackStore) batch -> {
                    throw new NotKeptException("the disk is full");
                },
                FeedbackStore.class);
        post(OF_PATIENT_VIEW, feedback(overridden("123456")))
                .statusCode(503)
                .header("Retry-After", "5")
                .body("issue[0].diagnostics", equalTo("FEEDBACK_NOT_KEPT"));
    }

    @Test
    void what_is_over_the_rate_is_not_kept_and_may_be_sent_again() {
        overhear();
        double before = counted("overRate");
        QuarkusMock.installMockForType(
                (ItemRate) (caller, items) -> Optional.of(Duration.ofMillis(6_001)), ItemRate.class);
        String body = feedback(overridden(cards().get(0)) + ",7");
        post(OF_PATIENT_VIEW, body)
                .statusCode(429)
                .header("Retry-After", "7")
                .body("issue[0].code", equalTo("throttled"))
                .body("issue[0].diagnostics", equalTo("FEEDBACK_OVER_RATE"));
        assertEquals(List.of(), kept);
        assertEquals(before + 2, counted("overRate"));
        QuarkusMock.installMockForType(ItemRate.UNLIMITED, ItemRate.class);
        post(OF_PATIENT_VIEW, body).statusCode(200);
        assertEquals(1, kept.size());
    }

    @Test
    void made_up_addresses_make_no_labels_of_metrics() {
        post("//cds-services//feedback-canary//feedback", "{}").statusCode(404);
        String metrics = metrics();
        assertTrue(metrics.contains("/cds-services/{id}/feedback"));
        assertFalse(metrics.contains("feedback-canary"));
    }

    private double counted(String result) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("livercds_feedback_total{result=\"" + result + "\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(0);
    }

    private String metrics() {
        return given().port(managementPort).get("/q/metrics").asString();
    }

    private static List<String> cards() {
        return Example.answer(Example.request("three-metastases-under-3-cm")).getList("cards.uuid");
    }

    private static String overridden(String card) {
        return "{\"card\":\"" + card + "\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\"2026-11-21T08:15:00Z\"}";
    }

    private static String feedback(String items) {
        return "{\"feedback\":[" + items + "]}";
    }

    private static ValidatableResponse post(String path, String body) {
        return given().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }
}
