package org.livercds.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.security.KeyHost.Answer;

class ClientKeysTest {

    private static final String ISSUER = "https://ehr.example";
    private static final String BASE = "https://cds.example";
    private static final String PATH = "/cds-services";
    private static final Duration PLENTY = Duration.ofSeconds(10);

    private static Vertx vertx;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void close() {
        vertx.close();
    }

    @Test
    void published_keys_are_read_once_for_many_calls() {
        try (KeyHost host = new KeyHost(Keys.published(Keys.ES384, Keys.RS384));
                ClientKeys keys = keysAt(host.address())) {
            ClientAuthentication authentication = authentication(keys);
            for (int i = 0; i < 5; i++) {
                assertEquals(Optional.empty(), outcome(authentication, token()));
                assertEquals(Optional.empty(), outcome(authentication, token().signedBy(Keys.RS384, "RS384")));
            }
            assertEquals(1, host.asked());
        }
    }

    @Test
    void unknown_keys_make_nobody_ask_again_within_a_minute() {
        try (KeyHost host = new KeyHost(Keys.published(Keys.ES384));
                ClientKeys keys = keysAt(host.address())) {
            ClientAuthentication authentication = authentication(keys);
            assertEquals(Optional.empty(), outcome(authentication, token()));
            for (int i = 0; i < 20; i++) {
                Token unknown = token().header("kid", "\"unknown-" + i + "\"");
                assertEquals(Optional.of(Denial.UNKNOWN_KEY), outcome(authentication, unknown));
            }
            assertEquals(1, host.asked());
        }
    }

    @Test
    void an_address_that_is_not_registered_is_not_called() {
        try (KeyHost host = new KeyHost(Keys.published(Keys.ES384));
                KeyHost attacker = new KeyHost(Keys.published(Keys.STRANGER));
                ClientKeys keys = keysAt(host.address())) {
            Token token = token().withKey(Keys.STRANGER).header("jku", "\"" + attacker.address() + "\"");
            assertEquals(Optional.of(Denial.UNKNOWN_KEY_SET), outcome(authentication(keys), token));
            assertEquals(0, attacker.asked());
        }
    }

    @Test
    void a_registered_address_may_be_named() {
        try (KeyHost host = new KeyHost(Keys.published(Keys.ES384));
                ClientKeys keys = keysAt(host.address())) {
            Token token = token().header("jku", "\"" + host.address() + "\"");
            assertEquals(Optional.empty(), outcome(authentication(keys), token));
        }
    }

    @Test
    void a_host_that_is_down_at_first_keeps_everybody_out_and_is_not_asked_by_every_call() {
        try (KeyHost host = new KeyHost("");
                ClientKeys keys = keysAt(host.address())) {
            host.isDown();
            ClientAuthentication authentication = authentication(keys);
            assertEquals(Optional.of(Denial.KEYS_UNAVAILABLE), outcome(authentication, token()));
            assertEquals(Optional.of(Denial.KEYS_UNAVAILABLE), outcome(authentication, token()));
            assertEquals(1, host.asked());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{}", "{\"keys\":[]}", "{\"keys\":{}}", "{\"keys\":[7,{\"kty\":\"EC\"}]}", "<html>"})
    void what_holds_no_keys_is_none(String body) {
        try (KeyHost host = new KeyHost(body);
                ClientKeys keys = keysAt(host.address())) {
            assertEquals(Optional.of(Denial.KEYS_UNAVAILABLE), outcome(authentication(keys), token()));
        }
    }

    @Test
    void a_key_set_of_more_than_64_kilobytes_is_not_read() {
        try (KeyHost host = new KeyHost(Keys.published(Keys.ES384) + " ".repeat(65_536));
                ClientKeys keys = keysAt(host.address())) {
            assertEquals(Optional.of(Denial.KEYS_UNAVAILABLE), outcome(authentication(keys), token()));
        }
    }

    @Test
    void a_page_with_an_address_elsewhere_is_not_followed() {
        try (KeyHost host = new KeyHost("")) {
            host.answers(new Answer(302, "application/json", "{}"));
            try (ClientKeys keys = keysAt(host.address())) {
                assertEquals(Optional.of(Denial.KEYS_UNAVAILABLE), outcome(authentication(keys), token()));
                assertEquals(1, host.asked());
            }
        }
    }

    @Test
    void one_key_that_is_not_understood_spoils_no_other() {
        String sets = "{\"keys\":[{\"kty\":\"FUTURE\",\"kid\":\"f\"},{\"kty\":\"EC\",\"crv\":\"P-384\",\"kid\":\"b\"},"
                + Keys.ES384.toPublicJWK().toJSONString() + "]}";
        try (KeyHost host = new KeyHost(sets);
                ClientKeys keys = keysAt(host.address())) {
            assertEquals(Optional.empty(), outcome(authentication(keys), token()));
        }
    }

    @Test
    void a_key_whose_private_part_is_published_opens_nothing() {
        String both = "{\"keys\":[" + Keys.ES384.toJSONString() + ","
                + Keys.RS384.toPublicJWK().toJSONString() + "]}";
        try (KeyHost host = new KeyHost(both);
                ClientKeys keys = keysAt(host.address())) {
            assertEquals(Optional.of(Denial.UNKNOWN_KEY), outcome(authentication(keys), token()));
        }
    }

    @Test
    void keys_in_a_file_are_read_and_nothing_is_fetched_from_the_address_beside_it() throws IOException {
        Path file = Files.writeString(folder.resolve("keys.json"), Keys.published(Keys.ES384));
        try (KeyHost host = new KeyHost("");
                ClientKeys keys = keys(Optional.of(host.address()), Optional.of(file))) {
            Token token = token().header("jku", "\"" + host.address() + "\"");
            assertEquals(Optional.empty(), outcome(authentication(keys), token));
            assertEquals(0, host.asked());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\",\"kid\":\"s\"}]}", "no file"})
    void a_file_without_public_keys_stops_the_start(String content) throws IOException {
        Path file = folder.resolve("bad.json");
        if (!content.equals("no file")) {
            Files.writeString(file, content);
        }
        Exception refusal =
                assertThrows(IllegalArgumentException.class, () -> keys(Optional.empty(), Optional.of(file)));
        assertTrue(refusal.getMessage().startsWith("livercds.clients.\"ehr\".jwks-file names a file"));
    }

    @Test
    void registrations_that_cannot_work_stop_the_start() {
        assertRefused("jwks-url or jwks-file", registration(ISSUER, Optional.empty(), List.of(), 300));
        assertRefused("issuer", registration(" ", Optional.of(BASE), List.of(), 300));
        assertRefused("jwks-url", registration(ISSUER, Optional.of("ftp://ehr.example"), List.of(), 300));
        assertRefused("algorithms", registration(ISSUER, Optional.of(BASE), List.of("HS384"), 300));
        assertRefused("max-token-life", registration(ISSUER, Optional.of(BASE), List.of(), 0));
        assertRefused("max-token-life", registration(ISSUER, Optional.of(BASE), List.of(), 3_601));
    }

    @Test
    void two_clients_that_cannot_be_told_apart_stop_the_start() {
        ClientRegistration one = registration(ISSUER, Optional.of(BASE), List.of(), 300);
        Exception refusal =
                assertThrows(IllegalArgumentException.class, () -> new ClientKeys(vertx, List.of(one, one), List.of()));
        assertTrue(refusal.getMessage().contains("need a tenant each"), refusal.getMessage());
    }

    private static void assertRefused(String named, ClientRegistration registration) {
        Exception refusal = assertThrows(
                IllegalArgumentException.class, () -> new ClientKeys(vertx, List.of(registration), List.of()));
        assertTrue(refusal.getMessage().contains(named), refusal.getMessage());
    }

    private static ClientRegistration registration(
            String issuer, Optional<String> address, List<String> algorithms, long life) {
        return new ClientRegistration(
                "ehr", issuer, Optional.empty(), address, Optional.empty(), algorithms, Duration.ofSeconds(life));
    }

    private static ClientKeys keysAt(String address) {
        return keys(Optional.of(address), Optional.empty());
    }

    private static ClientKeys keys(Optional<String> address, Optional<Path> file) {
        return new ClientKeys(
                vertx,
                List.of(new ClientRegistration(
                        "ehr", ISSUER, Optional.empty(), address, file, List.of(), Duration.ofMinutes(5))),
                List.of(),
                PLENTY);
    }

    private static ClientAuthentication authentication(ClientKeys keys) {
        Clock clock = Clock.systemUTC();
        return new ClientAuthentication(keys, BASE, new UsedTokensInMemory(clock, 100), clock);
    }

    private static Token token() {
        return Token.of(ISSUER, BASE + PATH, Instant.now());
    }

    private static Optional<Denial> outcome(ClientAuthentication authentication, Token token) {
        try {
            authentication.authenticate(List.of("Bearer " + token.compact()), PATH);
            return Optional.empty();
        } catch (DeniedException denied) {
            return Optional.of(denied.denial());
        }
    }
}
