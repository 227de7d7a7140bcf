package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.hooks.WireJson;

/** What is read without HAPI's parser is what HAPI's parser reads, or is left to it. */
class PlainResourceTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final String FULL_CONDITION = """
            {"resourceType": "Condition", "id": "c1", "meta": {"lastUpdated": "2026-04-18T08:35:00Z"},
             "identifier": [{"system": "urn:s", "value": "v"}],
             "clinicalStatus": {"coding": [{"system": "urn:a", "code": "active"}]},
             "verificationStatus": {"coding": [{"system": "urn:b", "code": "confirmed"}]},
             "category": [{"text": "problem"}], "severity": {"text": "s"},
             "code": {"coding": [{"system": "urn:c", "code": "1", "display": "d"}], "text": "t"},
             "bodySite": [{"text": "liver"}], "subject": {"reference": "Patient/1"},
             "encounter": {"reference": "Encounter/1"}, "onsetDateTime": "2025-01",
             "abatementDateTime": "2026", "recordedDate": "2025-02-03", "text": {"status": "generated"},
             "recorder": {"reference": "Practitioner/1"}, "asserter": {"reference": "Practitioner/2"}}
            """;

    private static final String FULL_PATIENT = """
            {"resourceType": "Patient", "id": "p1",
             "meta": {"versionId": "1", "tag": [{"system": "urn:t", "code": "HTEST"}], "security": [{"code": "N"}]},
             "extension": [
               {"url": "http://hl7.org/fhir/us/core/StructureDefinition/us-core-race",
                "extension": [{"url": "ombCategory", "valueCoding": {"system": "urn:oid:2.16", "code": "2106-3"}},
                              {"url": "text", "valueString": "White"}]},
               {"url": "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex", "valueCode": "F"},
               {"url": "urn:place", "valueAddress": {"city": "c"}}],
             "identifier": [{"use": "usual", "system": "urn:s", "value": "v", "period": {"start": "2020"},
                             "assigner": {"display": "a"}}],
             "active": true, "name": [{"use": "official", "text": "t", "family": "f", "given": ["g", "h"],
                                       "prefix": ["p"], "suffix": ["s"], "period": {"end": "2021"}}],
             "telecom": [{"system": "phone", "value": "1", "use": "home", "rank": 1, "period": {"start": "2020"}}],
             "gender": "female", "birthDate": "1958-02-28", "deceasedBoolean": false,
             "address": [{"extension": [{"url": "urn:geo", "extension": [{"url": "latitude", "valueDecimal": 42.10}]}],
                          "use": "home", "type": "both", "text": "t", "line": ["l", "m"], "city": "c", "district": "d",
                          "state": "s", "postalCode": "p", "country": "US", "period": {"start": "2020-01"}}],
             "maritalStatus": {"text": "M"}, "multipleBirthInteger": 2,
             "communication": [{"language": {"text": "e"}, "preferred": true}],
             "generalPractitioner": [{"reference": "Practitioner/1"}],
             "managingOrganization": {"reference": "Organization/1"}}
            """;

    private static final String FULL_PROCEDURE = """
            {"resourceType": "Procedure", "id": "r1",
             "extension": [{"url": "urn:target", "valueReference": {"reference": "BodyStructure/1"}}],
             "identifier": [{"system": "urn:s", "value": "v"}], "basedOn": [{"reference": "ServiceRequest/1"}],
             "partOf": [{"reference": "Procedure/2"}], "status": "completed", "statusReason": {"text": "s"},
             "category": {"text": "c"}, "code": {"coding": [{"system": "urn:c", "code": "1"}]},
             "subject": {"reference": "Patient/1"}, "encounter": {"reference": "Encounter/1"},
             "performedDateTime": "2026-10-27T09:15:00Z", "recorder": {"reference": "Practitioner/1"},
             "asserter": {"reference": "Practitioner/2"},
             "performer": [{"function": {"text": "f"}, "actor": {"reference": "Practitioner/3"},
                            "onBehalfOf": {"reference": "Organization/1"}}],
             "location": {"reference": "Location/1"}, "reasonCode": [{"text": "r"}],
             "reasonReference": [{"reference": "Observation/1"}], "bodySite": [{"text": "liver"}],
             "outcome": {"text": "o"}, "report": [{"reference": "DiagnosticReport/1"}]}
            """;

    private static final String FULL_STRUCTURE = """
            {"resourceType": "BodyStructure", "id": "b1", "meta": {"lastUpdated": "2026-04-18T08:35:00Z"},
             "extension": [{"url": "urn:x", "valueQuantity": {"value": 1.20, "unit": "cm"}}],
             "identifier": [{"system": "urn:s", "value": "v", "use": "official"}], "active": true,
             "morphology": {"coding": [{"system": "urn:m", "version": "1", "code": "4147007"}], "text": "m"},
             "location": {"coding": [{"system": "urn:c", "code": "10200004", "display": "Liver"}], "text": "liver"},
             "locationQualifier": [{"text": "q"}], "description": "d",
             "patient": {"reference": "Patient/1", "type": "Patient", "display": "P"}}
            """;

    private static final String FULL = """
            {"resourceType": "Observation", "id": "o1",
             "meta": {"versionId": "3", "lastUpdated": "2026-04-18T08:35:00.000+02:00", "source": "urn:x",
                      "profile": ["http://example.org/p"]},
             "identifier": [{"system": "urn:s", "value": "v", "type": {"text": "accession"}}],
             "basedOn": [{"reference": "ServiceRequest/1"}],
             "status": "final",
             "category": [{"coding": [{"system": "urn:c", "version": "1", "code": "laboratory", "display": "L"}]}],
             "code": {"coding": [{"system": "http://loinc.org", "code": "1975-2"}], "text": "Bilirubin"},
             "subject": {"reference": "Patient/1", "type": "Patient", "display": "P",
                         "identifier": {"system": "urn:s", "value": "1"}},
             "focus": [{"reference": "BodyStructure/1"}],
             "encounter": {"reference": "Encounter/1"},
             "effectiveDateTime": "2026-10-27T09:15:00Z", "issued": "2026-10-27T10:00:00.000Z",
             "performer": [{"reference": "Organization/1"}],
             "valueQuantity": {"value": 2.40, "comparator": "<", "unit": "mg/dL",
                               "system": "http://unitsofmeasure.org", "code": "mg/dL"},
             "interpretation": [{"text": "high"}],
             "dataAbsentReason": {"text": "a"}, "text": {"status": "additional"}, "bodySite": {"text": "liver"}, "method": {"text": "m"},
             "specimen": {"reference": "Specimen/1"}, "device": {"reference": "Device/1"},
             "referenceRange": [{"low": {"value": 0.3}, "high": {"value": 1.2}, "type": {"text": "t"}, "text": "x"}],
             "derivedFrom": [{"reference": "Observation/2"}],
             "component": [{"code": {"text": "c"}, "valueInteger": 3, "dataAbsentReason": {"text": "b"}}, {"code": {"text": "d"}, "valueBoolean": true}]}
            """;

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("fhir-profiles/examples"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("Bundle-")).sorted().toList().stream();
        }
    }

    @Test
    void everything_it_knows_is_read_without_the_parser() {
        for (String full : List.of(FULL, FULL_CONDITION, FULL_PATIENT, FULL_PROCEDURE, FULL_STRUCTURE)) {
            assertEqual(json(full));
            assertTrue(PlainResource.of(json(full), new PlainElements()).isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"effectivePeriod\": {\"start\": \"2026-10\", \"end\": \"2026-11-02\"}",
                "\"valueString\": \"LR-5\"",
                "\"valueCodeableConcept\": {\"text\": \"resectable\"}",
                "\"valueBoolean\": false",
                "\"valueInteger\": 12",
                "\"valueDateTime\": \"2026\""
            })
    void each_form_of_a_value_is_read_without_the_parser(String member) {
        ObjectNode plain = json("{\"resourceType\": \"Observation\", \"status\": \"amended\", " + member + "}");
        assertEqual(plain);
        assertTrue(PlainResource.of(plain, new PlainElements()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"valueString\": \"y\"",
                "\"valueCode\": \"F\"",
                "\"valueUri\": \"urn:x\"",
                "\"valueDate\": \"2026-11\"",
                "\"valueDateTime\": \"2026-11-03T09:15:00Z\"",
                "\"valueBoolean\": true",
                "\"valueInteger\": 3",
                "\"valueDecimal\": 0.10",
                "\"valueCoding\": {\"system\": \"urn:c\", \"code\": \"1\"}",
                "\"valueCodeableConcept\": {\"text\": \"t\"}",
                "\"valueReference\": {\"reference\": \"BodyStructure/1\"}",
                "\"valueQuantity\": {\"value\": 1.20, \"unit\": \"cm\"}",
                "\"valuePeriod\": {\"start\": \"2026\"}",
                "\"valueAddress\": {\"country\": \"US\"}",
                "\"extension\": [{\"url\": \"y\", \"valueString\": \"z\"}]"
            })
    void each_form_of_an_extension_is_read_without_the_parser(String member) {
        ObjectNode plain =
                json("{\"resourceType\": \"BodyStructure\", \"extension\": [{\"url\": \"urn:x\", " + member + "}]}");
        assertEqual(plain);
        assertTrue(PlainResource.of(plain, new PlainElements()).isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Patient|\"deceasedDateTime\": \"2026-11-03\"",
                "Patient|\"deceasedBoolean\": true",
                "Patient|\"multipleBirthBoolean\": true",
                "Procedure|\"performedPeriod\": {\"start\": \"2026-10\"}",
                "Procedure|\"performedDateTime\": \"2026\""
            })
    void each_form_of_a_choice_is_read_without_the_parser(String type, String member) {
        ObjectNode plain = json("{\"resourceType\": \"" + type + "\", " + member + "}");
        assertEqual(plain);
        assertTrue(PlainResource.of(plain, new PlainElements()).isPresent());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_examples_are_read_without_the_parser(Path file) throws IOException {
        for (JsonNode entry : WireJson.readObject(Files.readAllBytes(file)).path("entry")) {
            ObjectNode resource = (ObjectNode) entry.path("resource");
            boolean known = List.of("Observation", "Condition", "Patient", "Procedure", "BodyStructure")
                    .contains(resource.path("resourceType").asText());
            assertEquals(known, PlainResource.of(resource, new PlainElements()).isPresent(), resource::toString);
            assertEqual(resource);
        }
    }

    /** Every member and every element, one at a time, taken away or made into something else. */
    @ParameterizedTest
    @ValueSource(strings = {FULL, FULL_CONDITION, FULL_PATIENT, FULL_PROCEDURE, FULL_STRUCTURE})
    void whatever_is_odd_is_read_as_the_parser_does_or_left_to_it(String full) {
        int variants = 0;
        int left = 0;
        for (String pointer : pointers(json(full), "")) {
            for (JsonNode other : others(json(full).at(pointer))) {
                ObjectNode odd = json(full);
                replace(odd, pointer, other);
                assertEqual(odd);
                variants++;
                left += PlainResource.of(odd, new PlainElements()).isPresent() ? 0 : 1;
            }
        }
        assertTrue(variants > 500, "variants " + variants);
        assertTrue(left > variants / 2, "left to the parser " + left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"extension\": [{\"url\": \"urn:x\", \"valueMoney\": {\"value\": 1}}]",
                "\"extension\": [{\"valueString\": \"y\"}]",
                "\"extension\": [{\"url\": \"urn:x\"}]",
                "\"extension\": [{\"url\": \"urn:x\", \"valueString\": \"y\", \"valueCode\": \"z\"}]",
                "\"modifierExtension\": [{\"url\": \"urn:x\", \"valueString\": \"y\"}]",
                "\"_status\": {\"id\": \"a\"}",
                "\"valueInteger\": 3",
                "\"effectivePeriod\": {\"start\": \"2026\"}",
                "\"contained\": [{\"resourceType\": \"BodyStructure\", \"id\": \"b\"}]",
                "\"unknown\": 1",
                "\"note\": [{\"text\": \"n\"}]"
            })
    void more_than_it_knows_is_left_to_the_parser(String member) {
        ObjectNode more = json(FULL.strip().replaceFirst("\\{", "{" + member.replace("\\", "\\\\") + ", "));
        assertFalse(PlainResource.of(more, new PlainElements()).isPresent());
    }

    @Test
    void another_resource_is_left_to_the_parser() {
        assertFalse(
                PlainResource.of(json("{\"resourceType\": \"AllergyIntolerance\", \"id\": \"c\"}"), new PlainElements())
                        .isPresent());
    }

    private static void assertEqual(ObjectNode json) {
        Optional<Resource> plain = PlainResource.of(json.deepCopy(), new PlainElements());
        if (plain.isPresent()) {
            Resource byHapi = ResourceParser.byHapi(json.deepCopy())
                    .orElseThrow(() -> new AssertionError("unusable for HAPI: " + json));
            assertTrue(byHapi.copy().equalsDeep(plain.get().copy()), () -> "otherwise: " + json);
            assertEquals(byHapi.getId(), plain.get().getId(), json::toString);
            assertEquals(Contents.of(byHapi), Contents.of(plain.get()));
        }
    }

    private static List<String> pointers(JsonNode node, String here) {
        List<String> all = new ArrayList<>();
        node.properties().forEach(member -> all.addAll(below(member.getValue(), here + "/" + member.getKey())));
        IntStream.range(0, node.isArray() ? node.size() : 0)
                .forEach(i -> all.addAll(below(node.get(i), here + "/" + i)));
        return all;
    }

    private static List<String> below(JsonNode node, String here) {
        List<String> all = new ArrayList<>(List.of(here));
        all.addAll(pointers(node, here));
        return all;
    }

    /** A missing one stands for nothing at all. */
    private static List<JsonNode> others(JsonNode was) {
        ArrayNode list = JSON.arrayNode().add(was);
        ObjectNode holder = JSON.objectNode();
        holder.set("extra", was);
        return List.of(
                JSON.missingNode(),
                JSON.nullNode(),
                JSON.textNode(""),
                JSON.textNode(" "),
                JSON.textNode(was.asText() + " "),
                JSON.textNode("#contained"),
                JSON.textNode("2026-02-30"),
                JSON.textNode("urn:oid:1.2"),
                JSON.numberNode(-1),
                JSON.numberNode(1_000_000_000_000L),
                JSON.booleanNode(true),
                JSON.arrayNode(),
                JSON.objectNode(),
                list,
                list.deepCopy().add(was),
                holder);
    }

    private static void replace(ObjectNode root, String pointer, JsonNode other) {
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = root.at(pointer.substring(0, slash));
        String name = pointer.substring(slash + 1);
        if (parent instanceof ObjectNode object) {
            if (other.isMissingNode()) {
                object.remove(name);
            } else {
                object.set(name, other);
            }
        } else if (parent instanceof ArrayNode array) {
            if (other.isMissingNode()) {
                array.remove(Integer.parseInt(name));
            } else {
                array.set(Integer.parseInt(name), other);
            }
        }
    }

    private static ObjectNode json(String text) {
        return WireJson.readObject(text.getBytes(StandardCharsets.UTF_8));
    }
}
