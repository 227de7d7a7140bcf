package org.livercds.web;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.livercds.fhirserver.HapiFhirServer;
import org.livercds.fhirserver.HapiFhirServer.Options;

/** A real FHIR server that the service under test may call. */
public final class FhirServerResource implements QuarkusTestResourceLifecycleManager {

    static final String EXAMPLE = "three-metastases-under-3-cm";
    static final String TOKEN = "token-of-the-call";
    static final String BASE = "test.fhir-server";

    private HapiFhirServer server;

    @Override
    public Map<String, String> start() {
        server = HapiFhirServer.ofExample(
                EXAMPLE, Options.standard().withPageSize(2).withBearerToken(TOKEN));
        return Map.of("livercds.fhir.allowed-servers", server.baseUrl(), BASE, server.baseUrl());
    }

    @Override
    public void stop() {
        server.close();
    }
}
