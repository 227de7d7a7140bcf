package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.livercds.connect.Settings;
import org.livercds.fhir.KeyState;
import org.livercds.outbound.FetchProblem;

class RemedyTest {

    @Test
    void every_word_that_a_412_may_hold_has_one_and_there_is_no_other() {
        Stream<String> states = Arrays.stream(KeyState.values())
                .filter(state -> !state.isComplete())
                .map(KeyState::name);
        Stream<String> problems =
                Stream.concat(Arrays.stream(FetchProblem.values()).map(FetchProblem::name), Stream.of("OUT_OF_SCOPE"));
        assertEquals(
                Stream.concat(states, problems).sorted().toList(),
                Arrays.stream(Remedy.values()).map(Remedy::name).sorted().toList());
    }

    @Test
    void each_is_one_sentence_about_the_call_or_a_setting_that_exists() {
        for (Remedy remedy : Remedy.values()) {
            assertTrue(
                    remedy.sentence().matches(remedy + ": [^.]*(key|fhirServer|fhirAuthorization|resources).*\\."),
                    remedy::sentence);
            assertEquals(Set.of(), Settings.unknown(remedy.sentence()));
        }
    }

    @Test
    void what_was_read_needs_none() {
        assertEquals(Optional.empty(), Remedy.of("DATA"));
    }
}
