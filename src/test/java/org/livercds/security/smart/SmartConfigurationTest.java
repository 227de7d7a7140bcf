package org.livercds.security.smart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.hooks.WireJson;
import org.livercds.outbound.AllowedServers;
import org.livercds.outbound.FhirServer;

class SmartConfigurationTest {

    private static final String SAFE = "https://ehr.example.org/fhir";
    private static final String OWN = "http://localhost:8081/fhir";

    @Test
    void a_whole_one_is_read() {
        SmartConfiguration read = SmartConfiguration.read(json(), server(SAFE));
        assertEquals(
                "https://ehr.example.org/authorize?a=b",
                read.authorizationEndpoint().toString());
        assertEquals("https://ehr.example.org/token/", read.tokenEndpoint().toString());
        assertTrue(read.issuer().isEmpty() && !read.namesItself() && !read.firstScopesOnly());
    }

    @ParameterizedTest
    @CsvSource({
        "authorization_endpoint, ''",
        "authorization_endpoint, /authorize",
        "authorization_endpoint, javascript:alert(1)",
        "authorization_endpoint, https://ehr.example.org/a b",
        "authorization_endpoint, https://user@ehr.example.org/authorize",
        "authorization_endpoint, https://ehr.example.org/authorize#here",
        "token_endpoint, http://ehr.example.org/token",
        "token_endpoint, file:///etc/passwd",
        "token_endpoint, https:///token"
    })
    void an_address_that_is_none_or_not_safe_is_refused(String member, String address) {
        assertRefused(json().put(member, address), server(SAFE));
    }

    @Test
    void plain_http_is_for_servers_that_are_registered_so() {
        ObjectNode plain = json().put("token_endpoint", "http://localhost:8081/token");
        assertRefused(plain, server(SAFE));
        assertEquals(
                "http",
                SmartConfiguration.read(plain, server(OWN)).tokenEndpoint().getScheme());
    }

    @ParameterizedTest
    @CsvSource({"[]", "'[\"plain\"]'", "'\"S256\"'", "null", "7"})
    void without_s256_it_is_refused(String challenges) {
        ObjectNode json = json();
        json.set(
                "code_challenge_methods_supported",
                WireJson.readObject(("{\"a\":" + challenges + "}").getBytes(StandardCharsets.UTF_8))
                        .path("a"));
        assertRefused(json, server(SAFE));
    }

    private static void assertRefused(ObjectNode json, FhirServer server) {
        LaunchException refused = assertThrows(LaunchException.class, () -> SmartConfiguration.read(json, server));
        assertEquals(LaunchProblem.EHR_NOT_USABLE, refused.problem());
    }

    private static FhirServer server(String base) {
        return new AllowedServers("test", List.of(SAFE, OWN), List.of())
                .find(base)
                .orElseThrow();
    }

    private static ObjectNode json() {
        return WireJson.readObject("""
                {"authorization_endpoint": "https://ehr.example.org/authorize?a=b",
                 "token_endpoint": "https://ehr.example.org/token/",
                 "code_challenge_methods_supported": ["plain", "S256"],
                 "capabilities": ["permission-v1", "permission-v2"]}
                """.getBytes(StandardCharsets.UTF_8));
    }
}
