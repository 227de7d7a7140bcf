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
}
