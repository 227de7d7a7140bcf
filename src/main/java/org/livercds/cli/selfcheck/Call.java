package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A call to the service under test.
 *
 * @param where the service that it is about, or discovery
 * @param what it is, in a few words
 * @param path below the base address
 * @param headers an {@code Authorization} here takes the place of the usual token; an empty one is left out
 */
record Call(String where, String what, String method, String path, Map<String, String> headers, byte[] body) {

    static final String DISCOVERY = "discovery";
    static final String AUTHORIZATION = "Authorization";

    private static final String SERVICES = "/cds-services";

    Call {
        headers = new TreeMap<>(headers);
    }

    static Call discovery(String what) {
        return new Call(DISCOVERY, what, "GET", SERVICES, Map.of("Accept", "application/json"), new byte[0]);
    }

    static Call of(Service service, String what, JsonNode body) {
        return of(service, what, body.toString());
    }

    static Call of(Service service, String what, String body) {
        Map<String, String> headers = Map.of("Accept", "application/json", "Content-Type", "application/json");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Call(service.id(), what, "POST", SERVICES + "/" + service.segment(), headers, bytes);
    }

    Call feedback() {
        return at(path + "/feedback");
    }

    Call at(String otherPath) {
        return new Call(where, what, method, otherPath, headers, body);
    }

    Call by(String otherMethod) {
        return new Call(where, what, otherMethod, path, headers, body);
    }

    Call bodiless() {
        return new Call(where, what, method, path, headers, new byte[0]);
    }

    Call with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Call(where, what, method, path, more, body);
    }

    /** For the report. */
    String line() {
        return method + " " + Printable.line(path, 200) + " (" + what + ")";
    }
}
