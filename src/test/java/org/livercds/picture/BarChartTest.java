package org.livercds.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.livercds.picture.Drawn.number;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.livercds.picture.BarChart.Bar;
import org.w3c.dom.Element;

class BarChartTest {

    @Test
    void bars_are_as_long_as_their_counts_and_parts_stand_behind_each_other() {
        Drawn drawn = drawn(new Bar("a", List.of(10L, 20L, 30L), "60"), new Bar("b", List.of(15L), "15"));
        List<Element> parts = drawn.all("rect");
        assertEquals(
                List.of("part-0", "part-1", "part-2", "part-0"),
                parts.stream().map(part -> part.getAttribute("class")).toList());
        double x = 0;
        for (Element part : parts.subList(0, 3)) {
            assertEquals(x, number(part, "x"), 0.02);
            x += number(part, "width");
        }
        assertEquals(2 * number(parts.get(0), "width"), number(parts.get(1), "width"), 0.02);
        assertEquals(x / 4, number(parts.get(3), "width"), 0.02);
        assertEquals(List.of("a", "60", "b", "15"), drawn.texts());
    }

    @Test
    void nothing_has_no_bar_and_a_number() {
        Drawn drawn = drawn(new Bar("a", List.of(0L), "0"), new Bar("b", List.of(0L, 0L), "0"));
        assertEquals(List.of(), drawn.all("rect"));
        assertEquals(List.of("a", "0", "b", "0"), drawn.texts());
    }

    @Test
    void long_names_and_large_numbers_stay_inside() {
        String name = "a name <that> & is \"much\" longer than any line that there is room for in this picture";
        Drawn drawn = drawn(new Bar(name, List.of(Long.MAX_VALUE / 4), "2,305,843,009,213,693,951"));
        assertEquals("a name <that> & is", drawn.texts().get(0).substring(0, 18));
    }

    @Test
    void what_cannot_be_a_bar_is_refused() {
        List<Long> four = List.of(1L, 1L, 1L, 1L);
        List<Long> negative = List.of(-1L);
        assertThrows(IllegalArgumentException.class, () -> new Bar("a", four, "4"));
        assertThrows(IllegalArgumentException.class, () -> new Bar("a", negative, "-1"));
    }

    private static Drawn drawn(Bar... bars) {
        return Drawn.of(new BarChart("chart", "Title", "What the bars are.", List.of(bars)).svg())
                .assertSound();
    }
}
