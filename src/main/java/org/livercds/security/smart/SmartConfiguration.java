package org.livercds.security.smart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.livercds.outbound.FhirServer;

/**
 * What an EHR says of itself, <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html">SMART App Launch
 * 2.2, conformance</a>.
 *
 * @param issuer of its ID tokens; empty where it does not say
 * @param namesItself it puts {@code iss} into its answers, RFC 9207
 * @param firstScopesOnly it knows the scopes of SMART 1 only
 */
record SmartConfiguration(
        URI authorizationEndpoint,
        URI tokenEndpoint,
        Optional<String> issuer,
        boolean namesItself,
        boolean firstScopesOnly) {

    private static final int LONGEST = 2_000;

    /** @throws LaunchException where a launch would not be safe with it */
    static SmartConfiguration read(ObjectNode json, FhirServer server) {
        if (!words(json, "code_challenge_methods_supported").contains("S256")) {
            throw new LaunchException(LaunchProblem.EHR_NOT_USABLE);
        }
        Set<String> capabilities = words(json, "capabilities");
        return new SmartConfiguration(
                endpoint(json, "authorization_endpoint", server),
                endpoint(json, "token_endpoint", server),
                text(json, "issuer"),
                json.path("authorization_response_iss_parameter_supported").asBoolean(),
                capabilities.contains("permission-v1") && !capabilities.contains("permission-v2"));
    }

    /** Plain http is good enough only where the FHIR server itself is registered so. */
    private static URI endpoint(ObjectNode json, String name, FhirServer server) {
        return text(json, name)
                .filter(address -> address.length() <= LONGEST)
                .flatMap(SmartConfiguration::address)
                .filter(address -> address.getScheme().equalsIgnoreCase("https")
                        || address.getScheme().equalsIgnoreCase("http")
                                && server.origin().scheme().equals("http"))
                .orElseThrow(() -> new LaunchException(LaunchProblem.EHR_NOT_USABLE));
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = new URI(text);
            boolean plain = address.getScheme() != null
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null;
            return Optional.of(address).filter(any -> plain);
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    static Optional<String> text(ObjectNode json, String name) {
        return Optional.of(json.path(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank());
    }

    private static Set<String> words(ObjectNode json, String name) {
        return StreamSupport.stream(json.path(name).spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }
}
