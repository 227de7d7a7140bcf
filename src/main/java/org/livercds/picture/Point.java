package org.livercds.picture;

import java.util.Comparator;
import java.util.List;

/** A value and when it was so. */
public record Point(Days days, Amount amount) {

    static List<Point> inOrder(List<Point> points) {
        return points.stream()
                .sorted(Comparator.comparing((Point point) -> point.days().from())
                        .thenComparing(point -> point.days().to()))
                .toList();
    }
}
