package org.livercds.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ValueSets;
import org.livercds.fhir.PrefetchTemplates;
import org.livercds.hooks.WireJson;
import org.livercds.security.Keys;
import org.livercds.security.Token;
import org.livercds.service.DemoRequests;

/** The one client of the processes, with one patient and as many users as wanted. */
final class Ehr {

    static final String HOOK = "/cds-services/liver-cancer-patient-view";
    static final String FEEDBACK = HOOK + "/feedback";

    private static final String ISSUER = "https://ehr.example.org/fhir";
    private static final String PUBLIC_URL = "https://cds.example.org";
    private static final Instant OVERRIDDEN_AT = Instant.now();
    private static final ContentFolder PROFILES = ContentFolder.inJar("fhir-profiles");
    private static final DemoRequests REQUESTS =
            new DemoRequests(PROFILES, PrefetchTemplates.of(ValueSets.read(PROFILES)), Clock.systemUTC());

    private Ehr() {}

    /** As it is registered. */
    static Map<String, String> settings(String fileOfKeys) {
        Map<String, String> settings = new HashMap<>();
        settings.put("livercds.public-url", PUBLIC_URL);
        settings.put("livercds.clients.ehr.issuer", ISSUER);
        settings.put("livercds.clients.ehr.jwks-file", fileOfKeys);
        return settings;
    }

    static String publicKeys() {
        return Keys.published(Keys.ES384);
    }

    static String token(String path) {
        return Token.of(ISSUER, PUBLIC_URL + path, Instant.now()).compact();
    }

    /** Three metastases, the largest of 2.9 cm. */
    static String request(String user) {
        ObjectNode body = REQUESTS.today("three-metastases-under-3-cm").orElseThrow();
        body.withObject("/context").put("userId", user);
        return body.toString();
    }

    static String patient() {
        return json(request("")).at("/context/patientId").asText();
    }

    /** The same card is told of in the same words. */
    static String override(String card) {
        return "{\"feedback\":[{\"card\":\"" + card + "\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\""
                + OVERRIDDEN_AT + "\"}]}";
    }

    /** What a process answers. */
    static JsonNode hook(Instance process, String request) {
        HttpResponse<String> answer = process.post(HOOK, request, token(HOOK));
        assertEquals(200, answer.statusCode());
        return json(answer.body());
    }

    static JsonNode json(String text) {
        return WireJson.readObject(text.getBytes(StandardCharsets.UTF_8));
    }
}
