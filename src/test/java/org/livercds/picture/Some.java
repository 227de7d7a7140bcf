package org.livercds.picture;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Pictures with plain words, for tests. */
final class Some {

    static final DateWords DATES =
            new DateWords(LocalDate::toString, day -> day.toString().substring(0, 7));
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private Some() {}

    static LiverMap map(List<LiverMap.Spot> lesions) {
        Map<Integer, String> bar = Map.of(10, "1 cm", 30, "3 cm", 100, "10 cm");
        return new LiverMap(new LiverMap.Words("Map", "Lesions", "Segment unknown", "right", "left", bar), lesions);
    }

    static LiverMap.Spot spot(String name, int segment, Amount size) {
        return new LiverMap.Spot(
                name,
                "2.9 cm",
                segment == 0 ? OptionalInt.empty() : OptionalInt.of(segment),
                Optional.ofNullable(size));
    }

    static SizeTrend sizes(List<SizeTrend.Lesion> lesions) {
        return new SizeTrend(
                new SizeTrend.Words(
                        "Sizes", "Lesions", "cm", "1 cm", "3 cm", "Nothing.", DATES, BigDecimal::toPlainString),
                lesions);
    }

    static ResultTrend results(List<Point> points) {
        return new ResultTrend(
                "afp",
                new ResultTrend.Words("AFP", "Values", "ng/mL", "Nothing.", DATES, BigDecimal::toPlainString),
                points);
    }

    static Timeline timeline(List<Timeline.Row> rows) {
        return new Timeline(
                new Timeline.Words("Treatments", "Treatments", "without a date", "None.", DATES), TODAY, rows);
    }

    static Point point(String day, double value) {
        return point(day, day, Amount.exactly(value));
    }

    static Point point(String from, String to, Amount amount) {
        return new Point(days(from, to), amount);
    }

    static Days days(String from, String to) {
        return new Days(LocalDate.parse(from), LocalDate.parse(to));
    }

    static Amount range(double low, double high) {
        return new Amount(low, OptionalDouble.of(high));
    }

    static Amount atLeast(double low) {
        return new Amount(low, OptionalDouble.empty());
    }
}
