package org.livercds.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.security.ClientAuthentication;
import org.livercds.security.ClientKeys;
import org.livercds.security.ClientRegistration;
import org.livercds.security.DeniedException;
import org.livercds.security.Keys;
import org.livercds.security.Token;
import org.livercds.security.UsedTokensInMemory;

/** A token with any header and any claims, signed by the client as it is: whoever is let in is who may come. */
class TokenFuzzTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final long SECONDS = NOW.getEpochSecond();
    private static final String ISSUER = "https://ehr.example";
    private static final String AUDIENCE = "https://cds.example/cds-services";
    private static final ClientKeys CLIENTS = clients();

    static Stream<Arguments> seeds() {
        String none = "";
        return Stream.of(
                arguments("kid", "es384", ISSUER, AUDIENCE, SECONDS, SECONDS + 300, "jti"),
                arguments("crit", "exp", ISSUER, AUDIENCE, SECONDS, SECONDS + 300, "jti"),
                arguments("alg", "none", ISSUER, AUDIENCE, SECONDS, SECONDS + 300, "jti"),
                arguments("jku", "https://attacker.example", ISSUER, AUDIENCE, SECONDS, SECONDS + 300, "jti"),
                arguments("typ", "jwt", ISSUER + "/", AUDIENCE + "//", SECONDS, SECONDS + 300, "jti"),
                arguments("typ", "JWT", ISSUER, AUDIENCE + "/feedback", SECONDS, SECONDS + 300, "jti"),
                arguments("typ", "JWT", ISSUER, AUDIENCE, SECONDS, SECONDS + 301, "jti"),
                arguments("typ", "JWT", ISSUER, AUDIENCE, SECONDS + 31, SECONDS + 40, "jti"),
                arguments("typ", "JWT", ISSUER, AUDIENCE, SECONDS - 300, SECONDS - 30, "jti"),
                arguments("typ", "JWT", ISSUER, AUDIENCE, Long.MIN_VALUE, Long.MAX_VALUE, "jti"),
                arguments("typ", "JWT", none, none, 0L, 0L, none));
    }

    @MethodSource("seeds")
    @FuzzTest
    void only_who_may_come_is_let_in(
            @NotNull String member,
            @NotNull String value,
            @NotNull String issuer,
            @NotNull String audience,
            long issued,
            long expires,
            @NotNull String id) {
        String json = JsonNodeFactory.instance.textNode(value).toString();
        Token token = Token.of(issuer, audience, NOW)
                .header(member, json)
                .claim("iat", Long.toString(issued))
                .claim("exp", Long.toString(expires))
                .text("jti", id);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        ClientAuthentication authentication =
                new ClientAuthentication(CLIENTS, "https://cds.example", new UsedTokensInMemory(clock, 10), clock);
        try {
            authentication.authenticate(List.of("Bearer " + token.compact()), "/cds-services");
        } catch (DeniedException denied) {
            return;
        }
        assertEquals(ISSUER, issuer);
        assertTrue(audience.replaceAll("(?<!:)//+", "/").replaceAll("/+$", "").equals(AUDIENCE), audience);
        assertTrue(expires - issued <= 300 && expires > SECONDS - 30 && issued <= SECONDS + 30);
        assertTrue(!id.isBlank() && id.length() <= 256);
        assertTrue(List.of("alg", "kid", "typ", "x5t", "x5t#S256").contains(member) || value.isEmpty(), member);
    }

    private static ClientKeys clients() {
        try {
            Path file = Files.createTempFile("keys", ".json");
            Files.writeString(file, Keys.published(Keys.ES384));
            file.toFile().deleteOnExit();
            return new ClientKeys(
                    Vertx.vertx(),
                    List.of(new ClientRegistration(
                            "ehr",
                            ISSUER,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(file),
                            List.of(),
                            Duration.ofMinutes(5))),
                    List.of());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
