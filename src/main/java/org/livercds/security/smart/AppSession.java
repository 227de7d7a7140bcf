package org.livercds.security.smart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.livercds.hooks.WireJson;

/**
 * What a launch gave: one chart of one FHIR server, for as long as its token lives. Never leaves the service.
 *
 * @param view what its page is called; opens nothing by itself
 * @param client the registered client whose EHR launched it
 * @param user the FHIR resource of who looks at it, where the EHR said so
 * @param scope what the token was granted
 * @param expires it is over then, however busy
 */
public record AppSession(
        String view,
        String client,
        String fhirServer,
        String patient,
        Optional<String> user,
        String accessToken,
        Optional<String> scope,
        Instant expires) {

    String written() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("view", view).put("client", client).put("fhirServer", fhirServer);
        json.put("patient", patient).put("accessToken", accessToken);
        user.ifPresent(who -> json.put("user", who));
        scope.ifPresent(granted -> json.put("scope", granted));
        json.put("expires", expires.toString());
        return json.toString();
    }

    static AppSession read(String text) {
        ObjectNode json = WireJson.readObject(text.getBytes(StandardCharsets.UTF_8));
        return new AppSession(
                json.path("view").asText(),
                json.path("client").asText(),
                json.path("fhirServer").asText(),
                json.path("patient").asText(),
                SmartConfiguration.text(json, "user"),
                json.path("accessToken").asText(),
                SmartConfiguration.text(json, "scope"),
                Instant.parse(json.path("expires").asText()));
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "AppSession";
    }
}
