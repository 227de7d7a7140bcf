package org.livercds.web;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import org.livercds.fhirserver.HapiFhirServer;
import org.livercds.fhirserver.HapiFhirServer.Options;

/** A real FHIR server that the service under test may call. */
public final class FhirServerResource implements QuarkusTestResourceLifecycleManager {

    static final String EXAMPLE = "three-metastases-under-3-cm";
    static final String TOKEN = "token-of-the-call";
    static final String BASE = "test.fhir-server";

    /** Registered, and nobody answers there. */
    static final String NOBODY = "http://127.0.0.1:9/nobody";

    private HapiFhirServer server;

    @Override
    public Map<String, String> start() {
        server = HapiFhirServer.ofExample(
                EXAMPLE, Options.standard().withPageSize(2).withBearerToken(TOKEN));
        String allowed = String.join(",", server.baseUrl(), NOBODY, throughOwnName());
        return Map.of("livercds.fhir.allowed-servers", allowed, BASE, server.baseUrl());
    }

    /** A name that leads to an address of this machine, which a registered name alone does not open. */
    static String throughOwnName() {
        try {
            return "http://" + InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT) + ":9/fhir";
        } catch (UnknownHostException nameless) {
            throw new UncheckedIOException(nameless);
        }
    }

    @Override
    public void stop() {
        server.close();
    }
}
