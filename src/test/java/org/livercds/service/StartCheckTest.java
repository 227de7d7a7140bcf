package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartCheckTest {

    private static final Map<String, String> SAFE = Map.of(
            "livercds.public-url", "https://cds.example.org",
            "livercds.clients.ehr.issuer", "https://ehr.example.org",
            "livercds.clients.ehr.jwks-url", "https://ehr.example.org/jwks.json",
            "livercds.clients.ehr.fhir-servers", "https://ehr.example.org/fhir,http://localhost:8081/fhir",
            "livercds.clients.ehr.smart.client-id", "liver-cds");

    @ParameterizedTest
    @ValueSource(strings = {"dev", "demo", "test"})
    void without_authentication_it_starts_where_data_are_synthetic(String profile) {
        assertEquals(Optional.empty(), refusal(Map.of("livercds.auth.mode", "off"), profile));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "staging"})
    void without_authentication_it_starts_nowhere_else(String profile) {
        assertTrue(refusal(Map.of("livercds.auth.mode", "off"), profile)
                .orElseThrow()
                .contains("dev and demo only"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"required", "warn"})
    void with_clients_and_over_https_it_starts_in_production(String mode) {
        assertEquals(Optional.empty(), refusal(with("livercds.auth.mode", mode), "prod"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "demo"})
    void without_any_setting_it_says_what_to_set(String profile) {
        String sentence = refusal(Map.of(), profile).orElseThrow();
        assertTrue(sentence.contains("livercds.clients"), sentence);
        assertTrue(sentence.contains("-Dquarkus.profile=demo"), sentence);
    }

    /** Each is refused in production by a sentence that names the setting. */
    @ParameterizedTest
    @CsvSource({
        "livercds.auth.mode, off, livercds.auth.mode=off",
        "livercds.public-url, '', livercds.public-url is missing",
        "livercds.public-url, cds.example.org, livercds.public-url is missing or no address",
        "livercds.public-url, https://cds.example.org/?a=b, livercds.public-url is missing or no address",
        "livercds.public-url, http://cds.example.org, livercds.public-url is not https",
        "livercds.clients.ehr.issuer, https://sandbox.cds-hooks.org, public sandbox",
        "livercds.clients.ehr.jwks-url, https://Sandbox.CDS-Hooks.org/.well-known/jwks.json, public sandbox",
        "livercds.clients.ehr.jwks-url, http://ehr.example.org/jwks.json, not https",
        "livercds.clients.ehr.jwks-url, http://localhost.example.org/jwks.json, not https",
        "livercds.clients.ehr.fhir-servers, http://ehr.example.org/fhir, not https",
        "livercds.clients.ehr.smart.token-origins, http://login.example.org, not https",
        "livercds.app.framed-by, *, livercds.app.framed-by",
        "livercds.app.framed-by, https://ehr.example.org; script-src *, livercds.app.framed-by",
        "livercds.fhir.allowed-servers, https://hapi.example.org/fhir, livercds.fhir.allowed-servers",
        "livercds.demo.enabled, true, livercds.demo.enabled",
        "livercds.explain.clients, somebody, livercds.explain.clients",
        "livercds.feedback.summary-clients, somebody, livercds.feedback.summary-clients",
        "livercds.cors.origins, https://ehr.example.org/, livercds.cors.origins",
        "livercds.feedback.keep-comments, true, livercds.feedback.key",
        "livercds.feedback.items-per-minute, 99, less than the 100 items",
        "livercds.feedback.items-per-minute, -1, less than the 100 items"
    })
    void one_unsafe_setting_is_enough_to_refuse(String setting, String value, String sentence) {
        String refusal = refusal(with(setting, value), "prod").orElseThrow();
        assertTrue(refusal.contains(sentence), refusal);
        assertTrue(refusal.startsWith("Liver CDS does not start: ") && refusal.endsWith("."), refusal);
    }

    @Test
    void comments_are_kept_where_they_can_be_read_again() {
        Map<String, String> settings = with("livercds.feedback.keep-comments", "true");
        assertEquals(Optional.empty(), refusal(settings, "demo"));
        settings.put("livercds.feedback.key", "any");
        assertEquals(Optional.empty(), refusal(settings, "prod"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "60000"})
    void the_rate_of_feedback_is_none_or_at_least_one_call(String items) {
        assertEquals(Optional.empty(), refusal(with("livercds.feedback.items-per-minute", items), "prod"));
    }

    @Test
    void connecting_an_ehr_needs_a_client_and_an_address_too() {
        assertTrue(refusal(Map.of("livercds.auth.mode", "warn"), "demo").isPresent());
        assertTrue(refusal(
                        Map.of(
                                "livercds.auth.mode", "warn",
                                "livercds.clients.ehr.issuer", "https://ehr.example.org"),
                        "demo")
                .orElseThrow()
                .contains("livercds.public-url"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://ehr.example.org",
                "http://localhost:4200",
                "https://ehr.example.org:8443",
                "http://[::1]:4200",
                "https://a.example,https://b.example"
            })
    void origins_are_written_as_browsers_write_them(String origins) {
        assertEquals(Optional.empty(), refusal(with("livercds.cors.origins", origins), "prod"));
    }

    /** Browsers never send such a thing, so that it would be passed over without a word. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ehr.example.org/",
                "https://ehr.example.org/app",
                "https://EHR.example.org",
                "https://ehr.example.org:443",
                "http://ehr.example.org:80",
                "ehr.example.org",
                "https://*.example.org",
                "/https:.*/",
                "null",
                "*,https://ehr.example.org"
            })
    void what_is_no_origin_is_refused_with_a_sentence(String origins) {
        String sentence =
                refusal(with("livercds.cors.origins", origins), "prod").orElseThrow();
        assertTrue(sentence.contains("livercds.cors.origins"), sentence);
    }

    private static Map<String, String> with(String setting, String value) {
        Map<String, String> settings = new HashMap<>(SAFE);
        settings.put(setting, value);
        return settings;
    }

    private static Optional<String> refusal(Map<String, String> settings, String profile) {
        LiverCdsConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withDefaultValues(settings)
                .withMapping(LiverCdsConfig.class)
                .build()
                .getConfigMapping(LiverCdsConfig.class);
        return StartCheck.refusal(config, List.of(profile));
    }

    @Test
    void who_starts_without_an_end_for_lack_of_memory_is_told() {
        assertTrue(StartCheck.memoryWarning(List.of("-Xmx256m", "-XX:-ExitOnOutOfMemoryError"))
                .orElseThrow()
                .contains("-XX:+ExitOnOutOfMemoryError"));
        assertTrue(
                StartCheck.memoryWarning(List.of("-XX:+ExitOnOutOfMemoryError")).isEmpty());
    }
}
