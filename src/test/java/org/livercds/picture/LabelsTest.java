package org.livercds.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {

    @Test
    void a_label_with_room_stands_where_it_is_wanted() {
        assertEquals(List.of(100.0, 20.0), Labels.spread(List.of(100.0, 20.0), 0, 200));
        assertEquals(List.of(100.0, 116.0), Labels.spread(List.of(100.0, 100.0), 0, 200));
        assertEquals(List.of(192.0, 8.0), Labels.spread(List.of(900.0, -5.0), 0, 200));
    }

    @Property(tries = 300)
    void however_many_are_wanted_where_they_keep_apart_and_inside(
            @ForAll @Size(max = 12) List<@DoubleRange(min = -50, max = 300) Double> wanted) {
        List<Double> placed = Labels.spread(wanted, 0, 200);
        for (int i = 0; i < placed.size(); i++) {
            assertTrue(placed.get(i) >= 8 - 1e-9 && placed.get(i) <= 192 + 1e-9);
            for (int j = 0; j < i; j++) {
                assertTrue(Math.abs(placed.get(i) - placed.get(j)) >= Labels.HEIGHT - 1e-9);
                assertTrue(
                        Math.signum(wanted.get(i) - wanted.get(j)) * (placed.get(i) - placed.get(j)) >= 0,
                        "in the order of what is wanted");
            }
        }
        assertEquals(12, Labels.fitting(0, 200));
    }

    @Test
    void a_text_without_room_is_cut() {
        assertEquals("ablation", Labels.fitted("ablation", Labels.width("ablation")));
        assertEquals("abla…", Labels.fitted("ablation", Labels.width("12345")));
    }

    @Test
    void those_that_would_cover_an_earlier_one_are_left_out() {
        Label first = new Label(0, 20, Label.Anchor.START, "first");
        Label over = new Label(0, 30, Label.Anchor.START, "over");
        Label below = new Label(0, 36, Label.Anchor.START, "below");
        assertEquals(List.of(first, below), Labels.apart(List.of(first, over, below)));
    }

    /** 233.96 + 16 is 249.96, and 261.96 - 12 is a little less: neither covers the other. */
    @ParameterizedTest
    @CsvSource({"245.96, 261.96, false", "245.96, 261.95, false", "245.96, 261.9, true"})
    void edges_that_touch_but_for_rounding_do_not_cover_each_other(double one, double other, boolean covers) {
        Box first = new Label(0, one, Label.Anchor.START, "1: 2.9 cm").box();
        Box second = new Label(0, other, Label.Anchor.START, "2: 2.9 cm").box();
        assertEquals(covers, first.overlaps(second));
        assertEquals(covers, second.overlaps(first));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1, 1e101})
    void what_cannot_be_drawn_is_refused(double value) {
        assertThrows(IllegalArgumentException.class, () -> Amount.exactly(value));
    }

    @Test
    void a_number_that_is_none_is_refused_when_it_is_written() {
        assertThrows(IllegalArgumentException.class, () -> Svg.number(Double.NaN));
        assertEquals("12", Svg.number(12.001));
        assertEquals("-0.25", Svg.number(-0.25));
        assertThrows(IllegalArgumentException.class, () -> Some.range(3, 2));
        assertThrows(IllegalArgumentException.class, () -> Some.days("2026-11-05", "2026-11-04"));
    }
}
