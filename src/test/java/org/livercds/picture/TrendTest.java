package org.livercds.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.picture.Some.atLeast;
import static org.livercds.picture.Some.point;
import static org.livercds.picture.Some.range;
import static org.livercds.picture.Some.results;
import static org.livercds.picture.Some.sizes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class TrendTest {

    private static final String DAY = "2026-11-05";

    /** y grows downwards. */
    @ParameterizedTest
    @CsvSource({"30, 0", "29.9, 1", "30.1, -1", "10, 1", "150, -1"})
    void the_line_of_3_cm_lies_where_30_mm_lies(double millimetres, int below) {
        Drawn drawn = lesion(point(DAY, millimetres));
        double line = y(drawn.ofClass("limit").get(1));
        assertEquals(below, Math.signum(y(drawn.ofClass("mark").get(0)) - line));
    }

    @Test
    void the_line_of_1_cm_lies_where_10_mm_lies_and_distances_are_to_scale() {
        Drawn drawn = lesion(point(DAY, 10), point("2026-11-06", 20), point("2026-11-07", 0));
        List<Element> marks = drawn.ofClass("mark");
        assertEquals(y(drawn.ofClass("limit").get(0)), y(marks.get(0)));
        double ten = y(marks.get(2)) - y(marks.get(0));
        assertEquals(ten, y(marks.get(0)) - y(marks.get(1)), 0.02);
        assertEquals(
                2 * ten,
                y(drawn.ofClass("limit").get(0)) - y(drawn.ofClass("limit").get(1)),
                0.02);
        assertTrue(drawn.texts().containsAll(List.of("1 cm", "3 cm", "cm")));
    }

    @Test
    void time_is_to_scale_and_one_day_stands_in_the_middle() {
        List<Element> marks = lesion(point("2026-01-01", 9), point("2026-01-11", 9), point("2026-01-31", 9))
                .ofClass("mark");
        assertEquals(2 * (x(marks.get(1)) - x(marks.get(0))), x(marks.get(2)) - x(marks.get(1)), 0.02);
        TimeAxis axis = TimeAxis.of(List.of(Some.days(DAY, DAY)), 100, 300);
        assertEquals(200, axis.x(axis.from()));
    }

    @Test
    void a_day_that_is_not_told_exactly_is_a_bar_and_no_mark() {
        Drawn drawn = lesion(point("2026-01-01", "2026-12-31", Amount.exactly(20)), point("2027-03-01", 25));
        assertEquals(1, drawn.ofClass("days").size());
        assertEquals(1, drawn.ofClass("mark").size());
    }

    @Test
    void a_size_that_is_not_told_exactly_is_a_range_or_a_bound_and_no_mark() {
        assertEquals(1, lesion(point(DAY, DAY, range(20, 28))).ofClass("range").size());
        assertEquals(1, lesion(point(DAY, DAY, atLeast(30))).ofClass("bound").size());
        Drawn below = lesion(point(DAY, DAY, range(0, 30)));
        assertEquals(1, below.ofClass("bound").size());
        assertEquals(List.of(), below.ofClass("mark"));
    }

    @Test
    void lesions_differ_in_shape_or_dashes_or_both_and_in_colour_too() {
        Set<String> looks = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            int line = i;
            Drawn drawn = Drawn.of(Svg.picture(new Svg.Head("x", "x", 9, 9, "x", "x"), svg -> {
                Marks.mark(svg, line, 1, 1);
                svg.line(0, 0, 1, 1, "stroke-dasharray", Marks.dashes(line));
            }));
            Element mark = drawn.ofClass("mark").get(0);
            looks.add(mark.getAttribute("d") + drawn.all("path").get(1).getAttribute("stroke-dasharray"));
        }
        assertEquals(40, looks.size(), "as many as shapes and dashes allow");
        assertNotEquals(Marks.dashes(0), Marks.dashes(1));
    }

    @Test
    void names_of_lesions_of_one_size_stand_below_each_other_and_those_without_room_are_left_out() {
        List<SizeTrend.Lesion> lesions = IntStream.rangeClosed(1, 50)
                .mapToObj(i -> new SizeTrend.Lesion(i + ": 2.9 cm", List.of(point(DAY, 29))))
                .toList();
        Drawn drawn = Drawn.of(sizes(lesions).svg()).assertSound();
        assertTrue(drawn.texts().contains("1: 2.9 cm"));
        assertFalse(drawn.texts().contains("50: 2.9 cm"));
        assertEquals(50, drawn.ofClass("mark").size());
    }

    /** A size of metres is a mistake of the chart; beside it 1 cm and 3 cm lie on the axis. */
    @Test
    void the_limits_stand_above_the_dates_however_low_they_lie() {
        Drawn drawn = lesion(point("2023-01-01", 1_000_000), point("2023-01-02", 1_000_000));
        drawn.assertSound();
        assertTrue(drawn.texts().containsAll(List.of("1 cm", "3 cm", "2023-01-01", "2023-01-02")));
    }

    @Test
    void nothing_is_said_to_be_nothing() {
        assertEquals(
                List.of("Nothing."),
                Drawn.of(sizes(List.of()).svg()).assertSound().texts());
        SizeTrend.Lesion unplaced = new SizeTrend.Lesion("1", List.of());
        assertEquals(
                List.of("Nothing."),
                Drawn.of(sizes(List.of(unplaced)).svg()).assertSound().texts());
        assertEquals(
                List.of("Nothing."),
                Drawn.of(results(List.of()).svg()).assertSound().texts());
        assertFalse(results(List.of()).isLogarithmic());
    }

    @ParameterizedTest
    @CsvSource({"1, 100, false", "1, 100.1, true", "0, 1000, false", "5, 5, false", "8, 860, true"})
    void powers_of_ten_are_drawn_where_values_span_more_than_two_of_them(double low, double high, boolean powers) {
        ResultTrend trend = results(List.of(point("2026-01-01", low), point(DAY, high)));
        assertEquals(powers, trend.isLogarithmic());
        Drawn.of(trend.svg()).assertSound();
    }

    @Test
    void ten_times_as_much_is_one_step_of_a_logarithmic_axis() {
        ValueAxis axis = ValueAxis.of(3, 860, 24, 242);
        assertEquals(List.of(1.0, 10.0, 100.0, 1000.0), axis.ticks());
        assertEquals(axis.y(10) - axis.y(100), axis.y(100) - axis.y(1000), 0.0001);
        assertEquals(24, axis.y(1000), 0.0001);
    }

    @Test
    void a_result_with_a_comparator_is_a_bound_at_its_value() {
        Drawn drawn = Drawn.of(results(List.of(
                                point("2026-01-01", "2026-01-01", range(0, 5)),
                                point(DAY, DAY, atLeast(1000)),
                                point("2026-05-01", 70)))
                        .svg())
                .assertSound();
        assertEquals(2, drawn.ofClass("bound").size());
        assertEquals(1, drawn.ofClass("mark").size());
    }

    private static Drawn lesion(Point... points) {
        return Drawn.of(sizes(List.of(new SizeTrend.Lesion("1: x", List.of(points))))
                        .svg())
                .assertSound();
    }

    /** Of a mark, where it was moved to; of a line, where it begins. */
    private static double y(Element element) {
        return Double.parseDouble(place(element)[1]);
    }

    private static double x(Element element) {
        return Double.parseDouble(place(element)[0]);
    }

    private static String[] place(Element element) {
        String moved = element.getAttribute("transform");
        String text = moved.isEmpty() ? element.getAttribute("d") : moved;
        return text.replaceAll("^(translate\\(|M)", "").split("[ L)]");
    }
}
