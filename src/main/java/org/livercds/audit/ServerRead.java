package org.livercds.audit;

import java.util.Optional;

/**
 * A query that went to a FHIR server.
 *
 * @param server its registered base address
 * @param search for resources of the type; one was read otherwise
 * @param key the part of the chart that it was for
 * @param problem why not everything came; empty where it did
 */
public record ServerRead(String server, String resourceType, boolean search, String key, Optional<String> problem) {}
