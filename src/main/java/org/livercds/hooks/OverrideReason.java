package org.livercds.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a card was overridden, as a code; the words beside it are not read.
 *
 * @param system empty where the client left it out
 */
public record OverrideReason(Optional<String> system, String code) {

    private static final String EPIC = "com.epic.cdshooks.feedback.overrideReason.reasonCategory";

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:/|-]{1,64}");
    private static final Pattern SYSTEM = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:\\S{1,250}");

    /** Reasons that a site made in Epic are an extension; where there is no code there is no reason. */
    static Optional<OverrideReason> of(JsonNode why) {
        JsonNode reason = why.path("reason");
        JsonNode coding =
                reason.path("coding").path(0).isObject() ? reason.path("coding").path(0) : reason;
        return code(coding.path("code"))
                .map(code -> new OverrideReason(system(coding.path("system")), code))
                .or(() -> code(why.path("extension").path(EPIC))
                        .map(code -> new OverrideReason(Optional.of("urn:" + EPIC), code)));
    }

    private static Optional<String> code(JsonNode code) {
        return Optional.of(code.asText().strip())
                .filter(text -> CODE.matcher(text).matches());
    }

    private static Optional<String> system(JsonNode system) {
        return Optional.of(system.asText().replaceAll("\\s", ""))
                .filter(text -> SYSTEM.matcher(text).matches());
    }
}
