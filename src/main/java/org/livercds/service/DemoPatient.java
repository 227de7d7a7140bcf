package org.livercds.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.StreamSupport;

/**
 * A synthetic patient in a list.
 *
 * @param name of the example
 * @param title what the example shows, in the words of its Bundle
 * @param patient the name of the person
 */
public record DemoPatient(String name, String title, String patient) {

    static DemoPatient of(String name, ObjectNode bundle) {
        JsonNode person = StreamSupport.stream(bundle.path("entry").spliterator(), false)
                .map(entry -> entry.path("resource"))
                .filter(resource -> resource.path("resourceType").asText().equals("Patient"))
                .findFirst()
                .orElseThrow()
                .path("name")
                .path(0);
        String patient = person.path("given").path(0).asText() + " "
                + person.path("family").asText();
        return new DemoPatient(name, DemoRequests.dayTag(bundle).path("display").asText(), patient.strip());
    }
}
