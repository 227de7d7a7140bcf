package org.livercds.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.livercds.hooks.Caller;

/** The claims of a token, RFC 7519 section 4.1, and {@code tenant} of CDS Hooks. */
record TokenClaims(ObjectNode json) {

    private static final int LONGEST_ID = 256;

    /** The year 5138: beyond it a number of seconds is none. */
    private static final BigDecimal LAST = BigDecimal.valueOf(99_999_999_999L);

    Optional<String> issuer() {
        return text("iss");
    }

    Optional<String> tenant() {
        return text("tenant");
    }

    /** It is kept until the token expires, so it must not be long. */
    Optional<String> tokenId() {
        return text("jti").filter(id -> id.length() <= LONGEST_ID);
    }

    /** @return empty as well where one of them is no text */
    List<String> audience() {
        JsonNode audience = json.path("aud");
        if (audience.isTextual()) {
            return List.of(audience.asText());
        }
        boolean texts = audience.isArray()
                && StreamSupport.stream(audience.spliterator(), false).allMatch(JsonNode::isTextual);
        return texts
                ? StreamSupport.stream(audience.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of();
    }

    boolean has(String claim) {
        return json.has(claim);
    }

    /** @return empty where it is missing or no number of seconds since 1970 */
    Optional<Instant> time(String claim) {
        JsonNode seconds = json.path(claim);
        return Optional.of(seconds)
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .filter(number -> number.signum() >= 0 && number.compareTo(LAST) <= 0)
                .map(number -> number.setScale(0, RoundingMode.DOWN).longValueExact())
                .map(Instant::ofEpochSecond);
    }

    /** Who calls, as the token says. */
    Caller caller() {
        return new Caller(Optional.empty(), issuer(), tenant(), tokenId());
    }

    private Optional<String> text(String claim) {
        return Optional.of(json.path(claim))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank());
    }

    /** Without the claims. */
    @Override
    public String toString() {
        return "TokenClaims";
    }
}
