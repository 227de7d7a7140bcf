package org.livercds.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.security.TokenExamination.Step;

class TokenExaminationTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String ISSUER = "https://ehr.example/fhir";
    private static final String URL = "https://cds.example/liver";
    private static final String PATH = "/cds-services/some-service";

    @TempDir
    static Path folder;

    private static Vertx vertx;
    private static ClientKeys keys;

    @BeforeAll
    static void register() throws IOException {
        vertx = Vertx.vertx();
        Path file = Files.writeString(
                folder.resolve("keys.json"), Keys.published(Keys.ES384, Keys.RS384, Keys.ES256, Keys.NEXT, Keys.SHORT));
        ClientRegistration client = new ClientRegistration(
                "ehr",
                ISSUER,
                Optional.empty(),
                Optional.of("https://ehr.example/ehr/jwks.json"),
                Optional.of(file),
                List.of(),
                Duration.ofMinutes(5));
        keys = new ClientKeys(vertx, List.of(client), List.of());
        keys.awaitFirst();
    }

    @AfterAll
    static void close() {
        keys.close();
        vertx.close();
    }

    static Stream<BadTokens.Bad> bad() {
        return BadTokens.all(ISSUER, URL + PATH, NOW).values().stream()
                .filter(bad -> bad.authorization().matches("Bearer \\S.*"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void the_first_step_that_fails_is_what_keeps_it_out(BadTokens.Bad bad) {
        TokenExamination examination = examined(bad.authorization().substring("Bearer ".length()));
        assertEquals(bad.denial(), examination.failed().get(0));
        assertFalse(examination.isGood());
    }

    @Test
    void a_good_token_passes_each_step_and_is_not_used_by_that() {
        String token = Token.of(ISSUER, URL + PATH, NOW).compact();
        for (int again = 0; again < 2; again++) {
            TokenExamination examination = examined(token);
            assertTrue(examination.isGood());
            assertEquals(Optional.of("ehr"), examination.client());
            assertEquals(Step.values().length, examination.steps().size());
            assertEquals(List.of(URL + PATH), examination.said().orElseThrow().audience());
        }
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        String token = Token.of(ISSUER, "https://elsewhere.example", NOW)
                .withKey(Keys.STRANGER)
                .time("exp", NOW, -60)
                .text("tenant", "nobody's")
                .without("jti")
                .compact();
        assertEquals(
                List.of(Denial.SIGNATURE, Denial.AUDIENCE, Denial.EXPIRED, Denial.TENANT, Denial.NO_TOKEN_ID),
                examined(token).failed());
    }

    @Test
    void of_a_stranger_no_more_is_looked_at() {
        TokenExamination examination =
                examined(Token.of("https://stranger.example", URL + PATH, NOW).compact());
        assertEquals(List.of(Denial.UNKNOWN_ISSUER), examination.failed());
        assertEquals(2, examination.steps().size());
        assertFalse(examination.isGood());
    }

    private static TokenExamination examined(String token) {
        return TokenExamination.of(token, keys, URL, PATH, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
