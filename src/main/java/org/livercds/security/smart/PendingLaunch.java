package org.livercds.security.smart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.livercds.hooks.WireJson;

/**
 * A launch until its EHR answers.
 *
 * @param view what its page will be called
 * @param browser hash of what only the browser holds that began it
 * @param fhirServer the registered base
 * @param issuer that its answer and its ID token may name
 * @param namesItself the answer has to name it
 * @param verifier of PKCE
 * @param nonce of the ID token
 */
record PendingLaunch(
        String view,
        String browser,
        String fhirServer,
        String tokenEndpoint,
        Optional<String> issuer,
        boolean namesItself,
        String verifier,
        String nonce) {

    String written() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("view", view).put("browser", browser).put("fhirServer", fhirServer);
        json.put("tokenEndpoint", tokenEndpoint).put("namesItself", namesItself);
        issuer.ifPresent(name -> json.put("issuer", name));
        json.put("verifier", verifier).put("nonce", nonce);
        return json.toString();
    }

    static PendingLaunch read(String text) {
        ObjectNode json = WireJson.readObject(text.getBytes(StandardCharsets.UTF_8));
        return new PendingLaunch(
                json.path("view").asText(),
                json.path("browser").asText(),
                json.path("fhirServer").asText(),
                json.path("tokenEndpoint").asText(),
                SmartConfiguration.text(json, "issuer"),
                json.path("namesItself").asBoolean(),
                json.path("verifier").asText(),
                json.path("nonce").asText());
    }

    /** Another EHR than the one that was asked, RFC 9207. */
    boolean isAnsweredByAnother(Optional<String> iss) {
        return iss.isEmpty() ? namesItself : issuer.isPresent() && !issuer.equals(iss);
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "PendingLaunch";
    }
}
