package org.livercds.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What befell the service itself, and no call.
 *
 * @param since when it began
 * @param until when it was over; empty while it lasts
 * @param details words and codes of our own, by their names
 */
public record Incident(Kind kind, Instant since, Optional<Instant> until, Map<String, String> details) {

    /** A closed set. */
    public enum Kind {
        /** The store that processes share cannot be asked: each remembers used tokens for itself. */
        TOKENS_UNSHARED("tokensUnshared", "livercds.auth.used-tokens"),
        /** It can be asked again. */
        TOKENS_SHARED("tokensShared", "livercds.auth.used-tokens");

        private final String code;
        private final String part;

        Kind(String code, String part) {
            this.code = code;
            this.part = part;
        }

        String code() {
            return code;
        }

        /** The part of the service, by the name of its setting. */
        String part() {
            return part;
        }
    }

    public Incident {
        requireNonNull(kind, "kind");
        requireNonNull(since, "since");
        requireNonNull(until, "until");
        details = Collections.unmodifiableMap(new TreeMap<>(details));
    }

    Outcome outcome() {
        return until.isPresent() ? Outcome.SUCCESS : new Outcome("8", Optional.of(kind.name()));
    }
}
