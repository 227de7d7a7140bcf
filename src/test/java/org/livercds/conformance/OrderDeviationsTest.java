package org.livercds.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients do otherwise than the specification says, in the draft orders of a call. */
@QuarkusTest
class OrderDeviationsTest {

    private static final String UNMET = "hcc-with-lung-metastasis";
    private static final String NEEDS_SPREAD = "unresectable-liver-only-hcc";

    @ParameterizedTest
    @ValueSource(strings = {"order-select", "order-sign"})
    void d13_medications_stand_beside_contained_in_or_only_named_by_the_order(String hook) {
        ObjectNode request = Ehr.ordering(NEEDS_SPREAD, hook, "sorafenib");
        List<String> usual = Ehr.advice(hook, request);
        ArrayNode entries = (ArrayNode) request.at("/context/draftOrders/entry");
        ObjectNode order = (ObjectNode) entries.path(0).path("resource");
        JsonNode drug = order.remove("medicationCodeableConcept");

        order.putObject("medicationReference").put("reference", "Medication/m1");
        ObjectNode medication = medication("m1", drug);
        entries.addObject().set("resource", medication);
        entries.addObject()
                .putObject("resource")
                .put("resourceType", "Location")
                .put("id", "l1");
        assertEquals(usual, Ehr.advice(hook, request));

        while (entries.size() > 1) {
            entries.remove(entries.size() - 1);
        }
        order.putArray("contained").add(medication("c1", drug));
        order.putObject("medicationReference").put("reference", "#c1");
        assertEquals(usual, Ehr.advice(hook, request));

        order.remove("contained");
        order.putObject("medicationReference")
                .put("reference", "Medication/unknown")
                .put("display", "sorafenib 200 mg");
        assertEquals(usual, Ehr.advice(hook, request));
    }

    private static ObjectNode medication(String id, JsonNode drug) {
        ObjectNode medication = (ObjectNode) Ehr.json("{\"resourceType\": \"Medication\"}");
        medication.put("id", id).set("code", drug);
        return medication;
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-select", "order-sign"})
    void d13_one_of_many_drafts_may_be_selected(String hook) {
        ObjectNode request = Ehr.ordering("four-metastases", hook, "ablation");
        List<String> usual = Ehr.advice(hook, request);
        JsonNode others = Ehr.ordering("four-metastases", hook, "aspirin").at("/context/draftOrders/entry");
        ((ArrayNode) request.at("/context/draftOrders/entry")).addAll((ArrayNode) others);
        assertEquals(usual, Ehr.advice(hook, request));
        if (hook.equals("order-select")) {
            Ehr.object(request, "context").putArray("selections").add("MedicationRequest/aspirin");
            assertEquals("noRelevantOrder", Ehr.reason(Ehr.answer(hook, request)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-select", "order-sign"})
    void d14_drafts_and_data_may_be_held_back(String hook) {
        ObjectNode request = Ehr.request(hook);
        JsonNode drafts = Ehr.object(request, "context").remove("draftOrders");
        assertEquals("noRelevantOrder", Ehr.reason(Ehr.answer(hook, request)));
        request.remove(List.of("prefetch", "fhirServer", "fhirAuthorization"));
        assertEquals("noRelevantOrder", Ehr.reason(Ehr.answer(hook, request)));
        Ehr.object(request, "context").set("draftOrders", drafts);
        Ehr.assertStatus(412, Ehr.post(hook, request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-select", "order-sign"})
    void d15_drafts_have_the_habits_of_older_versions(String hook) {
        ObjectNode drug = Ehr.ordering(NEEDS_SPREAD, hook, "sorafenib");
        List<String> usual = Ehr.advice(hook, drug);
        ObjectNode order = (ObjectNode) drug.at("/context/draftOrders/entry/0/resource");
        order.putObject("category").putArray("coding").addObject().put("code", "outpatient");
        assertEquals(usual, Ehr.advice(hook, drug));
        order.put("resourceType", "MedicationOrder").set("patient", order.remove("subject"));
        assertEquals(usual, Ehr.advice(hook, drug));

        ObjectNode procedure = Ehr.ordering(UNMET, hook, "embolization");
        List<String> warned = Ehr.advice(hook, procedure);
        ((ObjectNode) procedure.at("/context/draftOrders/entry/0/resource")).put("resourceType", "ProcedureRequest");
        assertEquals(warned, Ehr.advice(hook, procedure));
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-select", "order-sign"})
    void d17_names_of_other_and_older_hooks_in_the_context_are_no_drafts(String hook) {
        ObjectNode request = Ehr.request(hook);
        ObjectNode context = Ehr.object(request, "context");
        JsonNode drafts = context.remove("draftOrders");
        context.put("order", "ServiceRequest/ablation").put("task", "Task/1");
        context.putArray("dispatched-orders").add("ServiceRequest/ablation");
        context.putArray("fulfillment-tasks").addNull();
        context.set("medications", drafts);
        JsonNode answer = Ehr.answer(hook, request);
        assertEquals("noRelevantOrder", Ehr.reason(answer));
        assertFalse(Ehr.evaluation(answer).has("data"));
    }

    @EveryHook
    void d17_an_older_hook_is_refused_and_not_guessed(String hook) {
        for (String older : List.of("medication-prescribe", "order-review")) {
            Ehr.assertStatus(400, Ehr.post(hook, Ehr.request(hook).put("hook", older)));
        }
    }
}
