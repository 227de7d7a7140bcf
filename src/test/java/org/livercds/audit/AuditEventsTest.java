package org.livercds.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.audit.Place.Kind;
import org.livercds.fhir.OfflineValidator;
import org.livercds.hooks.Caller;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.WireJson;

/** Each kind of event is a valid AuditEvent, as its file in src/test/resources/audit says, whatever a caller sends. */
class AuditEventsTest {

    private static final Instant AT = Instant.parse("2026-11-21T08:15:00.123456Z");
    private static final Place PLACE = new Place(Kind.HOOK, Optional.of("liver-cancer-patient-view"));
    private static final Caller CLIENT = new Caller(
            Optional.of("general-hospital"),
            Optional.of("https://ehr.example.org"),
            Optional.of("ward-7"),
            Optional.of("2f1c2d7e-jti"));
    private static final Told TOLD =
            new Told("2.0.0", "0123456789ab", null, "evaluated", List.of("ablation", "checkFirst"));
    private static final ServerRead SEARCH =
            new ServerRead("https://fhir.example.org/r4", "Condition", true, "conditions", Optional.empty());
    private static final ServerRead READ =
            new ServerRead("https://fhir.example.org/r4", "Patient", false, "patient", Optional.of("TIMED_OUT"));

    private static Map<String, ObjectNode> kinds() {
        AuditedCall call = call(request("Practitioner/p-1", "8a3f2b6e-5f0e-4d57-9f0c-0d8f5ad6c0de", "pt-1"));
        Map<String, ObjectNode> kinds = new TreeMap<>();
        Place explanation = new Place(Kind.EXPLANATION, PLACE.service());
        kinds.put("answered", AuditEvents.call(AT, PLACE, call, Outcome.SUCCESS, Optional.of(TOLD)));
        kinds.put("refused", AuditEvents.call(AT, PLACE, call, Outcome.of(Refusal.WRONG_PATIENT), Optional.empty()));
        kinds.put(
                "no-request",
                AuditEvents.call(
                        AT,
                        new Place(Kind.HOOK, Optional.empty()),
                        new AuditedCall(Caller.UNKNOWN, Optional.empty(), Optional.empty()),
                        Outcome.of(Refusal.INTERNAL),
                        Optional.empty()));
        kinds.put("explained", AuditEvents.call(AT, explanation, call, Outcome.SUCCESS, Optional.of(TOLD)));
        kinds.put("pictured", AuditEvents.call(AT, Place.PICTURES, call, Outcome.SUCCESS, Optional.of(TOLD)));
        kinds.put("searched", AuditEvents.read(AT, call, SEARCH));
        kinds.put("read", AuditEvents.read(AT, call, READ));
        kinds.put(
                "denied",
                AuditEvents.denied(
                        AT, PLACE, new AuditedCall(CLIENT, Optional.empty(), Optional.of("req-1")), "EXPIRED"));
        Instant back = AT.plusSeconds(42);
        kinds.put(
                "tokens-unshared",
                AuditEvents.incident(
                        AT,
                        new Incident(
                                Incident.Kind.TOKENS_UNSHARED,
                                AT,
                                Optional.empty(),
                                Map.of("remembered", "perProcess", "calls", "admitted", "sqlState", "08001"))));
        kinds.put(
                "tokens-shared",
                AuditEvents.incident(back, new Incident(Incident.Kind.TOKENS_SHARED, AT, Optional.of(back), Map.of())));
        return kinds;
    }

    static Stream<String> names() {
        return kinds().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void an_event_is_as_its_file_says(String name) throws IOException {
        Path file = Path.of("src/test/resources/audit", "AuditEvent-" + name + ".json");
        assertEquals(WireJson.readObject(Files.readAllBytes(file)), kinds().get(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void an_event_is_valid(String name) {
        assertEquals(List.of(), OfflineValidator.errors(kinds().get(name).toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "line\r\nbreak",
                "nul\0",
                "escape\u001b[31m",
                "turned\u202eround",
                "isolated\u2066",
                "mark\u200f",
                "paragraph\u2029",
                "c1\u0085",
                "alone\ud83d",
                " ",
                "\n",
                "{\"resourceType\":\"AuditEvent\"}",
                "<script>alert(1)</script>"
            })
    void hostile_text_is_cleaned_and_the_event_stays_valid(String hostile) {
        for (ObjectNode event : hostile(hostile)) {
            String line = line(event);
            assertFalse(line.contains("\n"));
            assertTrue(line.codePoints().noneMatch(AuditEventsTest::isInvisible), () -> hostile + " stands in " + line);
            assertEquals(List.of(), OfflineValidator.errors(line), line);
        }
    }

    @Test
    void long_text_is_cut() {
        for (ObjectNode event : hostile("a".repeat(10_000))) {
            assertTrue(
                    line(event).length() < 3_500, () -> "length " + line(event).length());
        }
        assertTrue(hostile("a".repeat(10_000)).get(0).toString().contains("a".repeat(256) + "…"));
    }

    @Test
    void a_user_who_is_no_reference_is_an_identifier() {
        ObjectNode event = AuditEvents.call(
                AT,
                PLACE,
                call(request("https://ehr.example.org/users/7", "i", "p")),
                Outcome.SUCCESS,
                Optional.empty());
        assertEquals(
                "https://ehr.example.org/users/7",
                event.at("/agent/1/who/identifier/value").asText());
    }

    @Test
    void a_patient_id_that_fhir_does_not_know_is_an_identifier() {
        ObjectNode event = AuditEvents.call(
                AT,
                PLACE,
                call(request("Practitioner/1", "i", "an_id_" + "9".repeat(200))),
                Outcome.SUCCESS,
                Optional.empty());
        assertEquals(
                "an_id_" + "9".repeat(200),
                event.at("/entity/0/what/identifier/value").asText());
        assertEquals(List.of(), OfflineValidator.errors(event.toString()));
    }

    @Test
    void an_odd_reason_or_request_id_is_not_kept() {
        ObjectNode event = AuditEvents.call(
                AT,
                PLACE,
                new AuditedCall(CLIENT, Optional.empty(), Optional.of("id with blanks")),
                Outcome.SUCCESS,
                Optional.empty());
        assertFalse(event.toString().contains("id with blanks"));
    }

    /** Nothing but what the kinds of events name gets into one: the body is full of other things. */
    @Test
    void nothing_of_the_chart_is_in_an_event() {
        ObjectNode body = WireJson.readObject(("{\"hook\":\"patient-view\",\"context\":{\"patientId\":\"p\","
                        + "\"note\":\"canary\"},\"fhirServer\":\"https://canary.example\",\"prefetch\":{\"conditions\":"
                        + "{\"resourceType\":\"Bundle\",\"id\":\"canary\"}},\"fhirAuthorization\":"
                        + "{\"access_token\":\"canary\"},\"canary\":1}")
                .getBytes(StandardCharsets.UTF_8));
        AuditedCall call = call(WireJson.readRequest(WireJson.write(body)));
        assertFalse(AuditEvents.call(AT, PLACE, call, Outcome.SUCCESS, Optional.of(TOLD))
                .toString()
                .contains("canary"));
        assertFalse(AuditEvents.read(AT, call, SEARCH).toString().contains("canary"));
    }

    private static List<ObjectNode> hostile(String text) {
        Caller caller = new Caller(Optional.of(text), Optional.of(text), Optional.of(text), Optional.of(text));
        AuditedCall call = new AuditedCall(caller, Optional.of(request(text, text, "p")), Optional.of(text));
        AuditedCall denied = new AuditedCall(caller, Optional.empty(), Optional.of(text));
        return List.of(
                AuditEvents.call(AT, PLACE, call, Outcome.SUCCESS, Optional.of(TOLD)),
                AuditEvents.read(AT, call, SEARCH),
                AuditEvents.denied(AT, PLACE, denied, "OTHER"));
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String line(ObjectNode event) {
        return new String(WireJson.write(event), StandardCharsets.UTF_8);
    }

    private static AuditedCall call(HookRequest request) {
        return new AuditedCall(CLIENT, Optional.of(request), Optional.of("req-1"));
    }

    /** As it comes over the wire, so that what reading cleans is cleaned. */
    private static HookRequest request(String userId, String hookInstance, String patientId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("hook", "patient-view").put("hookInstance", hookInstance);
        body.putObject("context").put("userId", userId).put("patientId", patientId);
        JsonNode prefetch = body.putObject("prefetch").putNull("conditions");
        assertTrue(prefetch.has("conditions"));
        return WireJson.readRequest(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
