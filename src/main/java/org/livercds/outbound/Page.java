package org.livercds.outbound;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One answer of a server.
 *
 * @param unpacked bytes that were read as JSON
 */
record Page(ObjectNode json, int unpacked) {

    boolean isBundle() {
        return json.path("resourceType").asText().equals("Bundle");
    }

    int entries() {
        return json.path("entry").size();
    }
}
