package org.livercds.picture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Values over time: the axes, and where a point lies between them. */
record Plot(TimeAxis time, ValueAxis value) {

    static final double WIDTH = 480;
    static final double HEIGHT = 270;
    /** As high as a line that says that there is nothing. */
    static final double NOTHING = 32;

    static final double LEFT = 60;
    static final double TOP = 24;
    static final double BOTTOM = HEIGHT - 28;

    private static final double TO_AXIS = 6;
    private static final double TO_BASE = 4;
    /** From the axis to the dates below it. */
    private static final double TO_DATES = 8;

    /** So far a date at the end of the axis may reach. */
    private static final double BEYOND = 8;

    private static final MathContext ROUND = new MathContext(6);

    /** A label of the axis that stands whatever else has to give way. */
    record Limit(double at, String text) {}

    void drawAxes(Svg svg, String unit, List<Limit> limits, DateWords dates, Function<BigDecimal, String> number) {
        List<Label> labels = new ArrayList<>();
        List<Double> middles =
                Labels.spread(limits.stream().map(limit -> value.y(limit.at())).toList(), 0, BOTTOM + TO_DATES);
        for (int i = 0; i < limits.size(); i++) {
            addBeside(middles.get(i), limits.get(i).text(), labels);
        }
        svg.label(new Label(0, Labels.ABOVE, Label.Anchor.START, unit));
        for (double tick : value.ticks()) {
            drawGridLine(svg, value.y(tick));
            addBeside(
                    value.y(tick),
                    number.apply(new BigDecimal(tick).round(ROUND).stripTrailingZeros()),
                    labels);
        }
        for (Limit limit : limits) {
            double y = value.y(limit.at());
            svg.line(LEFT, y, time.right(), y, "class", "limit", "stroke-width", 1.5, "stroke-dasharray", "6 3");
        }
        Labels.apart(labels).forEach(svg::label);
        drawTime(svg, time, BOTTOM, dates);
    }

    static void drawTime(Svg svg, TimeAxis time, double y, DateWords dates) {
        svg.line(time.left(), y, time.right(), y, "class", "axis");
        List<Label> labels = new ArrayList<>();
        for (TimeAxis.Tick tick : time.ticks(dates)) {
            svg.line(tick.x(), y, tick.x(), y + TO_BASE, "class", "axis");
            double half = Labels.width(tick.text()) / 2;
            double x = Math.min(Math.max(tick.x(), half), time.right() + BEYOND - half);
            labels.add(new Label(x, y + TO_DATES + Labels.ABOVE, Label.Anchor.MIDDLE, tick.text()));
        }
        Labels.apart(labels).forEach(svg::label);
    }

    private void drawGridLine(Svg svg, double y) {
        svg.line(LEFT, y, time.right(), y, "class", "grid", "stroke-opacity", 0.2);
    }

    /** A number that is too long to stand there is left out rather than cut. */
    private static void addBeside(double middle, String text, List<Label> labels) {
        if (Labels.width(text) <= LEFT - TO_AXIS) {
            labels.add(new Label(LEFT - TO_AXIS, middle + TO_BASE, Label.Anchor.END, text));
        }
    }

    /** Instead of a picture. */
    static void drawNothing(Svg svg, String none) {
        svg.label(new Label(4, NOTHING / 2, Label.Anchor.START, none));
    }

    /** The values of one thing, in their order. */
    void drawCourse(Svg svg, int line, List<Point> points) {
        Marks.begin(svg, line);
        drawLine(svg, line, points);
        points.forEach(point -> drawPoint(svg, line, point.days(), point.amount()));
        svg.end();
    }

    /** Where it lies: a mark for a day, a bar for days, and up and down as far as the value may be. */
    private void drawPoint(Svg svg, int line, Days days, Amount amount) {
        double from = time.x(days.from());
        double to = time.x(days.to());
        double y = value.y(amount.known());
        double middle = (from + to) / 2;
        if (!days.isOne()) {
            svg.line(from, y, to, y, "class", "days", "stroke-width", 5, "stroke-opacity", 0.5);
        }
        if (amount.isExact()) {
            if (days.isOne()) {
                Marks.mark(svg, line, from, y);
            }
        } else if (amount.high().isEmpty()) {
            Marks.bound(svg, middle, y, true);
        } else if (amount.low() == 0) {
            Marks.bound(svg, middle, y, false);
        } else {
            drawRange(svg, middle, value.y(amount.low()), y);
        }
    }

    private static void drawRange(Svg svg, double x, double bottom, double top) {
        String d = "M%1$s %2$sV%3$sm-4 0h8m-8 %4$sh8"
                .formatted(Svg.number(x), Svg.number(bottom), Svg.number(top), Svg.number(bottom - top));
        svg.empty("path", "class", "range", "d", d, "fill", "none", "stroke", "currentColor", "stroke-width", 2);
    }

    /** From one exact value to the next; what is not exact is no end of a line. */
    private void drawLine(Svg svg, int line, List<Point> points) {
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            if (from.amount().isExact() && to.amount().isExact()) {
                double x1 = time.x(from.days().to());
                double x2 = Math.max(x1, time.x(to.days().from()));
                double y1 = value.y(from.amount().low());
                double y2 = value.y(to.amount().low());
                svg.line(x1, y1, x2, y2, "stroke-width", 2, "stroke-dasharray", Marks.dashes(line));
            }
        }
    }
}
