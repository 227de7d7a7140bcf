package org.livercds.cards;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.livercds.clinical.Evidence;
import org.livercds.codes.OrderCodes;

/**
 * A FHIR ServiceRequest as a draft and a proposal: nobody has ordered anything.
 *
 * @param name what is requested
 * @param note the question behind it
 * @param because the chart entries behind it; only Conditions and Observations may be reasons
 */
record DraftRequest(String patientId, List<OrderCodes.Order> codes, String name, String note, List<Evidence> because) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    DraftRequest {
        codes = List.copyOf(codes);
        because = List.copyOf(because);
    }

    ObjectNode resource() {
        ObjectNode request = JSON.objectNode();
        request.put("resourceType", "ServiceRequest");
        request.put("status", "draft");
        request.put("intent", "proposal");
        request.set("code", code());
        request.set("subject", reference("Patient/" + patientId));
        ArrayNode reasons = JSON.arrayNode();
        Set<String> references = new HashSet<>();
        for (Evidence entry : because) {
            if (Reasons.mayBe(entry.reference()) && references.add(entry.reference())) {
                reasons.add(reference(entry.reference()));
            }
        }
        if (!reasons.isEmpty()) {
            request.set("reasonReference", reasons);
        }
        request.putArray("note").addObject().put("text", note);
        return request;
    }

    private ObjectNode code() {
        ObjectNode concept = JSON.objectNode();
        ArrayNode codings = concept.putArray("coding");
        codes.forEach(code -> codings.addObject()
                .put("system", code.system())
                .put("code", code.code())
                .put("display", code.display()));
        return concept.put("text", name);
    }

    private static ObjectNode reference(String reference) {
        return new ObjectNode(JSON, new LinkedHashMap<>(2)).put("reference", reference);
    }
}
