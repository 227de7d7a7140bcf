package org.livercds.safety;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ValueSets;
import org.livercds.fhir.PrefetchTemplates;
import org.livercds.hooks.WireJson;
import org.livercds.service.DemoRequests;
import org.livercds.service.PlainServices;

/** What is no coded fact of the chart moves no card: images, curves, reports, documents, notes and narrative. */
class NotReadTest {

    private static final String WORDS =
            "Twelve liver lesions, the largest 9 cm. Metastases in both lungs. Child-Pugh C.";

    static Stream<String> patients() {
        return DemoRequests.NAMES.stream();
    }

    @Test
    void no_image_report_or_document_is_asked_for() {
        ValueSets valueSets = ValueSets.read(ContentFolder.inJar("fhir-profiles"));
        assertEquals(
                Set.of(
                        "Patient",
                        "Condition",
                        "Observation",
                        "Procedure",
                        "MedicationRequest",
                        "AllergyIntolerance",
                        "BodyStructure"),
                PrefetchTemplates.of(valueSets).values().stream()
                        .map(query -> query.split("[/?]")[0])
                        .collect(toSet()));
    }

    @ParameterizedTest
    @MethodSource("patients")
    void images_reports_and_documents_change_nothing(String patient) {
        ObjectNode request = request(patient);
        JsonNode before = said(request);
        ObjectNode unasked = (ObjectNode) request.path("prefetch");
        ArrayNode entries = unasked.putObject("reports")
                .put("resourceType", "Bundle")
                .put("type", "searchset")
                .putArray("entry");
        for (String type : List.of("ImagingStudy", "Media", "DiagnosticReport", "DocumentReference")) {
            entries.addObject().set("resource", report(type, request));
        }
        assertEquals(before, said(request));
    }

    @ParameterizedTest
    @MethodSource("patients")
    void notes_and_narrative_change_nothing(String patient) {
        ObjectNode request = request(patient);
        JsonNode before = said(request);
        for (JsonNode resource : request.path("prefetch").findValues("resource")) {
            ObjectNode noted = (ObjectNode) resource;
            noted.putObject("text").put("status", "additional").put("div", "<div>" + WORDS + "</div>");
            if (!noted.path("resourceType").asText().equals("BodyStructure")) {
                noted.putArray("note").addObject().put("text", WORDS);
            }
        }
        assertEquals(before, said(request));
    }

    @Test
    void a_curve_is_no_size() {
        ObjectNode request = request("three-metastases-under-3-cm");
        assertTrue(said(request).path("recommendations").toString().contains("\"recommended\""));
        List<JsonNode> measured = request.at("/prefetch/observations").findParents("valueQuantity");
        assertFalse(measured.isEmpty());
        measured.forEach(NotReadTest::makeCurve);
        JsonNode after = said(request);
        assertFalse(after.path("recommendations").toString().contains("\"recommended\""), after::toString);
        assertTrue(after.path("missing").toString().contains("M-SIZE"), after::toString);
    }

    private static void makeCurve(JsonNode measured) {
        ObjectNode curve = ((ObjectNode) measured).without("valueQuantity");
        curve.putObject("valueSampledData")
                .put("period", 10)
                .put("dimensions", 1)
                .put("data", "20 20 20")
                .putObject("origin")
                .put("value", 0)
                .put("unit", "mm");
    }

    private static ObjectNode report(String type, ObjectNode request) {
        ObjectNode report =
                request.objectNode().put("resourceType", type).put("id", "r").put("status", "final");
        String patient = request.at("/context/patientId").asText();
        report.putObject("subject").put("reference", "Patient/" + patient);
        return report.put("conclusion", WORDS).put("description", WORDS);
    }

    private static ObjectNode request(String patient) {
        return PlainServices.REQUESTS.unshifted(patient).orElseThrow();
    }

    /** The cards without their ids, and what was evaluated without the account of what was read. */
    private static ObjectNode said(ObjectNode request) {
        byte[] answer = WireJson.write(PlainServices.answer("patient-view", WireJson.write(request)));
        String plain = new String(answer, StandardCharsets.UTF_8).replaceAll("\"uuid\":\"[^\"]*\"", "\"uuid\":\"id\"");
        ObjectNode body = WireJson.readObject(plain.getBytes(StandardCharsets.UTF_8));
        ObjectNode evaluation = ((ObjectNode) body.at("/extension/org.livercds.evaluation")).without("data");
        evaluation.set("cards", body.path("cards"));
        return evaluation;
    }
}
