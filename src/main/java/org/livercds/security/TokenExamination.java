package org.livercds.security;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Each step of the verification of a token, also those behind the first that fails, for who connects a client. Whether it
 * was used before is not among them: a token that is examined is not used.
 *
 * @param said what the token says; empty where it is none
 * @param client whose token it is, as the settings name it; empty where it is nobody's
 * @param steps in the order of the verification, as far as they can be taken
 */
public record TokenExamination(Optional<Said> said, Optional<String> client, List<Taken> steps) {

    public TokenExamination {
        steps = List.copyOf(steps);
    }

    /** A step of the verification. */
    public enum Step {
        /** Three parts, a header and claims that can be read. */
        FORM,
        /** A registered client of {@code iss} and {@code jku}. */
        CLIENT,
        ALGORITHM,
        SIGNATURE,
        AUDIENCE,
        TIMES,
        TENANT,
        TOKEN_ID
    }

    /** @param denial why it failed */
    public record Taken(Step step, Optional<Denial> denial) {}

    /** What a token says; nothing of it is verified. Empty where it does not say it, or not as it should. */
    public record Said(
            String algorithm,
            String keyId,
            Optional<String> keySet,
            Optional<String> issuer,
            List<String> audience,
            Optional<String> tenant,
            Optional<Instant> issued,
            Optional<Instant> expires) {}

    /** Whether a call with it would be let in, if it were the first. */
    public boolean isGood() {
        return steps.size() == Step.values().length && failed().isEmpty();
    }

    public List<Denial> failed() {
        return steps.stream().flatMap(step -> step.denial().stream()).toList();
    }

    /**
     * @param token without {@code Bearer}
     * @param publicUrl under which clients call this service
     * @param path that is called, as in {@code /cds-services/some-service}
     */
    public static TokenExamination of(String token, ClientKeys keys, String publicUrl, String path, Clock clock) {
        BearerToken read;
        try {
            read = BearerToken.read(List.of("Bearer " + token));
        } catch (DeniedException none) {
            return new TokenExamination(Optional.empty(), Optional.empty(), List.of(failed(Step.FORM, none.denial())));
        }
        Optional<Said> said = Optional.of(said(read));
        Taken form = new Taken(Step.FORM, Optional.empty());
        try {
            RegisteredClient client = new ClientRegistry(keys.clients()).find(read);
            ClaimsCheck claims = new ClaimsCheck(new Audience(publicUrl));
            return new TokenExamination(
                    said,
                    Optional.of(client.name()),
                    Stream.concat(
                                    Stream.of(form, new Taken(Step.CLIENT, Optional.empty())),
                                    steps(read, client, claims, path, clock.instant()))
                            .toList());
        } catch (DeniedException nobodys) {
            return new TokenExamination(said, Optional.empty(), List.of(form, failed(Step.CLIENT, nobodys.denial())));
        }
    }

    private static Stream<Taken> steps(
            BearerToken token, RegisteredClient client, ClaimsCheck check, String path, Instant now) {
        TokenClaims claims = token.claims();
        boolean allowed = client.algorithms().contains(token.header().algorithm());
        return Stream.of(
                new Taken(Step.ALGORITHM, allowed ? Optional.empty() : Optional.of(Denial.ALGORITHM)),
                new Taken(Step.SIGNATURE, new SignatureCheck().denial(token, client)),
                new Taken(Step.AUDIENCE, check.audience(claims, path)),
                new Taken(Step.TIMES, ClaimsCheck.times(claims, client, now)),
                new Taken(Step.TENANT, ClaimsCheck.tenant(claims, client)),
                new Taken(Step.TOKEN_ID, ClaimsCheck.tokenId(claims)));
    }

    private static Taken failed(Step step, Denial denial) {
        return new Taken(step, Optional.of(denial));
    }

    private static Said said(BearerToken token) {
        TokenClaims claims = token.claims();
        return new Said(
                token.header().algorithm().getName(),
                token.header().keyId(),
                token.header().keySet(),
                claims.issuer(),
                claims.audience(),
                claims.tenant(),
                claims.time("iat"),
                claims.time("exp"));
    }
}
