package org.livercds.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanExportTest {

    @ParameterizedTest
    @CsvSource({
        "http://collector.example:4318, http://collector.example:4318/v1/traces",
        "https://collector.example/, https://collector.example/v1/traces",
        "https://collector.example/otlp/spans, https://collector.example/otlp/spans"
    })
    void the_usual_path_is_added_where_there_is_none(String said, String meant) {
        assertEquals(meant, SpanExport.endpoint(said).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "collector:4318", "ftp://collector", "http://user@collector", "http://collector?x=1"})
    void what_is_no_address_is_told_in_a_sentence(String said) {
        String told = assertThrows(IllegalArgumentException.class, () -> SpanExport.to(said, 1))
                .getMessage();
        assertTrue(told.startsWith("livercds.traces.endpoint is no address of a collector: "), told);
        assertTrue(told.endsWith("."), told);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void so_is_what_is_no_share(double share) {
        assertThrows(IllegalArgumentException.class, () -> SpanExport.to("http://collector.example", share));
    }

    @Test
    void nothing_is_asked_of_a_collector_before_there_is_a_span() {
        SpanExport.to("http://127.0.0.1:1", 1).close();
    }
}
