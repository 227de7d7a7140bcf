package org.livercds.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.picture.Some.atLeast;
import static org.livercds.picture.Some.map;
import static org.livercds.picture.Some.range;
import static org.livercds.picture.Some.spot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class LiverMapTest {

    @Test
    void a_lesion_of_30_mm_is_drawn_one_and_a_half_times_one_of_20_mm() {
        Drawn drawn = drawn(spot("1", 8, Amount.exactly(30)), spot("2", 6, Amount.exactly(20)));
        List<Element> circles = drawn.ofClass("lesion");
        assertEquals(1.5, Drawn.number(circles.get(1), "r") / Drawn.number(circles.get(0), "r"), 0.001);
    }

    @Test
    void one_scale_holds_for_all_and_its_bar_is_of_that_scale() {
        Drawn drawn = drawn(spot("1", 0, Amount.exactly(60)), spot("2", 2, Amount.exactly(12)));
        List<Element> circles = drawn.ofClass("lesion");
        assertEquals(5, largest(circles) / smallest(circles), 0.01);
        double scale = largest(circles) * 2 / 60;
        String bar = drawn.ofClass("scale").get(0).getAttribute("d");
        double length = Double.parseDouble(bar.replaceAll(".*H([0-9.]+)m.*", "$1")) - 8;
        assertEquals(30 * scale, length, 0.02);
        assertTrue(drawn.texts().contains("3 cm"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_lesion_lies_in_its_segment_and_the_segment_is_tinted(int segment) {
        Drawn drawn = drawn(spot("1", segment, Amount.exactly(20)));
        Element circle = drawn.ofClass("lesion").get(0);
        Box room = LiverShape.part(segment).room();
        Box at = new Box(Drawn.number(circle, "cx"), Drawn.number(circle, "cy"), 0, 0);
        assertTrue(at.x() > room.x() && at.x() < room.right() && at.y() > room.y() && at.y() < room.bottom());
        assertEquals(
                LiverShape.part(segment).area(),
                drawn.ofClass("involved").get(0).getAttribute("d"));
        assertEquals(List.of(), drawn.ofClass("beside"));
    }

    @Test
    void a_lesion_whose_segment_nobody_knows_lies_in_a_box_beside_the_liver() {
        Drawn drawn = drawn(spot("1", 0, Amount.exactly(29)));
        Element box = drawn.ofClass("beside").get(0);
        Element circle = drawn.ofClass("lesion").get(0);
        assertTrue(Drawn.number(circle, "cx") > Drawn.number(box, "x"));
        assertTrue(Drawn.number(circle, "cy") > Drawn.number(box, "y"));
        assertTrue(drawn.texts().contains("Segment unknown"));
        assertEquals(List.of(), drawn.ofClass("involved"));
    }

    @Test
    void a_lesion_of_unknown_size_is_no_circle() {
        Drawn drawn = drawn(spot("1", 5, null), spot("2", 5, Amount.exactly(10)));
        assertEquals(1, drawn.ofClass("lesion").size());
        assertEquals(1, drawn.ofClass("unsized").size());
        assertTrue(drawn.texts().contains("?"));
    }

    @Test
    void a_range_of_sizes_is_two_rings_and_an_open_one_is_dashed() {
        Drawn drawn = drawn(spot("1", 8, range(20, 28)));
        assertEquals(2, drawn.ofClass("lesion").size());
        Element outer = drawn.ofClass("range").get(0);
        Element inner = drawn.ofClass("least").get(0);
        assertEquals(28.0 / 20, Drawn.number(outer, "r") / Drawn.number(inner, "r"), 0.001);
        assertEquals(1, drawn(spot("1", 8, range(0, 30))).ofClass("lesion").size());
        Drawn more = drawn(spot("1", 8, atLeast(30)));
        assertEquals("4 3", more.ofClass("range").get(0).getAttribute("stroke-dasharray"));
    }

    @Test
    void fifty_lesions_have_their_place_wherever_they_are() {
        for (int segment = 0; segment <= 8; segment++) {
            int where = segment;
            List<LiverMap.Spot> spots = IntStream.rangeClosed(1, 50)
                    .mapToObj(i -> spot(String.valueOf(i), where, Amount.exactly(60 - i)))
                    .toList();
            Drawn drawn = Drawn.of(map(spots).svg()).assertSound();
            assertEquals(50, drawn.ofClass("lesion").size());
            assertNoCircleOverAnother(drawn);
        }
    }

    @Test
    void more_than_it_can_show_are_counted() {
        List<LiverMap.Spot> spots = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> spot(String.valueOf(i), 1, null))
                .toList();
        assertEquals(40, map(spots).notDrawn());
        assertEquals(
                60, Drawn.of(map(spots).svg()).assertSound().ofClass("unsized").size());
        assertEquals(0, map(List.of()).notDrawn());
    }

    @Test
    void a_liver_without_lesions_and_one_with_a_huge_one_are_drawn() {
        Drawn none = drawn();
        assertEquals(List.of(), none.ofClass("lesion"));
        assertTrue(
                none.texts().containsAll(List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "right", "left")));
        assertFalse(drawn(spot("1", 1, Amount.exactly(300))).ofClass("lesion").isEmpty());
    }

    private static void assertNoCircleOverAnother(Drawn drawn) {
        List<Element> before = new ArrayList<>();
        for (Element circle : drawn.ofClass("lesion")) {
            for (Element other : before) {
                double apart = Math.hypot(
                        Drawn.number(circle, "cx") - Drawn.number(other, "cx"),
                        Drawn.number(circle, "cy") - Drawn.number(other, "cy"));
                assertTrue(apart >= Drawn.number(circle, "r") + Drawn.number(other, "r"));
            }
            before.add(circle);
        }
    }

    private static double largest(List<Element> circles) {
        return circles.stream()
                .mapToDouble(circle -> Drawn.number(circle, "r"))
                .max()
                .orElseThrow();
    }

    private static double smallest(List<Element> circles) {
        return circles.stream()
                .mapToDouble(circle -> Drawn.number(circle, "r"))
                .min()
                .orElseThrow();
    }

    private static Drawn drawn(LiverMap.Spot... spots) {
        return Drawn.of(map(List.of(spots)).svg()).assertSound();
    }
}
