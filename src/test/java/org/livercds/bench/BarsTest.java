package org.livercds.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BarsTest {

    private static final Map<String, Table.Start> SLOW = Map.of(BenchPlans.SERVICE, new Table.Start(10, 900, 300));

    @Test
    void five_times_less_than_HAPI_is_enough_and_a_little_more_is_not() {
        assertTrue(bars(1.0, 5.0).held());
        assertFalse(bars(1.01, 5.0).held());
    }

    @Test
    void what_was_not_measured_is_no_bar() {
        assertEquals(2, new Bars(Map.of(), Map.of()).all(false).size());
    }

    @Test
    void a_slow_machine_misses_no_bar() {
        Bars bars = new Bars(Map.of(), SLOW);
        assertTrue(bars.all(true).stream().anyMatch(line -> line.contains("not on this machine")));
        assertTrue(bars.held());
    }

    @Test
    void of_three_runs_the_middle_one_counts_and_no_refusal_is_lost() {
        Sample median = Sample.median(List.of(sample(3), sample(1), sample(2)));
        assertEquals(2, median.cpu());
        assertEquals(3, median.refused());
    }

    private static Bars bars(double ours, double hapi) {
        Map<String, Sample> cell = Map.of(BenchPlans.SERVICE, sample(ours), BenchPlans.HAPI, sample(hapi));
        Bars bars = new Bars(Map.of(Table.key("80 KB", 8), cell), SLOW);
        bars.all(false);
        return bars;
    }

    /** So much processor time, and the answers and times that go with it. */
    private static Sample sample(double cpu) {
        return new Sample(1_000 / cpu, cpu, cpu, cpu, 300, 0, 1, 0);
    }
}
