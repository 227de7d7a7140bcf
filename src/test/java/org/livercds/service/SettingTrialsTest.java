package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.service.GivenSettings.mistakes;
import static org.livercds.service.GivenSettings.onlyMistake;
import static org.livercds.service.GivenSettings.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.security.Keys;

/** Files, folders, keys and clients that cannot be used, or not together. */
class SettingTrialsTest {

    private static final Map<String, String> DATABASE = Map.of(
            "quarkus.datasource.postgresql.active", "true",
            "quarkus.datasource.postgresql.jdbc.url", "jdbc:postgresql://db.example.org/livercds");

    @TempDir
    Path folder;

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

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
