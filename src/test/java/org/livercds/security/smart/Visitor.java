package org.livercds.security.smart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.livercds.smartserver.Form;

/** Somebody with a browser: keeps what it is given, and goes where it is sent. */
final class Visitor {

    private final Map<String, String> kept = new HashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();

    /** What the EHR answers, in the address to which it sends the browser. */
    SmartLaunch.Answer signsIn(SmartLaunch.Begun begun) {
        keeps(begun);
        try {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(begun.address()).build(), HttpResponse.BodyHandlers.ofString());
            String location = answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new AssertionError("the EHR says " + answer.body()));
            return answer(Form.read(URI.create(location).getRawQuery()));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    void keeps(SmartLaunch.Begun begun) {
        kept.put(begun.view(), begun.browser());
    }

    Optional<String> holds(String view) {
        return Optional.ofNullable(kept.get(view));
    }

    private static SmartLaunch.Answer answer(Map<String, String> query) {
        return new SmartLaunch.Answer(
                Optional.ofNullable(query.get("code")),
                query.get("state"),
                Optional.ofNullable(query.get("error")),
                Optional.ofNullable(query.get("iss")));
    }
}
