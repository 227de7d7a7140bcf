package org.livercds.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/** What one process does while the database is away, and what it says of it. */
final class WithoutDatabase {

    static final String WAITING = "livercds_feedback_waiting";

    private static final String UNSHARED = "livercds_tokens_unshared_total";

    /** What CDS Hooks gives a service; a machine that is busy with other tests gets some more for the slowest call. */
    private static final Duration IN_TIME = Duration.ofMillis(500);

    private static final Duration AT_MOST = Duration.ofSeconds(3);

    private final Instance process;
    private final Callable<List<String>> audit;
    private final List<String> told = new ArrayList<>();
    private final List<Duration> took = new ArrayList<>();
    private final double unsharedBefore;
    private int tokens;

    /** @param audit what the process has put on record */
    WithoutDatabase(Instance process, Callable<List<String>> audit) {
        this.process = process;
        this.audit = audit;
        this.unsharedBefore = process.metric(UNSHARED);
    }

    /** The cards that it was told of, in their order. */
    List<String> told() {
        return told;
    }

    void overrideNext() {
        HttpResponse<String> answer = timed(Ehr.HOOK, Ehr.request("Practitioner/" + UUID.randomUUID()));
        tell(Ehr.json(answer.body()).at("/cards/0/uuid").asText());
    }

    void tell(String card) {
        timed(Ehr.FEEDBACK, Ehr.override(card));
        told.add(card);
    }

    private HttpResponse<String> timed(String path, String body) {
        String token = Ehr.token(path);
        long begin = System.nanoTime();
        HttpResponse<String> answer = process.post(path, body, token);
        took.add(Duration.ofNanos(System.nanoTime() - begin));
        tokens++;
        assertEquals(200, answer.statusCode());
        return answer;
    }

    void assertTakesOnce(String token) {
        String request = Ehr.request("Practitioner/x");
        assertEquals(200, process.post(Ehr.HOOK, request, token).statusCode());
        assertEquals(401, process.post(Ehr.HOOK, request, token).statusCode());
        tokens++;
    }

    void assertGoesOnAndCounts() {
        List<Duration> sorted = took.stream().sorted().toList();
        Duration median = sorted.get(sorted.size() / 2);
        Duration slowest = sorted.get(sorted.size() - 1);
        System.out.println("Without the database: median " + median + ", slowest " + slowest);
        assertTrue(median.compareTo(IN_TIME) < 0, sorted::toString);
        assertTrue(slowest.compareTo(AT_MOST) < 0, sorted::toString);
        assertEquals(tokens, process.metric(UNSHARED) - unsharedBefore);
        assertEquals(told.size(), process.metric(WAITING));
    }

    void assertItsBeginIsOnRecord() throws Exception {
        JsonNode event = only("tokensUnshared");
        assertEquals("8", event.path("outcome").asText());
        assertTrue(event.toString().contains("perProcess"), event::toString);
        assertEquals(List.of(), incidents("tokensShared"));
    }

    void assertAllOfItIsOnRecord() throws Exception {
        JsonNode period = only("tokensShared").path("period");
        assertEquals(only("tokensUnshared").at("/period/start"), period.path("start"));
        Instant end = Instant.parse(period.path("end").asText());
        assertTrue(end.isAfter(Instant.parse(period.path("start").asText())), period::toString);
        assertFalse(process.output().contains("Practitioner/"));
        assertFalse(process.output().contains(Ehr.patient()));
    }

    List<JsonNode> incidents(String code) throws Exception {
        return audit.call().stream()
                .map(Ehr::json)
                .filter(event -> event.at("/subtype/0/code").asText().equals(code))
                .toList();
    }

    private JsonNode only(String code) throws Exception {
        List<JsonNode> found = incidents(code);
        assertEquals(1, found.size(), found::toString);
        return found.get(0);
    }
}
