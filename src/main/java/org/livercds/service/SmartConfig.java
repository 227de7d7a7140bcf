package org.livercds.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The settings {@code livercds.clients."name".smart}: this service as a SMART app of an EHR. */
public interface SmartConfig {
    /** {@code client_id} that the EHR gave us. */
    String clientId();

    /** A file with the client secret that it gave us; without it we are a public client. */
    Optional<Path> clientSecretFile();

    /** What is asked for, separated by blanks, as SMART 2 writes it; by default to read what the service reads. */
    Optional<String> scopes();

    /** Origins of its token endpoint, where that is not at the origin of its FHIR servers. */
    Optional<List<String>> tokenOrigins();
}
