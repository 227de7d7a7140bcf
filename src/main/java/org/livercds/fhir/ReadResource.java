package org.livercds.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hl7.fhir.r4.model.Resource;

/**
 * A parsed resource of this patient.
 *
 * @param typeAndId as {@link References#of(Resource)}
 * @param fullUrl the address under which its Bundle gave it
 */
record ReadResource(Resource resource, String typeAndId, String fullUrl, ObjectNode json) {

    ReadResource(Resource resource, String fullUrl, ObjectNode json) {
        this(resource, References.of(resource), fullUrl, json);
    }

    boolean hasId() {
        return typeAndId.contains("/");
    }

    String reference() {
        return hasId() || fullUrl.isEmpty() ? typeAndId : fullUrl;
    }

    boolean isNamedBy(String reference) {
        return reference.equals(typeAndId) || reference.equals(fullUrl);
    }
}
