package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.cards.SourceAttributeFile;
import org.livercds.codes.ContentFolder;
import org.livercds.hooks.SourceAttributes.Attribute;
import org.livercds.hooks.WireJson;

/** Data that a service is said to use change an answer, and data that it is said not to use change none. */
class UsedDataTest {

    private static final String VIEW = "patient-view";
    private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-";

    /** The same patients, young enough for the question that depends on the sex. */
    private static final Consumer<ObjectNode> YOUNG_MAN =
            request -> patient(request).put("birthDate", "1990-01-01").put("gender", "male");

    private static final Consumer<ObjectNode> AS_THEY_ARE = request -> {};

    /** @param before what is compared with */
    private record Data(Consumer<ObjectNode> before, List<Consumer<ObjectNode>> changes) {

        static Data of(Consumer<ObjectNode> change) {
            return new Data(AS_THEY_ARE, List.of(change));
        }

        static Data of(Consumer<ObjectNode> one, Consumer<ObjectNode> other) {
            return new Data(AS_THEY_ARE, List.of(one, other));
        }
    }

    private static final Map<String, Data> DATA = Map.of(
            "useOfRace",
            Data.of(request -> extend(request, US_CORE + "race")),
            "useOfEthnicity",
            Data.of(request -> extend(request, US_CORE + "ethnicity")),
            "useOfLanguage",
            Data.of(request -> {
                patient(request).put("language", "es");
                ObjectNode spoken = patient(request).putArray("communication").addObject();
                spoken.put("preferred", true).putObject("language").put("text", "Español");
            }),
            "useOfSexualOrientation",
            Data.of(request -> observe(request, "http://loinc.org", "76690-7", "{\"valueString\":\"any\"}")),
            "useOfGenderIdentity",
            Data.of(
                    request -> extend(request, US_CORE + "genderIdentity"),
                    request -> observe(request, "http://loinc.org", "76691-5", "{\"valueString\":\"any\"}")),
            "useOfSex",
            new Data(
                    YOUNG_MAN,
                    List.of(
                            request -> patient(request).put("gender", "female"),
                            request -> patient(request).put("gender", "other"),
                            request -> patient(request).remove("gender"),
                            request -> extend(request, US_CORE + "birthsex"))),
            "useOfDateOfBirth",
            Data.of(
                    request -> patient(request).put("birthDate", "2015-01-01"),
                    request -> patient(request).remove("birthDate")),
            "useOfSocialDeterminantsOfHealth",
            Data.of(
                    request -> observe(request, "http://loinc.org", "71802-3", "{\"valueString\":\"homeless\"}"),
                    UsedDataTest::homeless),
            "useOfHealthStatusAssessments",
            Data.of(
                    request -> observe(request, "http://loinc.org", "89247-1", "{\"valueInteger\":4}"),
                    request -> observe(
                            request,
                            "http://loinc.org",
                            "82810-3",
                            "{\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"77386006\"}]}}")));

    @ParameterizedTest
    @ValueSource(strings = {VIEW, "order-select", "order-sign"})
    void what_is_said_to_be_used_is(String hook) {
        Map<String, String> said = SourceAttributeFile.read(ContentFolder.inJar("cds-cards")).of(hook, "1.0.0").stream()
                .filter(attribute -> attribute.key().startsWith("useOf"))
                .collect(Collectors.toMap(Attribute::key, Attribute::value));
        Map<String, String> seen = new LinkedHashMap<>();
        DATA.forEach((key, data) -> seen.put(key, isUsed(hook, data) ? "used" : "not used"));
        assertEquals(said, seen);
    }

    private static boolean isUsed(String hook, Data data) {
        for (ObjectNode request : requests(hook)) {
            data.before().accept(request);
            JsonNode before = told(hook, request);
            for (Consumer<ObjectNode> change : data.changes()) {
                ObjectNode other = request.deepCopy();
                change.accept(other);
                if (!before.equals(told(hook, other))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<ObjectNode> requests(String hook) {
        List<ObjectNode> requests = new ArrayList<>();
        for (String name : DemoRequests.NAMES) {
            if (hook.equals(VIEW)) {
                requests.add(PlainServices.REQUESTS.today(name).orElseThrow());
            } else {
                PlainServices.REQUESTS
                        .orders()
                        .forEach(order -> requests.add(PlainServices.REQUESTS
                                .ordering(name, order, hook)
                                .orElseThrow()));
            }
        }
        return requests;
    }

    /** Without ids, which differ from answer to answer, and without how many resources came. */
    private static JsonNode told(String hook, ObjectNode request) {
        ObjectNode answer = WireJson.readObject(WireJson.write(PlainServices.answer(hook, WireJson.write(request))));
        answer.findParents("uuid").forEach(identified -> ((ObjectNode) identified).remove("uuid"));
        ((ObjectNode) answer.path("extension").path("org.livercds.evaluation")).remove("data");
        return answer;
    }

    private static ObjectNode patient(ObjectNode request) {
        return (ObjectNode) request.path("prefetch").path("patient");
    }

    private static void extend(ObjectNode request, String url) {
        ObjectNode extension =
                patient(request).putArray("extension").addObject().put("url", url);
        extension.putArray("extension").addObject().put("url", "text").put("valueString", "any");
    }

    private static void homeless(ObjectNode request) {
        add(
                request,
                "conditions",
                "{\"resourceType\":\"Condition\",\"id\":\"social\",\"code\":{\"coding\":[{\"system\":"
                        + "\"http://hl7.org/fhir/sid/icd-10-cm\",\"code\":\"Z59.00\"}]},\"recordedDate\":\"2026-11-18\"}");
    }

    private static void observe(ObjectNode request, String system, String code, String value) {
        add(
                request,
                "observations",
                "{\"resourceType\":\"Observation\",\"id\":\"more\",\"status\":\"final\",\"code\":{\"coding\":[{\"system\":\""
                        + system + "\",\"code\":\"" + code + "\"}]},\"effectiveDateTime\":\"2026-11-18\","
                        + value.substring(1));
    }

    private static void add(ObjectNode request, String key, String resource) {
        ObjectNode bundle = (ObjectNode) request.path("prefetch").path(key);
        ObjectNode one = WireJson.readObject(resource.getBytes(StandardCharsets.UTF_8));
        String id = request.path("context").path("patientId").asText();
        one.putObject("subject").put("reference", "Patient/" + id);
        bundle.withArray("entry").addObject().set("resource", one);
        if (bundle.has("total")) {
            bundle.put("total", bundle.path("total").asInt() + 1);
        }
    }
}
