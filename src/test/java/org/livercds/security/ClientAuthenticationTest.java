package org.livercds.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.hooks.Caller;

class ClientAuthenticationTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String ISSUER = "https://ehr.example/fhir";
    private static final String PATH = "/cds-services/some-service";
    private static final String AUDIENCE = "https://cds.example/liver" + PATH;

    @TempDir
    static Path folder;

    private static Vertx vertx;
    private static ClientKeys keys;

    @BeforeAll
    static void register() throws IOException {
        vertx = Vertx.vertx();
        Path file = Files.writeString(
                folder.resolve("keys.json"), Keys.published(Keys.ES384, Keys.RS384, Keys.ES256, Keys.NEXT, Keys.SHORT));
        keys = new ClientKeys(
                vertx,
                List.of(
                        client("ehr", ISSUER, Optional.empty(), List.of(), Duration.ofMinutes(5), file),
                        client("north", "https://many.example", Optional.of("north"), List.of("ES256"), HOUR, file),
                        client("south", "https://many.example", Optional.of("south"), List.of(), HOUR, file)),
                List.of());
        keys.awaitFirst();
    }

    private static final Duration HOUR = Duration.ofHours(1);

    private static ClientRegistration client(
            String name, String issuer, Optional<String> tenant, List<String> algorithms, Duration life, Path file) {
        Optional<String> address = Optional.of("https://ehr.example/" + name + "/jwks.json");
        return new ClientRegistration(name, issuer, tenant, address, Optional.of(file), algorithms, life);
    }

    @AfterAll
    static void close() {
        keys.close();
        vertx.close();
    }

    static Stream<BadTokens.Bad> bad() {
        return BadTokens.all(ISSUER, AUDIENCE, NOW).values().stream();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void lets_nobody_in_with(BadTokens.Bad bad) {
        assertEquals(bad.denial(), denial(at(NOW), bad.authorization()));
    }

    @Test
    void without_a_token_nobody_is_let_in() {
        assertEquals(Denial.NO_TOKEN, denial(at(NOW)));
    }

    @Test
    void two_headers_are_not_one_token() {
        assertEquals(Denial.NOT_A_BEARER_TOKEN, denial(at(NOW), bearer(good()), bearer(good())));
    }

    @Test
    void a_good_token_says_who_calls() {
        Caller caller = at(NOW).authenticate(List.of(bearer(good().text("jti", "id-1"))), PATH);
        assertEquals(
                new Caller(Optional.of("ehr"), Optional.of(ISSUER), Optional.empty(), Optional.of("id-1")), caller);
    }

    @Test
    void both_algorithms_of_cds_hooks_are_taken() {
        assertEquals("ehr", admitted(good()));
        assertEquals("ehr", admitted(good().signedBy(Keys.RS384, "RS384")));
    }

    @Test
    void others_are_taken_where_they_are_registered_and_then_only_these() {
        Token north = Token.of("https://many.example", AUDIENCE, NOW).text("tenant", "north");
        assertEquals("north", admitted(north.signedBy(Keys.ES256, "ES256")));
        assertEquals(Denial.ALGORITHM, denial(at(NOW), bearer(north.signedBy(Keys.ES384, "ES384"))));
    }

    /** Epic and the sandbox send such tokens. */
    @Test
    void d22_what_is_more_in_a_token_does_no_harm() {
        Token more = good().signedBy(Keys.NEXT, "ES384")
                .header("jku", "\"https://ehr.example/ehr/jwks.json\"")
                .header("x5t", "\"abc\"")
                .text("sub", "client-id")
                .time("nbf", NOW, -300)
                .claim("aud", "[\"" + AUDIENCE + "\"]")
                .claim("iat", NOW.getEpochSecond() + ".25");
        assertEquals("ehr", admitted(more));
    }

    @ParameterizedTest
    @ValueSource(strings = {"north", "south"})
    void clients_of_one_issuer_are_told_apart_by_their_tenant(String tenant) {
        Token token = Token.of("https://many.example", AUDIENCE, NOW).text("tenant", tenant);
        String name = tenant.equals("north") ? admitted(token.signedBy(Keys.ES256, "ES256")) : admitted(token);
        assertEquals(tenant, name);
    }

    @Test
    void the_key_set_of_another_tenant_is_not_the_one_of_this() {
        Token token = Token.of("https://many.example", AUDIENCE, NOW)
                .text("tenant", "south")
                .header("jku", "\"https://ehr.example/north/jwks.json\"")
                .signedBy(Keys.ES256, "ES256");
        assertEquals(Denial.TENANT, denial(at(NOW), bearer(token)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cds.example/liver//cds-services/some-service",
                "https://cds.example/liver/cds-services/some-service/",
                "https://cds.example//liver/cds-services//some-service//"
            })
    void stray_slashes_of_the_audience_are_tolerated(String audience) {
        assertEquals("ehr", admitted(good().text("aud", audience)));
    }

    @ParameterizedTest
    @CsvSource({
        "/cds-services/some-service/feedback, /cds-services/some-service/feedback, true",
        "/cds-services/some-service/feedback, /cds-services/some-service, true",
        "/cds-services/some-service, /cds-services/some-service/feedback, false",
        "/cds-services, /cds-services/some-service, false",
        "/cds-services/some-service, /cds-services, false"
    })
    void d21_feedback_may_be_meant_by_its_service(String path, String named, boolean admitted) {
        Audience audience = new Audience("https://cds.example/");
        assertEquals(admitted, audience.admits(List.of("https://cds.example" + named), path));
    }

    @Test
    void the_address_of_another_service_is_not_this_one() {
        ClientAuthentication authentication = at(NOW);
        DeniedException denied = assertThrows(
                DeniedException.class,
                () -> authentication.authenticate(List.of(bearer(good())), "/cds-services/another"));
        assertEquals(Denial.AUDIENCE, denied.denial());
    }

    /** Seconds from the moment in the token to now; thirty are forgiven. */
    @ParameterizedTest
    @CsvSource({
        "exp, -29,", "exp, -30, EXPIRED", "exp, -31, EXPIRED",
        "iat, 29,", "iat, 30,", "iat, 31, ISSUED_IN_THE_FUTURE",
        "nbf, 29,", "nbf, 30,", "nbf, 31, NOT_YET_VALID"
    })
    void clocks_may_be_half_a_minute_apart(String claim, long seconds, Denial denial) {
        Token token = good().time("iat", NOW, -60).time("exp", NOW, 60).time(claim, NOW, seconds);
        assertEquals(Optional.ofNullable(denial), outcome(at(NOW), bearer(token)));
    }

    @ParameterizedTest
    @CsvSource({"299,", "300,", "301, LIVES_TOO_LONG"})
    void a_token_lives_as_long_as_the_client_registered(long seconds, Denial denial) {
        assertEquals(Optional.ofNullable(denial), outcome(at(NOW), bearer(good().time("exp", NOW, seconds))));
        Token longer = Token.of("https://many.example", AUDIENCE, NOW).text("tenant", "south");
        assertEquals(Optional.empty(), outcome(at(NOW), bearer(longer.time("exp", NOW, 900))));
    }

    @ParameterizedTest
    @CsvSource({"256,", "257, NO_TOKEN_ID"})
    void an_id_has_at_most_256_characters(int length, Denial denial) {
        assertEquals(Optional.ofNullable(denial), outcome(at(NOW), bearer(good().text("jti", "j".repeat(length)))));
    }

    @Test
    void a_token_is_used_once() {
        ClientAuthentication authentication = at(NOW);
        String token = bearer(good());
        assertEquals(Optional.empty(), outcome(authentication, token));
        assertEquals(Optional.of(Denial.USED_BEFORE), outcome(authentication, token));
    }

    @Test
    void a_refused_token_is_not_used_up() {
        ClientAuthentication authentication = at(NOW);
        Token token = good().text("aud", "https://cds.example/liver/cds-services/another");
        assertEquals(Optional.of(Denial.AUDIENCE), outcome(authentication, bearer(token)));
        assertEquals(Optional.empty(), outcome(authentication, bearer(token.text("aud", AUDIENCE))));
    }

    @Test
    void two_clients_may_have_tokens_of_one_id() {
        ClientAuthentication authentication = at(NOW);
        Token south = Token.of("https://many.example", AUDIENCE, NOW).text("tenant", "south");
        assertEquals(Optional.empty(), outcome(authentication, bearer(good().text("jti", "same"))));
        assertEquals(Optional.empty(), outcome(authentication, bearer(south.text("jti", "same"))));
    }

    @Test
    void the_claims_of_a_refused_token_are_told_without_its_client() {
        String token = bearer(good().text("jti", "id-2").text("aud", "https://other.example"));
        ClientAuthentication authentication = at(NOW);
        DeniedException denied =
                assertThrows(DeniedException.class, () -> authentication.authenticate(List.of(token), PATH));
        assertEquals(
                new Caller(Optional.empty(), Optional.of(ISSUER), Optional.empty(), Optional.of("id-2")),
                denied.claimed());
        assertFalse(denied.toString().contains(token));
    }

    private static Token good() {
        return Token.of(ISSUER, AUDIENCE, NOW);
    }

    private static ClientAuthentication at(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new ClientAuthentication(
                keys, "https://cds.example/liver/", new UsedTokensInMemory(clock, 1_000), clock);
    }

    private static String bearer(Token token) {
        return "Bearer " + token.compact();
    }

    private static String admitted(Token token) {
        return at(NOW).authenticate(List.of(bearer(token)), PATH).client().orElseThrow();
    }

    private static Denial denial(ClientAuthentication authentication, String... headers) {
        return outcome(authentication, headers).orElseThrow();
    }

    private static Optional<Denial> outcome(ClientAuthentication authentication, String... headers) {
        try {
            authentication.authenticate(List.of(headers), PATH);
            return Optional.empty();
        } catch (DeniedException denied) {
            return Optional.of(denied.denial());
        }
    }
}
