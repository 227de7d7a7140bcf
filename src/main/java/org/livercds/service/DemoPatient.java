package org.livercds.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A synthetic patient in a list.
 *
 * @param name of the example
 * @param title what the example shows, in the words of its Bundle
 * @param patient the name of the person
 */
public record DemoPatient(String name, String title, String patient) {

    static DemoPatient of(String name, ObjectNode bundle) {
        JsonNode person = BundlePrefetch.read(bundle, "Patient").path("name").path(0);
        String patient = person.path("given").path(0).asText() + " "
                + person.path("family").asText();
        return new DemoPatient(name, DemoRequests.dayTag(bundle).path("display").asText(), patient.strip());
    }
}
