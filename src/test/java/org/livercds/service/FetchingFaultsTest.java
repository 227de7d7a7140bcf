package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;
import org.livercds.outbound.Fault;
import org.livercds.outbound.FhirDouble;

/** A FHIR server that misbehaves: what the service then answers. Every row fails where no call met the fault. */
class FetchingFaultsTest extends FetchingCase {

    private static final String EXAMPLE = "three-metastases-under-3-cm";
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final String TOKEN = "canary-token-7719";

    /** The fault; the state of conditions that meet it (not DATA or PARTIAL: 412), of observations, and the word for it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "SLOW,                     DATA,    DATA,",
        "DRIP,                     ERROR,   ERROR,   TIMED_OUT",
        "HANG,                     ERROR,   ERROR,   TIMED_OUT",
        "CLOSE,                    ERROR,   ERROR,   UNREACHABLE",
        "HTTP_400,                 ERROR,   ERROR,   REJECTED",
        "HTTP_401,                 ERROR,   ERROR,   UNAUTHORIZED",
        "HTTP_403,                 ERROR,   ERROR,   FORBIDDEN",
        "HTTP_404,                 ERROR,   ERROR,   NOT_FOUND",
        "HTTP_410,                 ERROR,   ERROR,   NOT_FOUND",
        "HTTP_429,                 ERROR,   ERROR,   THROTTLED",
        "HTTP_500,                 ERROR,   ERROR,   SERVER_FAILED",
        "HTTP_503,                 ERROR,   ERROR,   SERVER_FAILED",
        "TRUNCATED,                ERROR,   ERROR,   NOT_FHIR_JSON",
        "HALF_JSON,                ERROR,   ERROR,   NOT_FHIR_JSON",
        "WRONG_TYPE,               ERROR,   ERROR,   NOT_FHIR_JSON",
        "HTML_200,                 ERROR,   ERROR,   NOT_FHIR_JSON",
        "OUTCOME_200,              ERROR,   ERROR,   OUTCOME",
        "EMPTY_200,                ERROR,   ERROR,   NOT_FHIR_JSON",
        "NO_CONTENT_204,           ERROR,   ERROR,   NOT_FHIR_JSON",
        "GZIP,                     DATA,    DATA,",
        "FALSE_GZIP,               ERROR,   ERROR,   NOT_FHIR_JSON",
        "GZIP_BOMB,                ERROR,   ERROR,   TOO_LARGE",
        "HUGE_LENGTH,              ERROR,   ERROR,   TOO_LARGE",
        "WRONG_PATIENT,            FOREIGN_PATIENT, UNUSABLE,",
        "ENDLESS_PAGES,            PARTIAL, PARTIAL, TOO_MANY_PAGES",
        "LOOPING_PAGES,            PARTIAL, PARTIAL, LOOP",
        "SECOND_PAGE_500,          PARTIAL, PARTIAL, SERVER_FAILED",
        "SECOND_PAGE_HANG,         PARTIAL, PARTIAL, TIMED_OUT",
        "FOREIGN_NEXT,             PARTIAL, PARTIAL, FOREIGN_LINK",
        "REDIRECT,                 ERROR,   ERROR,   REDIRECTED",
        "BYTE_ORDER_MARK,          DATA,    DATA,",
        "ENTRIES_WITHOUT_RESOURCE, PARTIAL, PARTIAL,",
        "MANY_ENTRIES,             ERROR,   ERROR,   TOO_LARGE",
        "NO_RESOURCE_TYPE,         ERROR,   ERROR,   NOT_FHIR_JSON",
        "XML,                      ERROR,   ERROR,   NOT_FHIR_JSON",
        "CHUNKED_FOREVER,          ERROR,   ERROR,   TOO_LARGE"
    })
    void each_fault_has_its_answer(Fault fault, String conditions, String observations, String problem) {
        try (FhirDouble second = new FhirDouble()) {
            try (FhirDouble server = serving(second).fail("Condition", fault)) {
                onConditions(server, conditions, problem);
            }
            try (FhirDouble server = serving(second).fail("Observation", fault)) {
                onObservations(server, observations, problem);
            }
            assertEquals(List.of(), second.received(), "another origin was called");
        }
    }

    /** Only where time is the fault may it run out, however busy the machine is. */
    private static Duration deadline(String problem) {
        return "TIMED_OUT".equals(problem) ? SHORT : LONG;
    }

    private void onConditions(FhirDouble server, String state, String problem) {
        ObjectNode request =
                authorized(from(without(request(EXAMPLE), "conditions"), server.base()), TOKEN, "patient/*.rs");
        PatientViewService service = service(deadline(problem), server.base());
        long begin = System.nanoTime();
        if (List.of("DATA", "PARTIAL").contains(state)) {
            HookResponse response = answer(service, request);
            assertEquals(state, report(response, "conditions").state());
            assertEquals(problem, report(response, "conditions").problem());
            assertEquals(
                    state.equals("DATA") ? "evaluated" : "incomplete",
                    evaluation(response).status());
        } else {
            RefusedException refused = refused(service, request);
            assertEquals(Refusal.CONDITIONS_NOT_FETCHED, refused.refusal());
            String word = problem == null ? state : problem;
            assertEquals(List.of("conditions (" + word + ")"), refused.notRead());
        }
        assertInTime(begin, deadline(problem));
        assertFalse(server.received("Condition").isEmpty(), "nothing met the fault");
    }

    /** Never a firm word, never a failure, and a line that names what could not be read. */
    private void onObservations(FhirDouble server, String state, String problem) {
        ObjectNode request =
                authorized(from(without(request(EXAMPLE), "observations"), server.base()), TOKEN, "patient/*.rs");
        long begin = System.nanoTime();
        HookResponse response = answer(service(deadline(problem), server.base()), request);
        assertInTime(begin, deadline(problem));
        assertEquals(state, report(response, "observations").state());
        assertEquals(problem, report(response, "observations").problem());
        boolean whole = state.equals("DATA");
        assertEquals(whole ? "evaluated" : "incomplete", evaluation(response).status());
        assertEquals(
                whole,
                evaluation(response).recommendations().stream()
                        .anyMatch(offer -> offer.status().equals("recommended")));
        assertEquals(!whole, checkFirst(response).contains("Could not be read in full: tumour findings"));
        assertFalse(server.received("Observation").isEmpty(), "nothing met the fault");
    }

    @Test
    void the_token_reaches_the_registered_origin_and_no_other() {
        try (FhirDouble second = new FhirDouble();
                FhirDouble server =
                        serving(second).fail("Condition", Fault.REDIRECT).fail("Observation", Fault.FOREIGN_NEXT)) {
            ObjectNode request =
                    authorized(from(withoutPrefetch(request(EXAMPLE)), server.base()), TOKEN, "patient/*.rs");
            refused(service(SHORT, server.base()), request);
            assertEquals(1, server.received("Condition").size());
            assertTrue(server.received("Condition").stream()
                    .allMatch(call -> ("Bearer " + TOKEN).equals(call.headers().get("authorization"))));
            assertEquals(List.of(), second.received());
        }
    }

    @Test
    void a_server_that_gives_another_patient_is_at_fault_and_not_the_client() {
        try (FhirDouble server = new FhirDouble()
                .serve(
                        "Patient",
                        "{\"resourceType\":\"Patient\",\"id\":\"somebody-else\",\"birthDate\":\"2020-01-01\"}")) {
            ObjectNode request = from(without(request(EXAMPLE), "patient"), server.base());
            HookResponse response = answer(service(SHORT, server.base()), request);
            assertEquals("FOREIGN_PATIENT", report(response, "patient").state());
            assertTrue(evaluation(response).missing().contains("M-AGE"));
            assertEquals("incomplete", evaluation(response).status());
        }
    }

    @ParameterizedTest
    @CsvSource({"1.0.2, Conformance, FHIR_DSTU2", "3.0.1, CapabilityStatement, FHIR_STU3"})
    void an_older_server_is_named_by_its_version(String version, String type, Refusal refusal) {
        try (FhirDouble server = new FhirDouble()
                .fail("Condition", Fault.HTTP_400)
                .serve("metadata", "{\"resourceType\":\"" + type + "\",\"fhirVersion\":\"" + version + "\"}")) {
            ObjectNode request = from(withoutPrefetch(request(EXAMPLE)), server.base());
            assertEquals(
                    refusal, refused(service(SHORT, server.base()), request).refusal());
        }
    }

    @Test
    void older_conditions_are_named_by_their_shape_fetched_or_prefetched() {
        String dstu2 = "{\"resourceType\":\"Condition\",\"id\":\"c\",\"patient\":{\"reference\":\"Patient/p\"},"
                + "\"clinicalStatus\":\"active\",\"verificationStatus\":\"confirmed\",\"code\":{\"coding\":"
                + "[{\"system\":\"http://snomed.info/sct\",\"code\":\"94381002\"}]}}";
        String stu3 = dstu2.replace("\"patient\":", "\"subject\":");
        try (FhirDouble server = new FhirDouble()
                .serve("Condition", "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":" + dstu2 + "}]}")) {
            String minimal = "{\"context\":{\"patientId\":\"p\"},\"fhirServer\":\"" + server.base() + "\"}";
            assertEquals(
                    Refusal.FHIR_DSTU2,
                    refused(service(SHORT, server.base()), tree(minimal)).refusal());
        }
        String prefetched = "{\"context\":{\"patientId\":\"p\"},\"prefetch\":{\"conditions\":" + stu3 + "}}";
        assertEquals(
                Refusal.FHIR_STU3, refused(service(SHORT), tree(prefetched)).refusal());
    }

    /** An Observation of R5 may say in bodyStructure which lesion it is about, where nobody here would look. */
    @Test
    void resources_of_a_later_version_are_not_read_as_if_they_were_of_this_one() {
        String later = searchset(EXAMPLE, "Observation")
                .replace(
                        "\"resourceType\":\"Observation\"",
                        "\"resourceType\":\"Observation\",\"bodyStructure\":{\"reference\":\"BodyStructure/b\"}");
        try (FhirDouble server = new FhirDouble().serve("Observation", later)) {
            ObjectNode request = from(without(request(EXAMPLE), "observations"), server.base());
            HookResponse response = answer(service(LONG, server.base()), request);
            assertEquals("PARTIAL", report(response, "observations").state());
            assertEquals("incomplete", evaluation(response).status());
            assertFalse(evaluation(response).recommendations().stream()
                    .anyMatch(offer -> offer.status().equals("recommended")));
        }
    }

    @Test
    void a_server_that_hangs_keeps_many_calls_no_longer_than_one() throws InterruptedException {
        try (FhirDouble server = serving(null).fail("Observation", Fault.HANG)) {
            PatientViewService service = service(SHORT, server.base());
            Thread[] callers = new Thread[24];
            for (int i = 0; i < callers.length; i++) {
                callers[i] = new Thread(() ->
                        answer(service, from(without(request(EXAMPLE), "observations"), server.base())));
            }
            long begin = System.nanoTime();
            for (Thread caller : callers) {
                caller.start();
            }
            for (Thread caller : callers) {
                caller.join();
            }
            assertInTime(begin, SHORT);
            assertTrue(server.received("Observation").size() <= 16, "more than the bulkhead lets in");
        }
    }

    private static ObjectNode tree(String json) {
        return WireJson.readObject(json.getBytes(StandardCharsets.UTF_8));
    }

    /** With slack for a busy machine; the measured figures stand in the documents. */
    private static void assertInTime(long begin, Duration deadline) {
        long millis = (System.nanoTime() - begin) / 1_000_000;
        assertTrue(millis < deadline.toMillis() + 1_500, millis + " ms");
    }

    private static FhirDouble serving(FhirDouble second) {
        FhirDouble server = new FhirDouble()
                .delay(Duration.ofMillis(50))
                .serve("Condition", searchset(EXAMPLE, "Condition"))
                .serve("Observation", searchset(EXAMPLE, "Observation"));
        return second == null ? server : server.elsewhere(second);
    }
}
