package org.livercds.clinical.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OrderOfEntriesPropertyTest {

    @Property(tries = 200)
    void the_order_of_the_entries_changes_nothing(@ForAll("charts") List<ChartEntry> entries, @ForAll long seed) {
        List<ChartEntry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, new Random(seed));
        assertSame(Advised.on(ChartEntry.chart(entries)), Advised.on(ChartEntry.chart(shuffled)));
    }

    private static void assertSame(Advised one, Advised other) {
        assertEquals(one.advice().kind(), other.advice().kind());
        assertEquals(one.advice().silence(), other.advice().silence());
        assertEquals(one.order(), other.order());
        one.order().forEach(id -> assertEquals(one.status(id), other.status(id)));
        assertEquals(one.cautions(), other.cautions());
        assertEquals(one.advice().missing(), other.advice().missing());
    }

    @Provide
    Arbitrary<List<ChartEntry>> charts() {
        return RandomCharts.charts();
    }
}
