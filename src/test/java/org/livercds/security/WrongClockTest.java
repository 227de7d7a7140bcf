package org.livercds.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.audit.TestClock;
import org.livercds.security.UsedTokens.Use;
import org.postgresql.ds.PGSimpleDataSource;

/** The clock of this machine is not that of the client, or jumps. */
class WrongClockTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String ISSUER = "https://ehr.example";
    private static final String BASE = "https://cds.example";
    private static final String PATH = "/cds-services";
    private static final Duration PLENTY = Duration.ofSeconds(10);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private static Vertx vertx;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void close() {
        vertx.close();
    }

    /** How far this clock is ahead, how long the token lives, how old it is, all in seconds; why it is refused. */
    @ParameterizedTest
    @CsvSource({
        "   0, 300,   0, -",
        "  29,  60,  59, -",
        " -29, 300,   0, -",
        " 300,  60,   0, EXPIRED",
        " 300, 300,   0, -",
        " 300, 300,  29, -",
        " 300, 300,  30, EXPIRED",
        "-300, 300,   0, ISSUED_IN_THE_FUTURE",
        "-300, 300, 269, ISSUED_IN_THE_FUTURE",
        "-300, 300, 270, -",
        " -31, 300,   0, ISSUED_IN_THE_FUTURE"
    })
    void more_than_half_a_minute_apart_tokens_are_refused_by_name(int ahead, int life, int age, String why) {
        try (KeyHost host = new KeyHost(Keys.published(Keys.ES384));
                ClientKeys keys = keysAt(host.address())) {
            Instant issued = NOW.minusSeconds(age);
            Token token = token(issued).time("exp", issued, life);
            Clock clock = Clock.fixed(NOW.plusSeconds(ahead), ZoneOffset.UTC);
            Optional<Denial> denial = outcome(authentication(keys, clock), token);
            assertEquals(why, denial.map(Denial::name).orElse("-"));
        }
    }

    @Test
    void a_used_token_opens_nothing_again_whichever_way_the_clock_jumps() {
        TestClock clock = new TestClock(NOW);
        try (KeyHost host = new KeyHost(Keys.published(Keys.ES384));
                ClientKeys keys = keysAt(host.address())) {
            ClientAuthentication authentication = authentication(keys, clock);
            Token token = token(NOW);
            assertEquals(Optional.empty(), outcome(authentication, token));
            clock.pass(FIVE_MINUTES);
            assertEquals(Optional.of(Denial.USED_BEFORE), outcome(authentication, token));
            clock.pass(FIVE_MINUTES.negated());
            assertEquals(Optional.of(Denial.USED_BEFORE), outcome(authentication, token));
            clock.pass(FIVE_MINUTES.negated());
            assertEquals(Optional.of(Denial.ISSUED_IN_THE_FUTURE), outcome(authentication, token));
        }
    }

    @Test
    void with_the_host_of_the_keys_away_too_it_is_the_clock_that_is_named_and_keys_hold() {
        TestClock clock = new TestClock(NOW);
        try (KeyHost host = new KeyHost(Keys.published(Keys.ES384));
                ClientKeys keys = keysAt(host.address())) {
            ClientAuthentication authentication = authentication(keys, clock);
            assertEquals(Optional.empty(), outcome(authentication, token(NOW)));
            host.isDown();
            clock.pass(FIVE_MINUTES.negated());
            assertEquals(Optional.of(Denial.ISSUED_IN_THE_FUTURE), outcome(authentication, token(NOW)));
            clock.pass(FIVE_MINUTES);
            assertEquals(Optional.empty(), outcome(authentication, token(NOW)));
        }
    }

    @Test
    void with_the_database_of_used_tokens_away_too_each_is_taken_once_and_it_is_asked_again_when_it_is_back() {
        TestClock clock = new TestClock(NOW);
        AtomicBoolean asked = new AtomicBoolean();
        PGSimpleDataSource nobody = new PGSimpleDataSource();
        nobody.setUrl("jdbc:postgresql://127.0.0.1:1/nobody");
        UsedTokens used = new UsedTokensInPostgresql(
                nobody,
                () -> {
                    asked.set(true);
                    throw new SQLException("away", "08001");
                },
                new UsedTokensInMemory(clock, 100),
                Use.FIRST,
                new Unheard(),
                clock);
        Instant until = NOW.plusSeconds(360);
        assertEquals(Use.FIRST, used.use("ehr", "one", until));
        for (Duration jump : List.of(FIVE_MINUTES, FIVE_MINUTES.negated(), FIVE_MINUTES.negated())) {
            clock.pass(jump);
            assertEquals(Use.AGAIN, used.use("ehr", "one", until));
            asked.set(false);
            used.upkeep();
            assertTrue(asked.get(), "it was not asked again");
        }
    }

    private static final class Unheard implements UsedTokensInPostgresql.Watch {
        @Override
        public void begins(Instant at, String sqlState) {}

        @Override
        public void unshared() {}

        @Override
        public void ends(Instant since, Instant at) {}
    }

    private static ClientKeys keysAt(String address) {
        return new ClientKeys(
                vertx,
                List.of(new ClientRegistration(
                        "ehr",
                        ISSUER,
                        Optional.empty(),
                        Optional.of(address),
                        Optional.empty(),
                        List.of(),
                        FIVE_MINUTES)),
                List.of(),
                PLENTY);
    }

    private static ClientAuthentication authentication(ClientKeys keys, Clock clock) {
        return new ClientAuthentication(keys, BASE, new UsedTokensInMemory(clock, 100), clock);
    }

    private static Token token(Instant issued) {
        return Token.of(ISSUER, BASE + PATH, issued);
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
