package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.service.GivenSettings.mistakes;
import static org.livercds.service.GivenSettings.onlyMistake;
import static org.livercds.service.GivenSettings.settings;
import static org.livercds.service.GivenSettings.with;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mistake is told before anything is made of the settings, and together with the others. */
class StartCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"dev", "demo", "test"})
    void without_authentication_it_starts_where_data_are_synthetic(String profile) {
        assertEquals(List.of(), mistakes(Map.of("livercds.auth.mode", "off"), profile));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "staging"})
    void without_authentication_it_starts_nowhere_else(String profile) {
        String sentence = onlyMistake(Map.of("livercds.auth.mode", "off"), profile);
        assertTrue(sentence.contains("dev and demo only"), sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"required", "warn"})
    void with_clients_and_over_https_it_starts_in_production(String mode) {
        assertEquals(List.of(), mistakes(with("livercds.auth.mode", mode), "prod"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "demo"})
    void without_any_setting_it_says_what_to_set(String profile) {
        List<String> sentences = mistakes(Map.of(), profile);
        assertEquals(2, sentences.size(), sentences::toString);
        assertTrue(sentences.get(0).contains("livercds.clients"), sentences::toString);
        assertTrue(sentences.get(0).contains("-Dquarkus.profile=demo"), sentences::toString);
        assertTrue(sentences.get(1).contains("livercds.public-url is missing"), sentences::toString);
    }

    /** Each alone is refused in production by one sentence that names the setting. */
    @ParameterizedTest
    @CsvSource({
        "livercds.auth.mode, off, livercds.auth.mode=off",
        "livercds.public-url, cds.example.org, livercds.public-url is no address",
        "livercds.public-url, https://cds.example.org/?a=b, livercds.public-url is no address",
        "livercds.public-url, https://cds.example.org/#here, livercds.public-url is no address",
        "livercds.public-url, https://user:w0rd@cds.example.org, livercds.public-url is no address",
        "livercds.public-url, http://cds.example.org, livercds.public-url is not https",
        "livercds.zone, Europe/Madird, livercds.zone is no time zone",
        "livercds.deadline, 0s, 'livercds.deadline has to lie between 50ms and 60s'",
        "livercds.deadline, -1s, livercds.deadline has to lie",
        "livercds.deadline, 10m, livercds.deadline has to lie",
        "livercds.receive-timeout, 0s, livercds.receive-timeout has to lie",
        "livercds.most-calls, 0, livercds.most-calls has to lie",
        "livercds.most-calls, 300, quarkus.thread-pool.max-threads to 400",
        "livercds.longest-wait, 0s, livercds.longest-wait has to lie",
        "livercds.shutdown.delay, -1s, livercds.shutdown.delay has to lie",
        "livercds.shutdown.timeout, -1s, livercds.shutdown.timeout has to lie",
        "livercds.staleness.active, 0, livercds.staleness.active has to lie",
        "livercds.staleness.surveillance, -180, livercds.staleness.surveillance has to lie",
        "livercds.thresholds.inr-above, 18, livercds.thresholds.inr-above has to lie",
        "livercds.thresholds.platelets-below, 50000, livercds.thresholds.platelets-below has to lie",
        "livercds.auth.most-used-tokens, 0, livercds.auth.most-used-tokens has to lie",
        "livercds.auth.used-tokens, postgresql, livercds.auth.used-tokens=postgresql needs a database",
        "livercds.clients.ehr.issuer, https://sandbox.cds-hooks.org, public sandbox",
        "livercds.clients.ehr.jwks-url, https://Sandbox.CDS-Hooks.org/.well-known/jwks.json, public sandbox",
        "livercds.clients.ehr.jwks-url, http://ehr.example.org/jwks.json, not https",
        "livercds.clients.ehr.jwks-url, http://localhost.example.org/jwks.json, not https",
        "livercds.clients.ehr.jwks-url, https://ehr.example.org/jwks?key=w0rd, '\"ehr\".jwks-url has'",
        "livercds.clients.ehr.jwks-url, '', '\"ehr\".jwks-url or jwks-file'",
        "livercds.clients.ehr.jwks-file, /no/such/file, '\"ehr\".jwks-file names a file that the user of the service cannot read'",
        "livercds.clients.ehr.fhir-servers, http://ehr.example.org/fhir, not https",
        "livercds.clients.ehr.fhir-servers, https://ehr.example.org/fhir?tenant=1, '\"ehr\".fhir-servers has'",
        "livercds.clients.ehr.fhir-servers, https://ehr.example.org/fhir/metadata, more than the base of a server",
        "livercds.clients.ehr.max-token-life, 2h, '\"ehr\".max-token-life lies'",
        "livercds.clients.ehr.max-token-life, -5m, '\"ehr\".max-token-life lies'",
        "livercds.clients.ehr.algorithms, HS256, '\"ehr\".algorithms has'",
        "livercds.clients.ehr.deadline, 0s, '\"ehr\".deadline has to lie'",
        "livercds.clients.ehr.smart.token-origins, http://login.example.org, not https",
        "livercds.clients.ehr.smart.client-secret-file, /no/such/file, client-secret-file cannot be read",
        "livercds.fhir.private-addresses, 10.1.0.0/99, livercds.fhir.private-addresses has",
        "livercds.fhir.allowed-servers, https://hapi.example.org/fhir, livercds.fhir.allowed-servers",
        "livercds.app.framed-by, *, livercds.app.framed-by",
        "livercds.app.framed-by, https://ehr.example.org; script-src *, livercds.app.framed-by",
        "livercds.app.session, 9h, livercds.app.session is longer",
        "livercds.app.longest-session, 8d, livercds.app.longest-session has to lie",
        "livercds.app.deadline, 1ms, livercds.app.deadline has to lie",
        "livercds.app.most-sessions, 0, livercds.app.most-sessions has to lie",
        "livercds.app.key, c2hvcnQ=, livercds.app.key is shorter than 32 bytes",
        "livercds.demo.enabled, true, livercds.demo.enabled",
        "livercds.explain.clients, somebody, livercds.explain.clients",
        "livercds.cors.origins, https://ehr.example.org/, livercds.cors.origins",
        "livercds.cards.directory, /no/such/folder, (livercds.cards.directory)",
        "livercds.fhir-profiles.directory, /no/such/folder, (livercds.fhir-profiles.directory)",
        "livercds.feedback.summary-clients, somebody, livercds.feedback.summary-clients",
        "livercds.feedback.store, temporary, livercds.feedback.store=temporary",
        "livercds.feedback.key, c2hvcnQ=, livercds.feedback.key is shorter than 32 bytes",
        "livercds.feedback.key, no?key, livercds.feedback.key is not base64",
        "livercds.feedback.keep-comments, true, livercds.feedback.key",
        "livercds.feedback.items-per-minute, 99, less than the 100 items",
        "livercds.feedback.items-per-minute, -1, less than the 100 items",
        "livercds.feedback.quiet-period, -1d, livercds.feedback.quiet-period has to lie",
        "livercds.feedback.history-deadline, 0s, livercds.feedback.history-deadline has to lie",
        "livercds.audit.sink, postgresql, livercds.audit.sink=postgresql needs a database",
        "livercds.audit.retention, 29, livercds.audit.retention has to lie between 30",
        "livercds.audit.max-file-size, 1, livercds.audit.max-file-size has to lie"
    })
    void one_unsafe_setting_is_enough_to_refuse(String setting, String value, String sentence) {
        String refusal = onlyMistake(with(setting, value), "prod");
        assertTrue(refusal.contains(sentence), refusal);
        assertTrue(refusal.matches("[^\\n]+[.?]"), refusal);
        assertFalse(refusal.contains("w0rd"), "tells a secret: " + refusal);
    }

    @Test
    void many_are_told_at_once() {
        Map<String, String> settings = with("livercds.zone", "Mars");
        settings.put("livercds.deadline", "-1s");
        settings.put("livercds.demo.enabled", "true");
        settings.put("livercds.clients.ehr.algorithms", "none");
        settings.put("livercds.cards.directory", "/no/such/folder");
        List<String> mistakes = mistakes(settings, "prod");
        assertEquals(5, mistakes.size(), mistakes::toString);
        String told = new StartRefusedException(mistakes).getMessage();
        assertTrue(told.startsWith("Liver CDS does not start, for 5 reasons:\n- "), told);
        assertEquals(6, told.lines().count());
    }

    @Test
    void one_is_told_in_the_same_line() {
        assertEquals("Liver CDS does not start: so it is.", new StartRefusedException("so it is.").getMessage());
    }

    @Test
    void comments_are_kept_where_they_can_be_read_again() {
        Map<String, String> settings = with("livercds.feedback.keep-comments", "true");
        assertEquals(List.of(), mistakes(settings, "demo"));
        settings.put("livercds.feedback.key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        assertEquals(List.of(), mistakes(settings, "prod"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "60000"})
    void the_rate_of_feedback_is_none_or_at_least_one_call(String items) {
        assertEquals(List.of(), mistakes(with("livercds.feedback.items-per-minute", items), "prod"));
    }

    @Test
    void connecting_an_ehr_needs_a_client_and_an_address_too() {
        assertEquals(2, mistakes(Map.of("livercds.auth.mode", "warn"), "demo").size());
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
        assertEquals(List.of(), mistakes(with("livercds.cors.origins", origins), "prod"));
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
        String sentence = onlyMistake(with("livercds.cors.origins", origins), "prod");
        assertTrue(sentence.contains("livercds.cors.origins"), sentence);
    }

    @Test
    void what_may_be_meant_is_told_and_stops_nothing() {
        Map<String, String> settings = with("livercds.deadline", "6s");
        settings.put("livercds.audit.sink", "off");
        settings.put("livercds.auth.mode", "warn");
        assertEquals(List.of(), mistakes(settings, "prod"));
        LiverCdsConfig config = settings(settings).getConfigMapping(LiverCdsConfig.class);
        String told = String.join("\n", StartCheck.warnings(config, true).toList());
        assertTrue(told.contains("livercds.auth.mode=warn"), told);
        assertTrue(told.contains("livercds.deadline is longer than 5 s"), told);
        assertTrue(told.contains("livercds.audit.sink=off"), told);
        assertEquals(1, StartCheck.warnings(config, false).count());
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
