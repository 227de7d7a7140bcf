package org.livercds.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.hooks.WireJson;

class BenchRequestTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @CsvSource({"8, false, 7, 13", "80, false, 75, 90", "80, true, 95, 110", "800, false, 750, 900"})
    void a_request_has_the_size_that_it_is_called_by(int size, boolean narrative, int least, int most) {
        for (int number = 0; number < BenchRequest.KINDS; number++) {
            double kilobytes = bytes(size, narrative, number).length / 1000.0;
            assertTrue(kilobytes >= least && kilobytes <= most, () -> kilobytes + " KB");
        }
    }

    @Test
    void the_same_request_is_the_same_bytes() {
        assertArrayEquals(bytes(80, true, 5), bytes(80, true, 5));
    }

    @Test
    void a_chart_of_80_KB_has_the_resources_that_everybody_measures_with() {
        Map<String, Integer> resources = new TreeMap<>();
        ObjectNode request = WireJson.readObject(bytes(80, false, 2));
        request.path("prefetch")
                .forEach(bundle -> bundle.path("entry")
                        .forEach(entry -> resources.merge(
                                entry.path("resource").path("resourceType").asText(), 1, Integer::sum)));
        assertEquals(Map.of("Condition", 5, "Observation", 60, "Procedure", 10), resources);
    }

    private static byte[] bytes(int size, boolean narrative, int number) {
        return BenchRequest.of(size, narrative, number, DAY).prefetched().getBytes();
    }
}
