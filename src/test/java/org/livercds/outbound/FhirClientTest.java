package org.livercds.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sent, and to whom. */
class FhirClientTest extends FetchTestCase {

    private static final Optional<AccessToken> NO_TOKEN = Optional.empty();

    @Test
    void all_queries_go_out_at_once() {
        Map<String, FhirQuery> queries = new LinkedHashMap<>();
        for (String type : List.of("Condition", "Observation", "Procedure")) {
            queries.put(type, new FhirQuery(type, Map.of("patient", "1")));
            ehr.fail(type, Fault.SLOW);
        }
        fetch(new FhirQuery("Patient/warm-up", Map.of()), PLENTY);

        client.fetchAll(server(), NO_TOKEN, queries, Deadline.in(PLENTY));

        assertEquals(3, ehr.mostAtOnce());
    }

    @Test
    void a_read_and_a_search_ask_for_fhir_json() {
        ehr.serve("Patient/1", "{\"resourceType\":\"Patient\",\"id\":\"1\"}");

        Fetched patient = fetch(new FhirQuery("Patient/1", Map.of()), PLENTY);

        assertEquals("1", patient.pages().get(0).path("id").asText());
        FhirDouble.Received call = ehr.received().get(0);
        assertEquals("GET", call.method());
        assertTrue(call.headers().get("accept").startsWith("application/fhir+json,"));
        assertEquals("gzip", call.headers().get("accept-encoding"));
        assertNull(call.headers().get("authorization"));
        assertNull(call.headers().get("cookie"));
    }

    @Test
    void connections_are_kept() {
        for (int call = 0; call < 50; call++) {
            assertTrue(fetch(conditions(), PLENTY).isComplete());
        }
        assertEquals(50, ehr.received().size());
        assertTrue(ehr.connections() <= 10, ehr.connections() + " connections");
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_401", "HTTP_404", "OUTCOME_200", "HTML_200", "HALF_JSON", "EMPTY_200"})
    void a_short_refusal_does_not_cost_the_connection(Fault fault) {
        ehr.fail("Condition", fault);
        for (int call = 0; call < 50; call++) {
            assertEquals(0, fetch(conditions(), PLENTY).pages().size());
        }
        assertEquals(50, ehr.received().size());
        assertTrue(ehr.connections() <= 10, ehr.connections() + " connections");
    }

    @Test
    void many_calls_on_kept_connections_all_succeed() {
        ehr.serve("Condition", bundleOf("a"), bundleOf("b"), bundleOf("c"));
        Map<Integer, FhirQuery> queries = new LinkedHashMap<>();
        for (int key = 0; key < 8; key++) {
            queries.put(key, conditions());
        }
        for (int call = 0; call < 100; call++) {
            assertTrue(client.fetchAll(server(), NO_TOKEN, queries, Deadline.in(PLENTY)).values().stream()
                    .allMatch(Fetched::isComplete));
        }
        assertEquals(2_400, ehr.received().size());
        assertTrue(ehr.connections() <= 40, ehr.connections() + " connections");
    }

    @Test
    void the_first_page_can_suffice() {
        ehr.serve("Observation", bundleOf("a"), bundleOf("b"));

        Fetched fetched = fetch(new FhirQuery("Observation", Map.of("_count", "1")).withFirstPageOnly(), PLENTY);

        assertTrue(fetched.isComplete());
        assertEquals(1, fetched.pages().size());
        assertEquals(1, ehr.received().size());
    }

    @ParameterizedTest
    @EnumSource(names = {"REDIRECT", "FOREIGN_NEXT"})
    void the_token_reaches_its_origin_alone(Fault fault) {
        ehr.serve("Condition", bundleOf("a")).fail("Condition", fault);

        fetch(AccessToken.of("canary", server()), conditions(), PLENTY);

        assertEquals("Bearer canary", ehr.received().get(0).headers().get("authorization"));
        assertEquals(List.of(), elsewhere.received());
    }

    @Test
    void a_token_of_another_server_is_not_sent() {
        fetch(AccessToken.of("canary", server(elsewhere.base())), conditions(), PLENTY);

        assertNull(ehr.received().get(0).headers().get("authorization"));
    }

    @Test
    void a_long_search_is_posted() {
        ehr.serve("Condition", bundleOf("a"));
        String codes = "http://snomed.info/sct|1,".repeat(80);

        Fetched fetched = fetch(new FhirQuery("Condition", Map.of("code", codes)), PLENTY);

        FhirDouble.Received call = ehr.received().get(0);
        assertTrue(fetched.isComplete());
        assertEquals("POST", call.method());
        assertEquals("Condition/_search", call.path());
        assertEquals("", call.query());
        assertEquals("application/x-www-form-urlencoded", call.headers().get("content-type"));
        assertEquals("code=" + PercentEncoding.component(codes), call.body());
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_POST", "NO_POST_501", "HTTP_404"})
    void a_server_without_post_gets_one_get(Fault fault) {
        ehr.fail("Condition", fault);

        fetch(AccessToken.of("canary", server()), longSearch(), PLENTY);

        assertEquals(
                List.of("POST", "GET"),
                ehr.received().stream().map(FhirDouble.Received::method).toList());
        assertEquals("Bearer canary", ehr.received().get(1).headers().get("authorization"));
    }

    @Test
    void a_refused_post_is_not_repeated() {
        ehr.fail("Condition", Fault.HTTP_403);

        assertEquals(Fetched.nothing(FetchProblem.FORBIDDEN), fetch(longSearch(), PLENTY));
        assertEquals(1, ehr.received().size());
    }

    @Test
    void a_path_of_dots_is_not_called() {
        assertEquals(Fetched.nothing(FetchProblem.REJECTED), fetch(new FhirQuery("Patient/..", Map.of()), PLENTY));
        assertEquals(List.of(), ehr.received());
    }

    @Test
    void after_the_deadline_nothing_is_called() {
        assertEquals(Fetched.nothing(FetchProblem.TIMED_OUT), fetch(conditions(), Duration.ZERO));
        assertEquals(List.of(), ehr.received());
    }

    @Test
    void the_name_stays_in_the_host_header() {
        assertTrue(fetchNamed(PLENTY, "127.0.0.1").isComplete());
        assertEquals(
                "ehr.example:" + ehr.port(), ehr.received().get(0).headers().get("host"));
    }

    @Test
    void a_name_that_leads_inside_is_not_called() {
        try (FhirClient careful = client(FetchLimits.STANDARD, host -> addresses("127.0.0.1"))) {
            FhirServer named = server("http://ehr.example:" + ehr.port() + "/fhir");
            assertEquals(FetchProblem.ADDRESS_REFUSED, problem(careful, named, PLENTY));
        }
        assertEquals(0, ehr.connections());
    }

    @Test
    void one_address_inside_among_others_is_enough_to_refuse() {
        assertEquals(
                Optional.of(FetchProblem.ADDRESS_REFUSED),
                fetchNamed(PLENTY, "127.0.0.1", "10.0.0.1").problem());
        assertEquals(0, ehr.connections());
    }

    @Test
    void a_name_that_moves_inside_is_refused_the_next_time() {
        List<String> now = new ArrayList<>(List.of("127.0.0.1"));
        try (FhirClient rebound = client(FetchLimits.STANDARD, host -> addresses(now.toArray(String[]::new)))) {
            FhirServer named = server("http://ehr.example:" + ehr.port() + "/fhir", "127.0.0.1");
            assertNull(problem(rebound, named, PLENTY));
            now.set(0, "169.254.169.254");
            assertEquals(FetchProblem.ADDRESS_REFUSED, problem(rebound, named, PLENTY));
        }
    }

    @Test
    void an_unknown_name_is_unreachable() {
        try (FhirClient lost = client(FetchLimits.STANDARD, host -> {
            throw new UnknownHostException(host);
        })) {
            assertEquals(FetchProblem.UNREACHABLE, problem(lost, server("http://ehr.example/fhir"), PLENTY));
        }
    }

    @Test
    void a_name_server_that_hangs_does_not_break_the_deadline() {
        try (FhirClient slow = client(FetchLimits.STANDARD, host -> {
            pause(Duration.ofSeconds(3));
            return addresses("127.0.0.1");
        })) {
            long millis = millisOf(
                    () -> assertEquals(FetchProblem.TIMED_OUT, problem(slow, server("http://ehr.example/fhir"), HOOK)));
            assertTrue(millis < 2_000, millis + " ms");
        }
    }

    @Test
    void a_refused_connection_is_tried_once_more_at_the_next_address() {
        assertTrue(fetchNamed(PLENTY, "127.0.0.2", "127.0.0.1").isComplete());
        assertEquals(1, ehr.received().size());
    }

    @Test
    void a_refused_connection_is_not_tried_twice_more_nor_late() {
        Optional<FetchProblem> unreachable = Optional.of(FetchProblem.UNREACHABLE);
        assertEquals(
                unreachable,
                fetchNamed(PLENTY, "127.0.0.2", "127.0.0.3", "127.0.0.1").problem());
        assertEquals(
                unreachable,
                fetchNamed(Duration.ofMillis(190), "127.0.0.2", "127.0.0.1").problem());
        assertEquals(List.of(), ehr.received());
    }

    @Test
    void an_interrupted_caller_returns_and_stays_interrupted() {
        ehr.fail("Condition", Fault.HANG);
        Thread.currentThread().interrupt();

        Fetched fetched = fetch(conditions(), PLENTY);

        assertTrue(Thread.interrupted());
        assertEquals(Fetched.nothing(FetchProblem.TIMED_OUT), fetched);
    }

    @Test
    void a_reader_that_quotes_the_chart_is_not_heard() {
        ehr.fail("Condition", Fault.HALF_JSON).serve("Patient/canary", "[\"canary\"]");

        Fetched fetched = fetch(new FhirQuery("Patient/canary", Map.of()), PLENTY);

        assertEquals(Fetched.nothing(FetchProblem.NOT_FHIR_JSON), fetched);
        assertFalse(fetched.toString().contains("canary"));
    }

    private Fetched fetchNamed(Duration time, String... found) {
        try (FhirClient named = client(FetchLimits.STANDARD, host -> addresses(found))) {
            FhirServer server = server("http://ehr.example:" + ehr.port() + "/fhir", "127.0.0.0/8");
            return named.fetchAll(server, NO_TOKEN, Map.of("key", conditions()), Deadline.in(time))
                    .get("key");
        }
    }

    private static FetchProblem problem(FhirClient client, FhirServer server, Duration time) {
        return client.fetchAll(server, NO_TOKEN, Map.of("key", conditions()), Deadline.in(time))
                .get("key")
                .problem()
                .orElse(null);
    }

    private static List<InetAddress> addresses(String... literals) throws UnknownHostException {
        List<InetAddress> addresses = new ArrayList<>();
        for (String literal : literals) {
            addresses.add(InetAddress.getByName(literal));
        }
        return addresses;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
