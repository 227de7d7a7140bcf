package org.livercds.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedServersTest {

    private static final URI GOOD = URI.create("https://good.example/fhir/R4");

    private final AllowedServers servers = new AllowedServers(
            "livercds.fhir.allowed-servers",
            List.of("https://Good.Example:443/fhir/R4/", "http://good.example:8081"),
            List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://good.example/fhir/R4",
                "https://good.example/fhir/R4/",
                "https://good.example/fhir/R4//",
                "https://good.example:443/fhir/R4",
                "HTTPS://GOOD.example/fhir/R4"
            })
    void one_base_in_other_writing_is_found(String fhirServer) {
        assertEquals(Optional.of(GOOD), servers.find(fhirServer).map(FhirServer::base));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://good.example/fhir",
                "https://good.example/fhir/R4/Patient",
                "https://good.example/fhir/R4.evil",
                "https://good.example/fhir/r4",
                "https://good.example.evil/fhir/R4",
                "https://good.example./fhir/R4",
                "https://good.example:8443/fhir/R4",
                "http://good.example/fhir/R4",
                "http://good.example:8081/fhir",
                "https://good.example@evil.example/fhir/R4",
                "https://evil.example@good.example/fhir/R4",
                "https://@good.example/fhir/R4",
                "https://good.example\\@evil.example/fhir/R4",
                "https://evil.example\\.good.example/fhir/R4",
                "https://good.example/fhir/R4?x=1",
                "https://good.example/fhir/R4?",
                "https://good.example/fhir/R4#",
                "https://good.example/fhir/R4#x",
                "https://good.example/fhir/x/../R4",
                "https://good.example/fhir/./R4",
                "https://good.example/fhir/x/%2e%2e/R4",
                "https://good.example/fhir/x/%2E./R4",
                "https://good.example/fhir/%52%34",
                "https://good.example/fhir//R4",
                "https://good.example/fhir/R4 ",
                " https://good.example/fhir/R4",
                "//good.example/fhir/R4",
                "good.example/fhir/R4",
                "file:///fhir/R4",
                "jar:https://good.example/fhir/R4",
                "https:good.example/fhir/R4",
                "https:///fhir/R4",
                "not a url",
                ""
            })
    void anything_else_is_no_registered_server(String fhirServer) {
        assertEquals(Optional.empty(), servers.find(fhirServer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://good.example",
                "https://good.example?x",
                "https://good.example#x",
                "https://good.example/a/../b",
                "https://good.example:0/fhir",
                "https://good.example:65536/fhir",
                "https://127.1/fhir",
                "https://",
                "good.example"
            })
    void a_malformed_base_is_told_in_a_sentence(String base) {
        Exception refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new AllowedServers("livercds.fhir.allowed-servers", List.of(base), List.of()));

        assertTrue(refusal.getMessage()
                .startsWith("livercds.fhir.allowed-servers has \"" + base.replaceFirst("[?#].*", "?…") + "\""));
        assertTrue(refusal.getMessage().endsWith("."));
    }

    @Test
    void a_password_in_a_base_is_not_told() {
        List<String> bases = List.of("https://user:secret@good.example/fhir?key=secret");
        Exception refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new AllowedServers("livercds.fhir.allowed-servers", bases, List.of()));
        assertFalse(refusal.getMessage().contains("secret"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("good.example"), refusal.getMessage());
    }

    @Test
    void blanks_around_a_base_do_not_matter() {
        AllowedServers spaced = new AllowedServers(
                "livercds.fhir.allowed-servers", List.of(" https://good.example/fhir "), List.of(" 10.0.0.0/8"));
        assertTrue(spaced.find("https://good.example/fhir").isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "10.0.0", "256.1.1.1", "ehr.example", "::1/129", "10.0.0.0/", "", "fe80::1%eth0"})
    void a_malformed_range_is_told_in_a_sentence(String range) {
        Exception refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new AllowedServers("livercds.fhir.allowed-servers", List.of(), List.of(range)));

        assertTrue(refusal.getMessage().startsWith("livercds.fhir.private-addresses has \"" + range + "\""));
    }

    @Test
    void a_base_without_a_path_is_found_with_and_without_its_slash() {
        assertTrue(servers.find("http://good.example:8081").isPresent());
        assertTrue(servers.find("http://good.example:8081/").isPresent());
    }
}
