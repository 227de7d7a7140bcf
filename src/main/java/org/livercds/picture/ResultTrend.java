package org.livercds.picture;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** One laboratory value over time, by powers of ten where it spans more than two of them. */
public record ResultTrend(String id, Words words, List<Point> points) {

    private static final double RIGHT = 464;

    public ResultTrend {
        points = Point.inOrder(points);
    }

    /**
     * The words.
     *
     * @param unit of the values
     * @param none instead of a picture, where no value has a date
     */
    public record Words(
            String title,
            String description,
            String unit,
            String none,
            DateWords dates,
            Function<BigDecimal, String> number) {}

    /** The axis goes by powers of ten. */
    public boolean isLogarithmic() {
        return axis().logarithmic();
    }

    public String svg() {
        double height = points.isEmpty() ? Plot.NOTHING : Plot.HEIGHT;
        Svg.Head head = new Svg.Head(id, "picture trend", Plot.WIDTH, height, words.title(), words.description());
        return Svg.picture(head, this::draw);
    }

    private void draw(Svg svg) {
        if (points.isEmpty()) {
            Plot.drawNothing(svg, words.none());
            return;
        }
        TimeAxis time = TimeAxis.of(points.stream().map(Point::days).toList(), Plot.LEFT + Labels.FONT, RIGHT);
        Plot plot = new Plot(time, axis());
        plot.drawAxes(svg, words.unit(), List.of(), words.dates(), words.number());
        plot.drawCourse(svg, 0, points);
    }

    ValueAxis axis() {
        double smallest = points.stream()
                .mapToDouble(point -> point.amount().known())
                .min()
                .orElse(0);
        double largest = points.stream()
                .mapToDouble(point -> point.amount().known())
                .max()
                .orElse(0);
        return ValueAxis.of(smallest, largest, Plot.TOP, Plot.BOTTOM);
    }
}
