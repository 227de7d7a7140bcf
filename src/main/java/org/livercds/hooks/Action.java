package org.livercds.hooks;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a client does when a suggestion is accepted; some clients show the description in place of the label. */
public record Action(String type, String description, ObjectNode resource) {

    public static Action create(String description, ObjectNode resource) {
        return new Action("create", description, resource);
    }
}
