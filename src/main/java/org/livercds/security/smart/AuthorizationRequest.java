package org.livercds.security.smart;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the browser carries to the EHR.
 *
 * @param iss as the launch named the FHIR server
 * @param launch which context of the EHR; without it the EHR lets the user choose the patient
 */
record AuthorizationRequest(SmartRegistration registration, String redirectUri, String iss, Optional<String> launch) {

    URI to(SmartConfiguration ehr, PendingLaunch pending, Secret state) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("response_type", "code");
        asked.put("client_id", registration.requester().id());
        asked.put("redirect_uri", redirectUri);
        launch.ifPresent(context -> asked.put("launch", context));
        asked.put("scope", scope(ehr));
        asked.put("state", state.text());
        asked.put("aud", iss);
        asked.put("nonce", pending.nonce());
        asked.put("code_challenge", new Secret(pending.verifier()).hash());
        asked.put("code_challenge_method", "S256");
        return withQuery(ehr.authorizationEndpoint(), asked);
    }

    private String scope(SmartConfiguration ehr) {
        return registration.scopes().stream()
                .map(scope -> scope.equals("launch") && launch.isEmpty() ? "launch/patient" : scope)
                .map(scope -> ehr.firstScopesOnly() ? scope.replaceFirst("\\.(rs|r|s)$", ".read") : scope)
                .collect(Collectors.joining(" "));
    }

    private static URI withQuery(URI address, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "AuthorizationRequest";
    }
}
