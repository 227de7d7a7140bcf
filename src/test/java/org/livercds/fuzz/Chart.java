package org.livercds.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.livercds.hooks.Evaluation;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.WireJson;
import org.livercds.service.PlainServices;

/** A patient with liver metastases as the request of a client, to be filled with what a fuzzer makes. */
final class Chart {

    static final String PATIENT = "p1";

    private static final String OF_PATIENT = "'subject':{'reference':'Patient/p1'}";
    private static final String LIVER = "'bodySite':{'coding':[{'system':'http://snomed.info/sct','code':'10200004'}]}";
    private static final Map<String, String> KEYS = Map.of(
            "patient", "Patient",
            "conditions", "Condition",
            "observations", "Observation",
            "labs", "Observation",
            "procedures", "Procedure",
            "medications", "MedicationRequest",
            "allergies", "AllergyIntolerance",
            "bodyStructures", "BodyStructure");

    private Chart() {}

    /** With single quotes. */
    static ObjectNode json(String text) {
        return WireJson.readObject(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    static ObjectNode metastases() {
        return json("{'resourceType':'Condition','id':'c'," + OF_PATIENT
                + ",'code':{'coding':[{'system':'http://snomed.info/sct','code':'94381002'}]}}");
    }

    /** Says that all lesions are measured. */
    static ObjectNode complete() {
        return json("{'resourceType':'Observation','id':'all','status':'final','effectiveDateTime':'2026-11-10',"
                + OF_PATIENT + ",'code':{'coding':[{'system':'https://livercds.org/fhir/CodeSystem/liver-finding',"
                + "'code':'lesion-list-complete'}]},'valueBoolean':true}");
    }

    /** A longest diameter in the liver, still without a value. */
    static ObjectNode lesion(String id) {
        return json("{'resourceType':'Observation','id':'" + id + "','status':'final','effectiveDateTime':'2026-11-10',"
                + OF_PATIENT + "," + LIVER + ",'code':{'coding':[{'system':'http://loinc.org','code':'33728-7'}]},"
                + "'identifier':[{'system':'urn:livercds:lesion','value':'" + id + "'}]}");
    }

    /** A lesion of these millimetres. */
    static ObjectNode lesion(String id, int millimetres) {
        ObjectNode lesion = lesion(id);
        lesion.putObject("valueQuantity")
                .put("value", millimetres)
                .put("unit", "mm")
                .put("system", "http://unitsofmeasure.org")
                .put("code", "mm");
        return lesion;
    }

    /** Every prefetch key, each with the resources of its type; labs are none. */
    static ObjectNode prefetch(List<ObjectNode> resources) {
        ObjectNode prefetch = JsonNodeFactory.instance.objectNode();
        KEYS.forEach((key, type) -> prefetch.set(
                key,
                bundle(resources.stream()
                        .filter(resource -> !key.equals("labs"))
                        .filter(resource ->
                                resource.path("resourceType").asText().equals(type))
                        .toList())));
        return prefetch;
    }

    static ObjectNode bundle(List<? extends JsonNode> resources) {
        ObjectNode bundle = json("{'resourceType':'Bundle','type':'searchset'}");
        ArrayNode entries = bundle.putArray("entry");
        resources.forEach(resource -> entries.addObject().set("resource", resource));
        return bundle.put("total", resources.size());
    }

    static ObjectNode request(String hook, ObjectNode prefetch) {
        ObjectNode request = json("{'hook':'" + hook + "','context':{'patientId':'" + PATIENT + "'}}");
        request.set("prefetch", prefetch);
        return request;
    }

    static HookResponse answer(ObjectNode... resources) {
        return answer(prefetch(List.of(resources)));
    }

    static HookResponse answer(ObjectNode prefetch) {
        return PlainServices.answer("patient-view", WireJson.write(request("patient-view", prefetch)));
    }

    static Set<String> recommended(HookResponse answer) {
        return answer.extension().evaluation().recommendations().stream()
                .filter(offer -> offer.status().equals("recommended"))
                .map(Evaluation.Offer::topic)
                .collect(Collectors.toSet());
    }
}
