package org.livercds.fhir;

import java.util.Optional;

/**
 * A query that went to a FHIR server, without the patient.
 *
 * @param server its registered base address
 * @param search for resources of the type; one was read otherwise
 * @param key the prefetch key that it was for
 * @param problem why not everything came; empty where it did
 */
public record ServerQuery(String server, String resourceType, boolean search, String key, Optional<String> problem) {}
