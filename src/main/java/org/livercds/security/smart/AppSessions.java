package org.livercds.security.smart;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.livercds.security.smart.AppStore.Kind;

/**
 * Sessions, each of one page, under a secret that only its browser holds. A new one is made at each launch; none is taken
 * from outside.
 */
public final class AppSessions {

    private static final String LOGOUT = "logout";

    private final AppStore store;
    private final Clock clock;
    private final Duration idle;
    private final Duration longest;

    /**
     * @param idle without a look at its page a session is over after that
     * @param longest a session is over then, even if its token lives longer
     */
    public AppSessions(AppStore store, Clock clock, Duration idle, Duration longest) {
        this.store = store;
        this.clock = clock;
        this.idle = idle;
        this.longest = longest;
    }

    /** When a session ends that begins now, with a token that lives so long; one that does not say lives as one idles. */
    Instant end(Optional<Duration> life) {
        Duration token = life.orElse(idle);
        return clock.instant().plus(token.compareTo(longest) < 0 ? token : longest);
    }

    /** @return the secret of the new session */
    Secret begin(AppSession session) {
        Secret secret = Secret.random();
        store.keep(Kind.SESSION, secret.hash(), session.written(), nextEnd(session));
        return secret;
    }

    /** The session of a page, for whoever holds its secret; it idles from now on. */
    public Optional<AppSession> find(String view, String secret) {
        Optional<AppSession> found = look(view, secret);
        found.ifPresent(session -> store.prolong(Kind.SESSION, new Secret(secret).hash(), nextEnd(session)));
        return found;
    }

    /** The same, without having been looked at. */
    public Optional<AppSession> look(String view, String secret) {
        return Optional.of(secret)
                .filter(Secret::isOne)
                .flatMap(text -> store.find(Kind.SESSION, new Secret(text).hash()))
                .map(AppSession::read)
                .filter(session -> session.view().equals(view))
                .filter(session -> session.expires().isAfter(clock.instant()));
    }

    public void end(String secret) {
        if (Secret.isOne(secret)) {
            store.take(Kind.SESSION, new Secret(secret).hash());
        }
    }

    /** Stands in the form of a page, and shows that the form was ours. */
    public static String formToken(String secret) {
        return new Secret(secret).proofOf(LOGOUT);
    }

    public static boolean isOurForm(String token, String secret) {
        return Secret.isOne(secret) && Secret.same(token, formToken(secret));
    }

    private Instant nextEnd(AppSession session) {
        Instant idled = clock.instant().plus(idle);
        return idled.isBefore(session.expires()) ? idled : session.expires();
    }
}
