package org.livercds.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {

    private static final FhirServer SERVER = FetchTestCase.server("https://ehr.example/fhir");
    private static final AccessToken TOKEN =
            AccessToken.of("eyJ.canary-1_2~3+4/5==", SERVER).orElseThrow();

    @Test
    void it_is_told_to_its_origin() {
        assertEquals(Optional.of("Bearer eyJ.canary-1_2~3+4/5=="), TOKEN.headerFor(SERVER.origin()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ehr.example/fhir",
                "https://ehr.example:8443/fhir",
                "https://ehr.example.evil/fhir",
                "https://sub.ehr.example/fhir"
            })
    void it_is_told_to_nobody_else(String other) {
        assertEquals(
                Optional.empty(), TOKEN.headerFor(FetchTestCase.server(other).origin()));
    }

    /** RFC 6749, section 2.3.1: both parts are encoded as in a form. */
    @Test
    void a_secret_is_told_as_the_standard_has_it_and_to_nobody_else() {
        AccessToken secret = AccessToken.ofClient("liver cds", "a:b/c", SERVER);
        assertEquals(Optional.of("Basic bGl2ZXIrY2RzOmElM0FiJTJGYw=="), secret.headerFor(SERVER.origin()));
        assertEquals(
                Optional.empty(),
                secret.headerFor(
                        FetchTestCase.server("https://sub.ehr.example/fhir").origin()));
        assertEquals("AccessToken", secret.toString());
    }

    @Test
    void its_text_shows_nothing() {
        assertEquals("AccessToken", TOKEN.toString());
        assertEquals("Optional[AccessToken]", Optional.of(TOKEN).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\r\nX-Evil: 1", "a\u0000", "\u00e4", "=", "a=b"})
    void what_no_header_could_carry_is_no_token(String text) {
        assertEquals(Optional.empty(), AccessToken.of(text, SERVER));
    }
}
