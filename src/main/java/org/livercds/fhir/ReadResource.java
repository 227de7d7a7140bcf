package org.livercds.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hl7.fhir.r4.model.Resource;

/** A parsed resource of this patient, and the address under which its Bundle gave it. */
record ReadResource(Resource resource, String fullUrl, ObjectNode json) {

    String reference() {
        String reference = References.of(resource);
        return reference.contains("/") || fullUrl.isEmpty() ? reference : fullUrl;
    }

    boolean isNamedBy(String reference) {
        return reference.equals(References.of(resource)) || reference.equals(fullUrl);
    }
}
