package org.livercds.outbound;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an answer says before anything of its body is read. */
record AnswerHead(int status, MultiMap headers) {

    private static final Set<String> FHIR_JSON =
            Set.of("application/fhir+json", "application/json", "application/json+fhir");

    private static final Set<String> UTF_8 = Set.of("charset=utf-8", "charset=\"utf-8\"", "charset=utf8");
    private static final Set<String> ENCODINGS = Set.of("", "identity", "gzip", "x-gzip");
    private static final Set<Integer> PAUSING = Set.of(429, 503);

    /** @return empty if the body is worth reading */
    Optional<FetchProblem> problem() {
        return Optional.ofNullable(
                switch (status / 100) {
                    case 2 -> isFhirJson() ? null : FetchProblem.NOT_FHIR_JSON;
                    case 3 -> FetchProblem.REDIRECTED;
                    case 4 -> clientError();
                    case 5 -> FetchProblem.SERVER_FAILED;
                    default -> FetchProblem.NOT_FHIR_JSON;
                });
    }

    boolean isZipped() {
        return value("Content-Encoding").endsWith("gzip");
    }

    /** @return 0 if it is not told */
    long length() {
        try {
            return Long.parseLong(value("Content-Length"));
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

    private boolean isFhirJson() {
        String[] type = value("Content-Type").split("\\s*;\\s*", -1);
        return FHIR_JSON.contains(type[0])
                && Stream.of(type)
                        .filter(parameter -> parameter.startsWith("charset"))
                        .allMatch(UTF_8::contains)
                && ENCODINGS.contains(value("Content-Encoding"));
    }

    private String value(String header) {
        String value = headers.get(header);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}
