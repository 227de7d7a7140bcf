package org.livercds.web;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.livercds.fhirserver.HapiFhirServer;
import org.livercds.fhirserver.HapiFhirServer.Options;
import org.livercds.security.Keys;
import org.livercds.smartserver.SmartServer;

/** A client of the service under test whose EHR opens the picture, and one without; both have the charts of two patients. */
public final class SmartResource implements QuarkusTestResourceLifecycleManager {

    static final String PUBLIC_URL = "http://cds.test";
    static final String EHR = "https://ehr.test/fhir";
    static final String OTHER = "https://other.test/fhir";
    static final String ORIGIN = "test.smart.origin";
    static final String AUDIT = "livercds.audit.directory";

    private HapiFhirServer fhir;
    private SmartServer ehr;

    @Override
    public Map<String, String> start() {
        List<Resource> charts = Stream.of("three-metastases-under-3-cm", "four-metastases")
                .flatMap(name -> HapiFhirServer.example(name).stream())
                .toList();
        fhir = HapiFhirServer.with(charts, Options.standard());
        try {
            ehr = new SmartServer(fhir.baseUrl());
            return settings(Files.createTempDirectory(Files.createDirectories(Path.of("target")), "smart"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Map<String, String> settings(Path folder) throws IOException {
        Path keys = Files.writeString(folder.resolve("jwks.json"), Keys.published(Keys.ES384));
        Path secret = Files.writeString(folder.resolve("secret"), SmartServer.SECRET + "\n");
        Map<String, String> settings = new HashMap<>();
        settings.put("livercds.auth.mode", "required");
        settings.put("livercds.public-url", PUBLIC_URL);
        settings.put("livercds.cors.origins", "http://another.test");
        settings.put("livercds.clients.\"ehr\".issuer", EHR);
        settings.put("livercds.clients.\"ehr\".jwks-file", keys.toAbsolutePath().toString());
        settings.put(
                "livercds.clients.\"ehr\".fhir-servers", ehr.base() + "," + ehr.origin() + SmartServer.WITHOUT_PKCE);
        settings.put("livercds.clients.\"ehr\".smart.client-id", SmartServer.CLIENT);
        settings.put(
                "livercds.clients.\"ehr\".smart.client-secret-file",
                secret.toAbsolutePath().toString());
        settings.put("livercds.clients.\"other\".issuer", OTHER);
        settings.put(
                "livercds.clients.\"other\".jwks-file", keys.toAbsolutePath().toString());
        settings.put("livercds.audit.sink", "file");
        settings.put(
                AUDIT,
                Files.createDirectory(folder.resolve("audit")).toAbsolutePath().toString());
        settings.put(ORIGIN, ehr.origin());
        return settings;
    }

    @Override
    public void stop() {
        ehr.close();
        fhir.close();
    }
}
