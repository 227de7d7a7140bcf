package org.livercds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.livercds.clinical.Truth;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.patient.Limits;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ValueSets;
import org.livercds.hooks.WireJson;

/** Resources and prefetches in a few words, and what the service reads in them on 20 November 2026. */
final class Fhir {

    static final String PATIENT = "p1";
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final String RECENT = "2026-11-01";
    static final String LIVER = "10200004";
    static final String LUNG = "39607008";
    static final ValueSets VALUE_SETS = ValueSets.read(ContentFolder.inJar("fhir-profiles"));

    private static final ChartReader READER =
            new ChartReader(VALUE_SETS, ZoneId.of("UTC"), List.of("urn:livercds:lesion"));

    private Fhir() {}

    /** JSON with single quotes, read like a request. */
    static ObjectNode json(String text) {
        return WireJson.readObject(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** The resource with these members instead of its own; null takes one away. */
    static ObjectNode with(ObjectNode resource, String members) {
        ObjectNode changed = resource.deepCopy();
        json("{" + members + "}").properties().forEach(member -> {
            changed.set(member.getKey(), member.getValue());
            if (member.getValue().isNull()) {
                changed.remove(member.getKey());
            }
        });
        return changed;
    }

    static ObjectNode patient() {
        return json("{'resourceType':'Patient','id':'p1','gender':'female','birthDate':'1950-05-05'}");
    }

    /** An ICD-10-CM code has a dot, a SNOMED CT code has none. */
    static ObjectNode condition(String code) {
        return ofPatient("Condition", code.contains(".") ? icd(code) : snomed(code));
    }

    static ObjectNode procedure(String snomed, String date) {
        return with(ofPatient("Procedure", snomed(snomed)), "'status':'completed','performedDateTime':'" + date + "'");
    }

    static ObjectNode observation(String code, String members) {
        ObjectNode result = with(ofPatient("Observation", code), "'status':'final','effectiveDateTime':'2026-11-01'");
        return with(result, members);
    }

    /** A longest diameter in the liver, of the lesion that the key names; without a key of none. */
    static ObjectNode lesion(String key, String value, String unit, String date) {
        return with(size("'value':" + value + "," + ucum(unit)), keyed(key) + "'effectiveDateTime':'" + date + "'");
    }

    static ObjectNode lesion(String key, String millimetres) {
        return lesion(key, millimetres, "mm", RECENT);
    }

    /** A longest diameter in the liver as a quantity with these members. */
    static ObjectNode size(String quantity) {
        return observation(loinc("33728-7"), site(LIVER) + ",'valueQuantity':{" + quantity + "}");
    }

    static ObjectNode finding(String code, String value) {
        return observation(
                coding("https://livercds.org/fhir/CodeSystem/liver-finding", code),
                "'valueCodeableConcept':" + coding("https://livercds.org/fhir/CodeSystem/liver-finding-value", value));
    }

    static ObjectNode count(String lesions) {
        return with(finding("lesion-count", "x"), "'valueCodeableConcept':null,'valueInteger':" + lesions);
    }

    static ObjectNode complete() {
        return with(finding("lesion-list-complete", "x"), "'valueCodeableConcept':null,'valueBoolean':true");
    }

    static ObjectNode bodyStructure(String id, String members) {
        ObjectNode inLiver = with(
                json("{'resourceType':'BodyStructure','patient':{'reference':'Patient/p1'}}"),
                "'id':'" + id + "','location':" + snomed(LIVER));
        return with(inLiver, members);
    }

    static String keyed(String key) {
        return key.isEmpty() ? "" : "'identifier':[{'system':'urn:livercds:lesion','value':'" + key + "'}],";
    }

    static String site(String snomed) {
        return "'bodySite':" + snomed(snomed);
    }

    static String focus(String reference) {
        return "'focus':[{'reference':'" + reference + "'}]";
    }

    static String ucum(String unit) {
        return "'unit':'" + unit + "','system':'http://unitsofmeasure.org','code':'" + unit + "'";
    }

    static String loinc(String code) {
        return coding("http://loinc.org", code);
    }

    static String snomed(String code) {
        return coding("http://snomed.info/sct", code);
    }

    static String icd(String code) {
        return coding("http://hl7.org/fhir/sid/icd-10-cm", code);
    }

    static String coding(String system, String code) {
        return "{'coding':[{'system':'" + system + "','code':'" + code + "'}]}";
    }

    static ObjectNode bundle(ObjectNode... resources) {
        ObjectNode bundle = json("{'resourceType':'Bundle','type':'searchset'}");
        ArrayNode entries = bundle.putArray("entry");
        for (ObjectNode resource : resources) {
            entries.addObject().set("resource", resource);
        }
        return bundle.put("total", resources.length);
    }

    /** Every key, each with the resources of its type; what has no id is given one. */
    static ObjectNode prefetch(ObjectNode... resources) {
        List<ObjectNode> named = new ArrayList<>();
        for (ObjectNode resource : resources) {
            named.add(resource.has("id") ? resource : with(resource, "'id':'r" + named.size() + "'"));
        }
        ObjectNode prefetch = JsonNodeFactory.instance.objectNode();
        for (PrefetchKey key : PrefetchKey.values()) {
            ObjectNode[] ofKey = named.stream()
                    .filter(resource -> key != PrefetchKey.LABS && isOf(resource, key))
                    .toArray(ObjectNode[]::new);
            prefetch.set(key.key(), bundle(ofKey));
        }
        return prefetch;
    }

    static ReadChart read(JsonNode prefetch) {
        return READER.read(PATIENT, Optional.empty(), (ObjectNode) prefetch, TODAY);
    }

    static ReadChart readAs(String patientId, String fhirServer, ObjectNode prefetch) {
        return READER.read(patientId, Optional.of(fhirServer).filter(url -> !url.isEmpty()), prefetch, TODAY);
    }

    static LiverChart chart(ReadChart read) {
        return LiverChart.of(read.entries(), Limits.standard());
    }

    static LiverChart chart(ObjectNode... resources) {
        return chart(read(prefetch(resources)));
    }

    static Advice advice(ObjectNode prefetch) {
        return LiverCancerGuideline.advise(chart(read(prefetch)));
    }

    static Truth below(String millimetres, ObjectNode... lesions) {
        return chart(lesions).lesions().eachBelow(new BigDecimal(millimetres));
    }

    static KeyState state(ObjectNode prefetch, PrefetchKey key) {
        return read(prefetch).ledger().state(key);
    }

    private static ObjectNode ofPatient(String type, String code) {
        return json("{'resourceType':'" + type + "','code':" + code + ",'subject':{'reference':'Patient/p1'}}");
    }

    private static boolean isOf(ObjectNode resource, PrefetchKey key) {
        return resource.path("resourceType").asText().equals(key.resourceType());
    }
}
