package org.livercds.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FhirQueryTest {

    private static final URI BASE = URI.create("https://ehr.example/fhir");

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "Patient/123 /Patient/123",
                "Patient/a.b_c-d /Patient/a.b_c-d",
                "Patient/a?b#c /Patient/a%3Fb%23c",
                "Patient/a%2fb /Patient/a%252fb",
                "Patient/a;b@c:d /Patient/a%3Bb%40c%3Ad",
                "Patient/ä /Patient/%C3%A4",
                "Patient/a\\b /Patient/a%5Cb"
            })
    void an_odd_id_stays_one_segment(String path, String encoded) {
        assertEquals(BASE + encoded, new FhirQuery(path, Map.of()).below(BASE).toString());
    }

    @Test
    void parameters_are_encoded_and_keep_their_order() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("patient", "Patient/1 2");
        parameters.put("code", "http://loinc.org|21889-1,x&y+z=%");
        parameters.put("date", "ge2026-01-01T00:00:00+01:00");

        assertEquals(
                BASE + "/Observation?patient=Patient%2F1%202"
                        + "&code=http%3A%2F%2Floinc.org%7C21889-1%2Cx%26y%2Bz%3D%25"
                        + "&date=ge2026-01-01T00%3A00%3A00%2B01%3A00",
                new FhirQuery("Observation", parameters).below(BASE).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient/..", "Patient/.", "Patient/", "", "../Patient", "Patient//1"})
    void a_path_that_means_another_one_cannot_be_called(String path) {
        assertFalse(new FhirQuery(path, Map.of()).isAddressable());
    }

    @Test
    void only_a_type_with_parameters_is_a_search() {
        assertTrue(new FhirQuery("Condition", Map.of("patient", "1")).isSearch());
        assertFalse(new FhirQuery("Patient/1", Map.of()).isSearch());
        assertFalse(new FhirQuery("Patient/1", Map.of("_elements", "id")).isSearch());
    }

    @Test
    void its_text_does_not_show_the_patient() {
        assertEquals("FhirQuery", new FhirQuery("Patient/canary", Map.of()).toString());
    }
}
