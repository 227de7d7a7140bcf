package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.fhir.PrefetchKey;
import org.livercds.fhirserver.HapiFhirServer;
import org.livercds.fhirserver.HapiFhirServer.Options;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.OperationOutcome;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;

/** What prefetch lacks is read from a real FHIR server, and makes no difference to the cards. */
class FetchingTest extends FetchingCase {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Options TWO_A_PAGE = Options.standard().withPageSize(2);

    static Stream<Arguments> absences() {
        List<String> keys =
                Stream.of(PrefetchKey.values()).map(PrefetchKey::key).toList();
        return DemoRequests.NAMES.stream()
                .flatMap(name -> Stream.concat(
                        keys.stream().map(key -> Arguments.of(name, List.of(key))),
                        Stream.of(Arguments.of(name, keys))));
    }

    @ParameterizedTest(name = "{0} without {1}")
    @MethodSource("absences")
    void fetched_or_prefetched_the_cards_are_the_same(String name, List<String> absent) {
        HookResponse full = answer(service(PATIENCE), request(name));
        try (HapiFhirServer server = HapiFhirServer.ofExample(name, TWO_A_PAGE)) {
            ObjectNode request = without(request(name), absent.toArray(String[]::new));
            HookResponse fetched = answer(service(PATIENCE, server.baseUrl()), from(request, server.baseUrl()));
            assertEquals(seen(full), seen(fetched));
            assertEquals(evaluation(full).recommendations(), evaluation(fetched).recommendations());
            assertEquals(evaluation(full).missing(), evaluation(fetched).missing());
            boolean settled = name.equals("no-liver-disease") && !absent.contains("conditions");
            assertEquals(settled, server.requests().isEmpty());
            if (!settled) {
                assertEquals("evaluated", evaluation(fetched).status().replace("notApplicable", "evaluated"));
                absent.forEach(
                        key -> assertEquals("fetched", report(fetched, key).source()));
            }
        }
    }

    @Test
    void all_keys_are_asked_for_at_once() {
        try (HapiFhirServer server =
                HapiFhirServer.ofExample("four-metastases", Options.standard().withDelay(Duration.ofMillis(200)))) {
            ObjectNode request = from(withoutPrefetch(request("four-metastases")), server.baseUrl());
            answer(service(PATIENCE, server.baseUrl()), request);
            assertTrue(server.maxConcurrent() >= PrefetchKey.values().length - 1, "" + server.maxConcurrent());
        }
    }

    @Test
    void only_what_is_lacking_is_asked_for() {
        try (HapiFhirServer server = HapiFhirServer.ofExample("four-metastases")) {
            ObjectNode request = without(request("four-metastases"), "procedures", "labs");
            ((ObjectNode) request.path("prefetch")).putNull("bodyStructures");
            answer(service(PATIENCE, server.baseUrl()), from(request, server.baseUrl()));
            assertEquals(
                    List.of("Observation", "Procedure"),
                    server.requests().stream()
                            .map(call -> call.target().split("[?/]")[0])
                            .sorted()
                            .toList());
        }
    }

    @Test
    void half_a_page_and_an_error_are_replaced_by_what_the_server_has() {
        HookResponse full = answer(service(PATIENCE), request("three-metastases-under-3-cm"));
        try (HapiFhirServer server = HapiFhirServer.ofExample("three-metastases-under-3-cm", TWO_A_PAGE)) {
            ObjectNode request = request("three-metastases-under-3-cm");
            ObjectNode prefetch = (ObjectNode) request.path("prefetch");
            ObjectNode observations = (ObjectNode) prefetch.path("observations");
            observations.withArray("/entry").remove(0);
            observations.putArray("link").addObject().put("relation", "next").put("url", "https://ehr/next");
            prefetch.putObject("procedures")
                    .put("resourceType", "OperationOutcome")
                    .putArray("issue")
                    .addObject()
                    .put("severity", "error");
            prefetch.put("labs", "<html>");
            HookResponse fetched = answer(service(PATIENCE, server.baseUrl()), from(request, server.baseUrl()));
            assertEquals(seen(full), seen(fetched));
            assertEquals("fetched", report(fetched, "observations").source());
            assertEquals("prefetch", report(fetched, "conditions").source());
        }
    }

    @Test
    void the_token_of_the_call_opens_the_server() {
        try (HapiFhirServer server =
                HapiFhirServer.ofExample("four-metastases", Options.standard().withBearerToken("right"))) {
            PatientViewService service = service(PATIENCE, server.baseUrl());
            ObjectNode request = from(withoutPrefetch(request("four-metastases")), server.baseUrl());
            assertEquals(
                    "evaluated",
                    evaluation(answer(service, authorized(request, "right", "patient/*.rs")))
                            .status());
            RefusedException refused = refused(service, authorized(request, "wrong", "patient/*.rs"));
            assertEquals(Refusal.CONDITIONS_NOT_FETCHED, refused.refusal());
            assertTrue(
                    refused.notRead().contains("conditions (UNAUTHORIZED)"),
                    refused.notRead().toString());
            String outcome =
                    OperationOutcome.of(refused).issue().get(0).details().text();
            assertTrue(outcome.contains("Not read: ") && outcome.contains("observations (UNAUTHORIZED)"), outcome);
            assertFalse(outcome.contains("wrong"));
        }
    }

    @Test
    void a_type_that_the_server_refuses_is_unknown_and_named() {
        try (HapiFhirServer server = HapiFhirServer.ofExample(
                "three-metastases-under-3-cm", Options.standard().withForbidden("Procedure"))) {
            ObjectNode request = from(withoutPrefetch(request("three-metastases-under-3-cm")), server.baseUrl());
            HookResponse response = answer(service(PATIENCE, server.baseUrl()), request);
            assertEquals("incomplete", evaluation(response).status());
            assertEquals(
                    "conditional", evaluation(response).recommendations().get(0).status());
            assertEquals("FORBIDDEN", report(response, "procedures").problem());
            assertEquals("ERROR", report(response, "procedures").state());
            assertTrue(checkFirst(response).contains("Could not be read in full: procedures"), checkFirst(response));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "patient/Condition.read patient/Patient.read                          | false",
                "launch patient/Condition.rs patient/Patient.r patient/Observation.r  | false",
                "patient/Condition.rs patient/Observation.rs                          | true",
                "patient/*.read                                                       | true",
                "user/*.cruds                                                         | true",
                "PATIENT.READ Condition.Read (R4)                                     | true"
            })
    void what_lies_outside_the_scope_is_not_asked_for(String scope, boolean observations) {
        try (HapiFhirServer server = HapiFhirServer.ofExample("four-metastases")) {
            ObjectNode request = from(withoutPrefetch(request("four-metastases")), server.baseUrl());
            HookResponse response = answer(service(PATIENCE, server.baseUrl()), authorized(request, "t", scope));
            boolean asked =
                    server.requests().stream().anyMatch(call -> call.target().startsWith("Observation"));
            assertEquals(observations, asked);
            assertEquals(
                    observations ? "DATA" : "ABSENT",
                    report(response, "observations").state());
            if (!observations) {
                assertEquals("OUT_OF_SCOPE", report(response, "observations").problem());
                assertTrue(checkFirst(response).contains("in full: tumour findings"), checkFirst(response));
            }
        }
    }

    @Test
    void a_scope_for_some_resources_of_a_type_leaves_the_key_partial() {
        try (HapiFhirServer server = HapiFhirServer.ofExample("three-metastases-under-3-cm")) {
            ObjectNode request = from(withoutPrefetch(request("three-metastases-under-3-cm")), server.baseUrl());
            String scope = "patient/*.rs?_tag=a patient/Condition.rs patient/Procedure.rs patient/Patient.rs";
            HookResponse response = answer(service(PATIENCE, server.baseUrl()), authorized(request, "t", scope));
            assertEquals("PARTIAL", report(response, "observations").state());
            assertEquals("DATA", report(response, "conditions").state());
            assertEquals(
                    "conditional", evaluation(response).recommendations().get(0).status());
        }
    }

    @Test
    void a_server_that_is_not_registered_is_not_called_and_the_answer_says_so() {
        try (HapiFhirServer server = HapiFhirServer.ofExample("three-metastases-under-3-cm")) {
            PatientViewService service = service(PATIENCE, "https://ehr.example/fhir");
            RefusedException refused =
                    refused(service, from(withoutPrefetch(request("three-metastases-under-3-cm")), server.baseUrl()));
            assertEquals(Refusal.SERVER_NOT_REGISTERED, refused.refusal());
            HookResponse response = answer(
                    service, from(without(request("three-metastases-under-3-cm"), "procedures"), server.baseUrl()));
            assertTrue(checkFirst(response).contains("is not registered here"), checkFirst(response));
            assertEquals(List.of(), server.requests());
            RefusedException withoutServer = refused(service, withoutPrefetch(request("four-metastases")));
            assertEquals(Refusal.NO_CONDITIONS, withoutServer.refusal());
            assertEquals("conditions (ABSENT)", withoutServer.notRead().get(1));
        }
    }

    @Test
    void body_structures_that_something_names_are_read_where_they_cannot_be_searched() {
        String name = named();
        HookResponse full = answer(service(PATIENCE), request(name));
        try (HapiFhirServer server =
                HapiFhirServer.ofExample(name, Options.standard().withoutBodyStructuresOfPatient())) {
            ObjectNode request = from(withoutPrefetch(request(name)), server.baseUrl());
            HookResponse response = answer(service(PATIENCE, server.baseUrl()), request);
            assertEquals(seen(full), seen(response));
            assertEquals("evaluated", evaluation(response).status());
            assertTrue(server.requests().stream().anyMatch(call -> call.target().startsWith("BodyStructure/")));
        }
    }

    /** An example whose lesions are BodyStructures. */
    private static String named() {
        return DemoRequests.NAMES.stream()
                .filter(name -> request(name)
                                .path("prefetch")
                                .path("bodyStructures")
                                .path("total")
                                .asInt()
                        > 0)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_server_without_body_structures_lacks_none_if_nothing_names_one() {
        String name = DemoRequests.NAMES.stream()
                .filter(candidate -> request(candidate)
                                        .path("prefetch")
                                        .path("bodyStructures")
                                        .path("total")
                                        .asInt()
                                == 0
                        && !candidate.equals("no-liver-disease"))
                .findFirst()
                .orElseThrow();
        try (HapiFhirServer server =
                HapiFhirServer.ofExample(name, Options.standard().withoutBodyStructuresOfPatient())) {
            ObjectNode request = from(withoutPrefetch(request(name)), server.baseUrl());
            HookResponse response = answer(service(PATIENCE, server.baseUrl()), request);
            assertEquals("evaluated", evaluation(response).status());
            assertEquals("EMPTY", report(response, "bodyStructures").state());
        }
    }

    @Test
    void another_patient_on_the_server_is_never_read() {
        List<Resource> resources = new ArrayList<>(HapiFhirServer.example("four-metastases"));
        resources.addAll(HapiFhirServer.example("no-liver-disease").stream()
                .filter(resource -> resource instanceof Patient)
                .toList());
        try (HapiFhirServer server = HapiFhirServer.with(resources, Options.standard())) {
            ObjectNode request = from(withoutPrefetch(request("no-liver-disease")), server.baseUrl());
            HookResponse response = answer(service(PATIENCE, server.baseUrl()), request);
            assertEquals(List.of(), response.cards());
            assertEquals("noLiverDisease", evaluation(response).reason());
        }
    }

    @Test
    void a_token_for_another_patient_is_refused() {
        ObjectNode request = authorized(request("four-metastases"), "t", "patient/*.rs");
        ((ObjectNode) request.path("fhirAuthorization")).put("patient", "somebody-else");
        assertEquals(
                Refusal.TOKEN_OF_ANOTHER_PATIENT,
                refused(service(PATIENCE), request).refusal());
        String patient = request.path("context").path("patientId").asText();
        ((ObjectNode) request.path("fhirAuthorization")).put("patient", "Patient/" + patient);
        answer(service(PATIENCE), request);
    }
}
