package org.livercds.web;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.livercds.fhirserver.HapiFhirServer;
import org.livercds.fhirserver.HapiFhirServer.Options;
import org.livercds.security.KeyHost;
import org.livercds.security.Keys;

/** Two clients of the service under test: an EHR with published keys and a FHIR server, and one with neither. */
public final class ClientsResource implements QuarkusTestResourceLifecycleManager {

    static final String PUBLIC_URL = "http://cds.test/liver";
    static final String EHR = "https://ehr.test/fhir";
    static final String OTHER = "https://other.test/fhir";
    static final String FHIR_SERVER = "test.clients.fhir-server";
    static final String AUDIT = "livercds.audit.directory";

    private HapiFhirServer server;
    private KeyHost keys;

    @Override
    public Map<String, String> start() {
        server = HapiFhirServer.ofExample(FhirServerResource.EXAMPLE, Options.standard());
        String published = Keys.published(Keys.ES384, Keys.RS384, Keys.ES256, Keys.SHORT);
        keys = new KeyHost(published);
        Map<String, String> settings = new HashMap<>();
        settings.put("livercds.auth.mode", "required");
        settings.put("livercds.public-url", PUBLIC_URL);
        settings.put("livercds.clients.\"ehr\".issuer", EHR);
        settings.put("livercds.clients.\"ehr\".jwks-url", keys.address());
        settings.put("livercds.clients.\"ehr\".fhir-servers", server.baseUrl());
        settings.put("livercds.clients.\"other\".issuer", OTHER);
        settings.put("livercds.clients.\"other\".jwks-file", file(published).toString());
        settings.put("livercds.explain.clients", "ehr");
        settings.put("livercds.feedback.summary-clients", "ehr");
        settings.put("livercds.feedback.items-per-minute", "100");
        settings.put("livercds.audit.sink", "file");
        settings.put(AUDIT, folder("audit").toString());
        settings.put(FHIR_SERVER, server.baseUrl());
        return settings;
    }

    @Override
    public void stop() {
        server.close();
        keys.close();
    }

    private static Path file(String content) {
        try {
            return Files.writeString(folder("keys").resolve("jwks.json"), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path folder(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), name)
                    .toAbsolutePath();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
