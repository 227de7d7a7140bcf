package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.security.Keys;

/** Each mistake is told before anything is made of the settings, and together with the others. */
class StartCheckTest {

    private static final Map<String, String> SAFE = Map.of(
            "livercds.public-url", "https://cds.example.org",
            "livercds.clients.ehr.issuer", "https://ehr.example.org",
            "livercds.clients.ehr.jwks-url", "https://ehr.example.org/jwks.json",
            "livercds.clients.ehr.fhir-servers", "https://ehr.example.org/fhir,http://localhost:8081/fhir",
            "livercds.clients.ehr.smart.client-id", "liver-cds",
            "quarkus.thread-pool.max-threads", "340");

    private static final Map<String, String> DATABASE = Map.of(
            "quarkus.datasource.postgresql.active", "true",
            "quarkus.datasource.postgresql.jdbc.url", "jdbc:postgresql://db.example.org/livercds");

    @TempDir
    Path folder;

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

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "<html>", "{\"keys\":[]}", "PRIVATE"})
    void a_file_of_keys_holds_public_keys(String content) throws IOException {
        String text = content.equals("PRIVATE") ? "{\"keys\":[" + Keys.ES384.toJSONString() + "]}" : content;
        Map<String, String> settings = with("livercds.clients.ehr.jwks-file", file("jwks.json", text));
        assertTrue(onlyMistake(settings, "prod").contains("holds no public key"));
        settings.put("livercds.clients.ehr.jwks-file", file("jwks.json", Keys.published(Keys.ES384)));
        assertEquals(List.of(), mistakes(settings, "prod"));
    }

    @Test
    void where_a_folder_is_wanted_a_file_is_none() throws IOException {
        String refusal = onlyMistake(with("livercds.cards.directory", file("a-file", "")), "prod");
        assertTrue(refusal.contains("folder is not there (livercds.cards.directory)"), refusal);
    }

    /** Named as it is, a value set that the service does not use would be thought to be used. */
    @Test
    void an_orphan_in_a_mounted_folder_is_named() throws IOException {
        Files.createDirectories(folder.resolve("valuesets"));
        file("valuesets/ValueSet-liver-metastasis-2.json", "{}");
        String refusal = onlyMistake(with("livercds.fhir-profiles.directory", folder.toString()), "prod");
        assertTrue(refusal.contains("ValueSet-liver-metastasis-2.json: no such file stands in"), refusal);
    }

    @Test
    void two_clients_of_one_issuer_need_a_tenant_each() {
        Map<String, String> settings = with("livercds.clients.other.issuer", "https://ehr.example.org");
        settings.put("livercds.clients.other.jwks-url", "https://ehr.example.org/other.json");
        assertTrue(onlyMistake(settings, "prod").contains("need a tenant each"));
        settings.put("livercds.clients.other.tenant", "north");
        assertEquals(List.of(), mistakes(settings, "prod"));
    }

    @Test
    void two_clients_that_are_smart_need_a_server_each() {
        Map<String, String> settings = with("livercds.clients.other.issuer", "https://other.example.org");
        settings.put("livercds.clients.other.jwks-url", "https://ehr.example.org/other.json");
        settings.put("livercds.clients.other.fhir-servers", "https://ehr.example.org/fhir");
        assertEquals(List.of(), mistakes(settings, "prod"));
        settings.put("livercds.clients.other.smart.client-id", "liver-cds");
        assertTrue(onlyMistake(settings, "prod").contains("give smart to one of them"));
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.datasource.postgresql.jdbc.url, '', quarkus.datasource.postgresql.jdbc.url is missing",
        "quarkus.datasource.postgresql.jdbc.url, db.example.org, no address of PostgreSQL",
        "quarkus.datasource.postgresql.active, false, livercds.feedback.store=postgresql needs a database",
        "livercds.feedback.key, '', livercds.feedback.key is not set"
    })
    void a_database_has_an_address_and_who_shares_it_a_key(String setting, String value, String sentence) {
        Map<String, String> settings = with("livercds.feedback.store", "postgresql");
        settings.put("livercds.feedback.key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        settings.putAll(DATABASE);
        assertEquals(List.of(), mistakes(settings, "prod"));
        settings.put(setting, value);
        assertTrue(onlyMistake(settings, "prod").contains(sentence));
    }

    @Test
    void sessions_that_are_shared_need_a_key() {
        Map<String, String> settings = with("livercds.app.store", "postgresql");
        settings.putAll(DATABASE);
        assertTrue(onlyMistake(settings, "prod").contains("livercds.app.key, which is not set"));
    }

    @Test
    void the_key_before_needs_one_that_follows() {
        Map<String, String> settings =
                with("livercds.feedback.previous-key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        assertTrue(onlyMistake(settings, "prod").contains("a key has to follow it"));
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

    @ParameterizedTest
    @CsvSource({
        "LIVERCDS_DEADLIN, LIVERCDS_DEADLINE",
        "LIVERCDS_PUBLICURL, LIVERCDS_PUBLIC_URL",
        "LIVERCDS_CLIENTS_NORTH_ISUER, LIVERCDS_CLIENTS_NAME_ISSUER",
        "LIVERCDS_CLIENTS_NORTH_CLINIC_ISSUER, docs/CONFIGURATION.md",
        "LIVERCDS_HOME_OF_ALL_THINGS, docs/CONFIGURATION.md"
    })
    void a_variable_that_sets_nothing_is_refused(String variable, String hint) {
        List<String> told = mistakes(SAFE, Set.of(variable), true);
        assertEquals(1, told.size(), told::toString);
        assertTrue(told.get(0).startsWith(variable + " is no setting of this service."), told::toString);
        assertTrue(told.get(0).contains(hint), told::toString);
    }

    /** The last ones are told by Kubernetes to whoever stands beside a service called livercds. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "LIVERCDS_DEADLINE",
                "LIVERCDS_CLIENTS_NORTH_JWKS_URL",
                "LIVERCDS_CLIENTS__NORTH_CLINIC__SMART_CLIENT_ID",
                "LIVERCDS_CORS_ORIGINS_0_",
                "LIVER_CDS_HOME",
                "LIVERCDS_SERVICE_HOST",
                "LIVERCDS_SERVICE_PORT_HTTP",
                "LIVERCDS_PORT",
                "LIVERCDS_DB_PORT_5432_TCP_ADDR"
            })
    void a_variable_of_a_setting_or_of_kubernetes_is_not(String variable) {
        assertEquals(List.of(), mistakes(SAFE, Set.of(variable), true));
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

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static Map<String, String> with(String setting, String value) {
        Map<String, String> settings = new HashMap<>(SAFE);
        settings.put(setting, value);
        return settings;
    }

    private static String onlyMistake(Map<String, String> settings, String profile) {
        List<String> mistakes = mistakes(settings, profile);
        assertEquals(1, mistakes.size(), mistakes::toString);
        return mistakes.get(0);
    }

    private static List<String> mistakes(Map<String, String> settings, String profile) {
        return mistakes(settings, Set.of(), StartCheck.isProduction(List.of(profile)));
    }

    private static List<String> mistakes(Map<String, String> settings, Set<String> variables, boolean production) {
        SmallRyeConfig all = settings(settings);
        return StartCheck.mistakes(all.getConfigMapping(LiverCdsConfig.class), all, variables, production)
                .toList();
    }

    private static SmallRyeConfig settings(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withDefaultValues(settings)
                .withMapping(LiverCdsConfig.class)
                .build();
    }
}
