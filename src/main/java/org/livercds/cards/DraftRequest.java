package org.livercds.cards;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
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

    /** Relative, or the address of a server: nothing else goes into an order. */
    private static final Pattern REASON = Pattern.compile(
            "(https?://[A-Za-z0-9._~:/%\\[\\]-]{1,500}/)?(Condition|Observation)/[A-Za-z0-9._-]{1,256}");

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
        because.stream()
                .map(Evidence::reference)
                .filter(reference -> REASON.matcher(reference).matches())
                .distinct()
                .map(DraftRequest::reference)
                .forEach(reasons::add);
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
        return JSON.objectNode().put("reference", reference);
    }
}
