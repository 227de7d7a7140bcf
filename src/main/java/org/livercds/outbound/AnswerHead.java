package org.livercds.outbound;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What an answer says before anything of its body is read. */
record AnswerHead(int status, MultiMap headers) {

    private static final Set<Integer> PAUSING = Set.of(429, 503);

    /** @return empty if the body is worth reading */
    Optional<FetchProblem> problem(MediaTypes readable) {
        return Optional.ofNullable(
                switch (status / 100) {
                    case 2 -> readable.accept(headers) ? null : FetchProblem.NOT_FHIR_JSON;
                    case 3 -> FetchProblem.REDIRECTED;
                    case 4 -> clientError();
                    case 5 -> FetchProblem.SERVER_FAILED;
                    default -> FetchProblem.NOT_FHIR_JSON;
                });
    }

    boolean isZipped() {
        return MediaTypes.value(headers, "Content-Encoding").endsWith("gzip");
    }

    /** @return 0 if it is not told */
    long length() {
        try {
            return Long.parseLong(MediaTypes.value(headers, "Content-Length"));
        } catch (NumberFormatException untold) {
            return 0;
        }
    }

    Duration pause() {
        return PAUSING.contains(status) && headers.contains("Retry-After")
                ? RetryAfter.read(headers.get("Retry-After"), Instant.now())
                : Duration.ZERO;
    }

    private FetchProblem clientError() {
        return switch (status) {
            case 401 -> FetchProblem.UNAUTHORIZED;
            case 403 -> FetchProblem.FORBIDDEN;
            case 404, 410 -> FetchProblem.NOT_FOUND;
            case 429 -> FetchProblem.THROTTLED;
            default -> FetchProblem.REJECTED;
        };
    }
}
