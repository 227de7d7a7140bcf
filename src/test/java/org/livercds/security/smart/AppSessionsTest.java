package org.livercds.security.smart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.livercds.audit.TestClock;
import org.livercds.security.smart.AppStore.Kind;

class AppSessionsTest {

    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(8);

    private final TestClock clock = new TestClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final AppStore store = new AppStoreInMemory(clock, 2);
    private final AppSessions sessions = new AppSessions(store, clock, IDLE, LONGEST);

    @Test
    void a_session_is_over_when_nobody_looks_for_half_an_hour() {
        AppSession session = session("one", LONGEST);
        String secret = sessions.begin(session).text();
        for (int look = 0; look < 5; look++) {
            clock.pass(IDLE.minusSeconds(1));
            assertEquals(Optional.of(session), sessions.find("one", secret));
        }
        clock.pass(IDLE.plusSeconds(1));
        assertEquals(Optional.empty(), sessions.find("one", secret));
    }

    @Test
    void a_session_is_over_when_its_token_is_however_busy() {
        String secret = sessions.begin(session("one", Duration.ofMinutes(40))).text();
        clock.pass(Duration.ofMinutes(25));
        assertTrue(sessions.find("one", secret).isPresent());
        clock.pass(Duration.ofMinutes(16));
        assertFalse(sessions.find("one", secret).isPresent());
    }

    @Test
    void a_token_that_lives_for_days_is_kept_for_hours() {
        assertEquals(clock.instant().plus(LONGEST), sessions.end(Optional.of(Duration.ofDays(3))));
        assertEquals(clock.instant().plusSeconds(60), sessions.end(Optional.of(Duration.ofSeconds(60))));
        assertEquals(clock.instant().plus(IDLE), sessions.end(Optional.empty()));
    }

    @Test
    void a_secret_opens_its_own_page_only() {
        String one = sessions.begin(session("one", LONGEST)).text();
        String two = sessions.begin(session("two", LONGEST)).text();
        assertEquals(Optional.empty(), sessions.find("two", one));
        assertEquals(Optional.empty(), sessions.find("one", two));
        assertEquals(Optional.empty(), sessions.find("one", "one"));
        assertEquals(Optional.empty(), sessions.find("one", new Secret(one).hash()));
    }

    @Test
    void who_logs_out_is_out() {
        String secret = sessions.begin(session("one", LONGEST)).text();
        sessions.end(secret);
        assertEquals(Optional.empty(), sessions.find("one", secret));
    }

    @Test
    void a_form_shows_who_made_it_and_not_for_whom() {
        String secret = Secret.random().text();
        String token = AppSessions.formToken(secret);
        assertNotEquals(secret, token);
        assertTrue(AppSessions.isOurForm(token, secret));
        assertFalse(AppSessions.isOurForm(token, Secret.random().text()));
        assertFalse(AppSessions.isOurForm("", secret));
        assertFalse(AppSessions.isOurForm(token, ""));
    }

    @Test
    void who_comes_beyond_the_most_is_refused_and_nobody_is_put_out() {
        String first = sessions.begin(session("one", LONGEST)).text();
        sessions.begin(session("two", LONGEST));
        LaunchException full = assertThrows(LaunchException.class, () -> sessions.begin(session("three", LONGEST)));
        assertEquals(LaunchProblem.TOO_MANY, full.problem());
        assertTrue(sessions.find("one", first).isPresent());
        store.keep(Kind.LAUNCH, "key", "text", clock.instant().plusSeconds(1));
        clock.pass(IDLE.plusSeconds(1));
        sessions.begin(session("three", LONGEST));
    }

    @Test
    void what_is_over_is_taken_by_nobody() {
        store.keep(Kind.LAUNCH, "key", "text", clock.instant().plusSeconds(10));
        assertEquals(Optional.of("text"), store.find(Kind.LAUNCH, "key"));
        assertEquals(Optional.empty(), store.find(Kind.SESSION, "key"));
        clock.pass(Duration.ofSeconds(11));
        assertEquals(Optional.empty(), store.take(Kind.LAUNCH, "key"));
    }

    @Test
    void everything_of_a_session_is_kept() {
        AppSession session = session("one", LONGEST);
        assertEquals(session, AppSession.read(session.written()));
    }

    private AppSession session(String view, Duration life) {
        return new AppSession(
                view,
                "ehr",
                "https://ehr.example.org/fhir",
                "patient-1",
                Optional.of("Practitioner/p-1"),
                "token",
                Optional.of("patient/*.rs"),
                clock.instant().plus(life));
    }
}
