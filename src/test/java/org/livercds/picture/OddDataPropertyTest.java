package org.livercds.picture;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.livercds.picture.LiverMap.Spot;

/** Whatever a chart holds, a picture is drawn: no number that is none, nothing outside, no text over another. */
class OddDataPropertyTest {

    @Provide
    Arbitrary<Amount> amounts() {
        Arbitrary<Double> values = Arbitraries.oneOf(
                Arbitraries.doubles().between(0, 300),
                Arbitraries.of(0.0, 10.0, 29.9, 30.0, 30.1, 300.0, 1e-9, 1e6, 1e60));
        return Combinators.combine(values, values, Arbitraries.integers().between(0, 3))
                .as((one, other, kind) -> switch (kind) {
                    case 0 -> new Amount(Math.min(one, other), OptionalDouble.of(Math.max(one, other)));
                    case 1 -> new Amount(one, OptionalDouble.empty());
                    default -> Amount.exactly(one);
                });
    }

    @Provide
    Arbitrary<Days> days() {
        Arbitrary<LocalDate> days = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 1500).map(LocalDate.of(2023, 1, 1)::plusDays),
                Arbitraries.of("0001-01-01", "1899-12-31", "2024-02-29", "2026-11-05", "9999-12-31")
                        .map(LocalDate::parse));
        return Combinators.combine(days, Arbitraries.of(0, 0, 0, 30, 365)).as((from, more) -> {
            LocalDate to = from.getYear() == 9999 ? from : from.plusDays(more);
            return new Days(from, to);
        });
    }

    @Provide
    Arbitrary<Point> points() {
        return Combinators.combine(days(), amounts()).as(Point::new);
    }

    @Provide
    Arbitrary<Spot> spots() {
        Arbitrary<Amount> sizes =
                amounts().filter(amount -> amount.known() <= 300).injectNull(0.2);
        return Combinators.combine(Arbitraries.integers().between(0, 8), sizes)
                .as((segment, size) -> Some.spot("7", segment, size));
    }

    @Property(tries = 150)
    void sizes(@ForAll @Size(max = 50) List<@Size(max = 6) List<@From("points") Point>> lesions) {
        List<SizeTrend.Lesion> named = IntStream.range(0, lesions.size())
                .mapToObj(i -> new SizeTrend.Lesion((i + 1) + ": 2.9 cm", lesions.get(i)))
                .toList();
        Drawn.of(Some.sizes(named).svg()).assertSound();
    }

    @Property(tries = 150)
    void results(@ForAll @Size(max = 50) List<@From("points") Point> points) {
        Drawn.of(Some.results(points).svg()).assertSound();
    }

    @Property(tries = 150)
    void treatments(@ForAll @Size(max = 12) List<@Size(max = 6) List<@From("days") Days>> rows) {
        List<Timeline.Row> named = IntStream.range(0, rows.size())
                .mapToObj(i -> new Timeline.Row("treatment " + i, rows.get(i), i % 3))
                .toList();
        Drawn.of(Some.timeline(named).svg()).assertSound();
    }

    @Property(tries = 150)
    void lesions(@ForAll @Size(max = 70) List<@From("spots") Spot> spots) {
        Drawn.of(Some.map(spots).svg()).assertSound();
    }
}
