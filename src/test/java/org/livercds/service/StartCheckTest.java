package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.service.LiverCdsConfig.Auth.Mode;

class StartCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"dev", "demo", "test"})
    void without_authentication_it_starts_where_data_are_synthetic(String profile) {
        assertEquals(Optional.empty(), StartCheck.refusal(Mode.OFF, List.of(profile)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "staging"})
    void without_authentication_it_starts_nowhere_else(String profile) {
        assertTrue(StartCheck.refusal(Mode.OFF, List.of(profile)).orElseThrow().contains("dev and demo only"));
    }

    @Test
    void authentication_is_not_there_yet_and_nobody_is_led_to_believe_it_is() {
        assertTrue(
                StartCheck.refusal(Mode.REQUIRED, List.of("prod")).orElseThrow().contains("cannot authenticate"));
        assertTrue(StartCheck.refusal(Mode.REQUIRED, List.of("demo")).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "https://ehr.example.org",
                "http://localhost:4200",
                "https://ehr.example.org:8443",
                "http://[::1]:4200",
                "https://a.example,https://b.example"
            })
    void origins_are_written_as_browsers_write_them(String origins) {
        assertEquals(Optional.empty(), StartCheck.refusal(listed(origins)));
    }

    /** Browsers never send such a thing, so that it would be passed over without a word. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ehr.example.org/",
                "https://ehr.example.org/app",
                "https://EHR.example.org",
                "https://ehr.example.org:443",
                "http://ehr.example.org:80",
                "ehr.example.org",
                "https://*.example.org",
                "/https:.*/",
                "null",
                "*,https://ehr.example.org"
            })
    void what_is_no_origin_is_refused_with_a_sentence(String origins) {
        assertTrue(StartCheck.refusal(listed(origins)).orElseThrow().contains("livercds.cors.origins"));
    }

    private static List<String> listed(String origins) {
        return origins.isEmpty() ? List.of() : List.of(origins.split(","));
    }
}
