package org.livercds.security.smart;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.livercds.outbound.FetchProblem;
import org.livercds.outbound.Fetched;
import org.livercds.outbound.SmartClient;

/** A token for a code, RFC 6749 section 4.1.3 with RFC 7636. */
record CodeExchange(SmartClient client, String redirectUri) {

    /** @throws LaunchException why there is none */
    TokenAnswer token(SmartRegistration registration, PendingLaunch launch, String code) {
        URI endpoint = URI.create(launch.tokenEndpoint());
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirectUri);
        form.put("code_verifier", launch.verifier());
        Fetched fetched = client.token(registration.tokenServer(endpoint), endpoint, registration.requester(), form);
        fetched.problem().ifPresent(problem -> {
            throw new LaunchException(isRefusal(problem) ? LaunchProblem.CODE_REFUSED : LaunchProblem.NO_TOKEN);
        });
        return TokenAnswer.read(fetched.pages().get(0));
    }

    private static boolean isRefusal(FetchProblem problem) {
        return switch (problem) {
            case UNAUTHORIZED, FORBIDDEN, REJECTED -> true;
            default -> false;
        };
    }
}
