package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.security.smart.SmartRegistration;

class SmartClientsTest {

    private static final String SMART = "livercds.clients.ehr.smart.";

    @TempDir
    Path folder;

    @Test
    void by_default_what_the_service_reads_is_asked_for_and_who_looks() {
        assertEquals(
                List.of(
                        "launch",
                        "openid",
                        "fhirUser",
                        "patient/Patient.rs",
                        "patient/Condition.rs",
                        "patient/Observation.rs",
                        "patient/Procedure.rs",
                        "patient/MedicationRequest.rs",
                        "patient/AllergyIntolerance.rs",
                        "patient/BodyStructure.rs"),
                one(Map.of()).scopes());
    }

    @Test
    void a_site_may_ask_for_something_else() {
        assertEquals(
                List.of("launch", "patient/*.read"),
                one(Map.of(SMART + "scopes", " launch  patient/*.read")).scopes());
    }

    @Test
    void the_secret_is_that_of_the_file_without_its_line_end() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "a secret\n");
        assertEquals(
                Optional.of("a secret"),
                one(Map.of(SMART + "client-secret-file", file.toString()))
                        .requester()
                        .secret());
        assertEquals(Optional.empty(), one(Map.of()).requester().secret());
    }

    @Test
    void tokens_are_asked_for_at_the_fhir_server_and_where_that_is_registered() {
        SmartRegistration plain = one(Map.of());
        SmartRegistration more = one(Map.of(SMART + "token-origins", "https://login.example.org"));
        URI elsewhere = URI.create("https://login.example.org/oauth2/token?tenant=1");
        assertTrue(plain.tokenServers()
                .atOriginOf(URI.create("https://EHR.example.org:443/token"))
                .isPresent());
        assertTrue(plain.tokenServers()
                .atOriginOf(URI.create("https://ehr.example.org:444/token"))
                .isEmpty());
        assertTrue(plain.tokenServers().atOriginOf(elsewhere).isEmpty());
        assertTrue(more.tokenServers().atOriginOf(elsewhere).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "livercds.public-url, '', livercds.public-url is not set",
        "livercds.clients.ehr.fhir-servers, '', fhir-servers",
        SMART + "client-secret-file, /no/such/file, client-secret-file",
        SMART + "token-origins, login.example.org, token-origins"
    })
    void what_cannot_be_used_stops_the_start_with_a_sentence(String setting, String value, String words) {
        StartRefusedException refused =
                assertThrows(StartRefusedException.class, () -> SmartClients.of(config(Map.of(setting, value))));
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
        assertTrue(refused.getMessage().startsWith("Liver CDS does not start: "), refused.getMessage());
    }

    @Test
    void sessions_in_a_database_need_a_key_that_all_replicas_have() {
        Map<String, String> settings = Map.of("livercds.app.store", "postgresql", "livercds.app.key", "c2hvcnQ=");
        for (LiverCdsConfig config : List.of(config(settings), config(Map.of("livercds.app.store", "postgresql")))) {
            StartRefusedException refused = assertThrows(StartRefusedException.class, () -> AppSetup.key(config.app()));
            assertTrue(refused.getMessage().contains("livercds.app.key"), refused.getMessage());
        }
    }

    private static SmartRegistration one(Map<String, String> settings) {
        List<SmartRegistration> all = SmartClients.of(config(settings));
        assertEquals(1, all.size());
        return all.get(0);
    }

    private static LiverCdsConfig config(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "livercds.public-url", "https://cds.example.org/",
                "livercds.clients.ehr.issuer", "https://ehr.example.org",
                "livercds.clients.ehr.jwks-url", "https://ehr.example.org/jwks.json",
                "livercds.clients.ehr.fhir-servers", "https://ehr.example.org/fhir",
                "livercds.clients.ehr.smart.client-id", "liver-cds",
                "livercds.clients.other.issuer", "https://other.example.org"));
        all.putAll(settings);
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(LiverCdsConfig.class)
                .withDefaultValues(all)
                .build()
                .getConfigMapping(LiverCdsConfig.class);
    }
}
