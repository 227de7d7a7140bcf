package org.livercds.smartserver;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Before the FHIR server: lets in who has a token, to the patient of the token. */
final class FhirDoor {

    /** Whose chart comes where it should not. */
    private static final String SOMEBODY_ELSE = "metastases-four";

    private final String fhirServer;
    private final TokenEndpoint tokens;
    private final HttpClient client = HttpClient.newHttpClient();

    FhirDoor(String fhirServer, TokenEndpoint tokens) {
        this.fhirServer = fhirServer;
        this.tokens = tokens;
    }

    void answer(HttpExchange exchange) throws IOException {
        Optional<Grant> grant = tokens.grantOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String target = exchange.getRequestURI().toString().replaceFirst("^/fhir", "");
        if (grant.isEmpty() || grant.get().habit() == Habit.REFUSED_TOKEN) {
            SmartServer.send(exchange, 401, "application/json", "{}");
            return;
        }
        if (!target.contains(grant.get().patient())
                && exchange.getRequestMethod().equals("GET")) {
            SmartServer.send(exchange, 403, "application/json", "{}");
            return;
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        String asked = new String(body, StandardCharsets.UTF_8);
        if (grant.get().habit() == Habit.WRONG_PATIENT) {
            target = target.replace(grant.get().patient(), SOMEBODY_ELSE);
            asked = asked.replace(grant.get().patient(), SOMEBODY_ELSE);
        }
        pass(exchange, target, asked);
    }

    private void pass(HttpExchange exchange, String target, String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(fhirServer + target))
                .header("Accept", "application/fhir+json")
                .method(
                        exchange.getRequestMethod(),
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            SmartServer.send(exchange, answer.statusCode(), "application/fhir+json", answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
