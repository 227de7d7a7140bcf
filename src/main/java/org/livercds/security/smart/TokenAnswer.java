package org.livercds.security.smart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.livercds.outbound.AccessToken;

/**
 * What a token endpoint gives for a code, RFC 6749 section 5.1 with the launch context of SMART.
 *
 * @param life how long the token is taken; empty where it does not say
 */
record TokenAnswer(
        String accessToken, String patient, Optional<String> scope, Optional<Duration> life, Optional<String> idToken) {

    private static final Pattern PATIENT = Pattern.compile("[A-Za-z0-9._-]{1,256}");
    private static final long LONGEST_SECONDS = 31_536_000;

    /** @throws LaunchException where it is no bearer token, or for nobody's chart */
    static TokenAnswer read(ObjectNode json) {
        String token = SmartConfiguration.text(json, "access_token")
                .filter(AccessToken::isBearer)
                .filter(any -> SmartConfiguration.text(json, "token_type")
                        .filter("Bearer"::equalsIgnoreCase)
                        .isPresent())
                .orElseThrow(() -> new LaunchException(LaunchProblem.NO_TOKEN));
        String patient = SmartConfiguration.text(json, "patient")
                .map(id -> id.startsWith("Patient/") ? id.substring("Patient/".length()) : id)
                .filter(id -> PATIENT.matcher(id).matches())
                .orElseThrow(() -> new LaunchException(LaunchProblem.NO_PATIENT));
        return new TokenAnswer(
                token,
                patient,
                SmartConfiguration.text(json, "scope"),
                life(json),
                SmartConfiguration.text(json, "id_token"));
    }

    /** Some write the number as text. */
    private static Optional<Duration> life(ObjectNode json) {
        long seconds = json.path("expires_in").asLong(0);
        return Optional.of(seconds)
                .filter(some -> some > 0)
                .map(some -> Duration.ofSeconds(Math.min(some, LONGEST_SECONDS)));
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "TokenAnswer";
    }
}
