package org.livercds.outbound;

import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Which answers are worth reading: JSON of these types, in UTF-8, at most gzipped. */
enum MediaTypes {
    /** R4 servers, and those before it, which a version is told from. */
    FHIR_JSON(
            "application/fhir+json, application/json;q=0.9, application/json+fhir;q=0.8",
            Set.of("application/fhir+json", "application/json", "application/json+fhir")),

    /** RFC 7517, section 8.5. */
    KEY_SET("application/jwk-set+json, application/json;q=0.9", Set.of("application/jwk-set+json", "application/json")),

    /** RFC 6749, section 5.1, and what SMART says of its configuration. */
    JSON("application/json", Set.of("application/json"));

    private static final Set<String> UTF_8 = Set.of("charset=utf-8", "charset=\"utf-8\"", "charset=utf8");
    private static final Set<String> ENCODINGS = Set.of("", "identity", "gzip", "x-gzip");

    private final String accept;
    private final Set<String> types;

    /** @param types in lower case, without parameters */
    MediaTypes(String accept, Set<String> types) {
        this.accept = accept;
        this.types = types;
    }

    /** What is asked for. */
    String accept() {
        return accept;
    }

    boolean accept(MultiMap headers) {
        String[] type = value(headers, "Content-Type").split("\\s*;\\s*", -1);
        return types.contains(type[0])
                && Stream.of(type)
                        .filter(parameter -> parameter.startsWith("charset"))
                        .allMatch(UTF_8::contains)
                && ENCODINGS.contains(value(headers, "Content-Encoding"));
    }

    static String value(MultiMap headers, String header) {
        String value = headers.get(header);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}
