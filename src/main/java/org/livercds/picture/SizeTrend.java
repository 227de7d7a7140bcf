package org.livercds.picture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.livercds.clinical.criteria.EachLesionSmallerThan;

/**
 * The size of each lesion over time, with lines at 1 cm and at 3 cm.
 *
 * @param lesions those that matter most first: where there is no room for all names, theirs are written
 */
public record SizeTrend(Words words, List<Lesion> lesions) {

    private static final BigDecimal MILLIMETRES = BigDecimal.TEN;
    private static final double ONE_CENTIMETRE =
            EachLesionSmallerThan.ONE_CENTIMETRE.limit().doubleValue();
    private static final double THREE_CENTIMETRES =
            EachLesionSmallerThan.THREE_CENTIMETRES.limit().doubleValue();
    private static final double RIGHT = 392;
    private static final double TO_NAMES = 14;

    public SizeTrend {
        lesions = List.copyOf(lesions);
    }

    /**
     * The words.
     *
     * @param unit of the axis, which is in centimetres
     * @param one at the line of 1 cm
     * @param three at the line of 3 cm
     * @param none instead of a picture, where no size has a date
     */
    public record Words(
            String title,
            String description,
            String unit,
            String one,
            String three,
            String none,
            DateWords dates,
            Function<BigDecimal, String> number) {}

    /** @param points in millimetres */
    public record Lesion(String name, List<Point> points) {
        public Lesion {
            points = Point.inOrder(points);
        }
    }

    public String svg() {
        boolean empty = lesions.stream().allMatch(lesion -> lesion.points().isEmpty());
        double height = empty ? Plot.NOTHING : Plot.HEIGHT;
        Svg.Head head =
                new Svg.Head("size-trend", "picture trend", Plot.WIDTH, height, words.title(), words.description());
        return Svg.picture(head, this::draw);
    }

    private void draw(Svg svg) {
        List<Point> all =
                lesions.stream().flatMap(lesion -> lesion.points().stream()).toList();
        if (all.isEmpty()) {
            Plot.drawNothing(svg, words.none());
            return;
        }
        TimeAxis time = TimeAxis.of(all.stream().map(Point::days).toList(), Plot.LEFT + TO_NAMES, RIGHT);
        Plot plot = new Plot(time, axis(all));
        List<Plot.Limit> limits =
                List.of(new Plot.Limit(ONE_CENTIMETRE, words.one()), new Plot.Limit(THREE_CENTIMETRES, words.three()));
        plot.drawAxes(svg, words.unit(), limits, words.dates(), this::centimetres);
        for (int i = 0; i < lesions.size(); i++) {
            plot.drawCourse(svg, i, lesions.get(i).points());
        }
        drawNames(svg, plot);
    }

    /** 3 cm always lies well inside it. */
    static ValueAxis axis(List<Point> millimetres) {
        double largest = millimetres.stream()
                .mapToDouble(point -> point.amount().known())
                .max()
                .orElse(0);
        return ValueAxis.linear(Math.max(largest, THREE_CENTIMETRES), Plot.TOP, Plot.BOTTOM);
    }

    private String centimetres(BigDecimal millimetres) {
        return words.number().apply(millimetres.divide(MILLIMETRES).stripTrailingZeros());
    }

    /** Each beside its last point, as far as the others allow. */
    private void drawNames(Svg svg, Plot plot) {
        List<Integer> named = IntStream.range(0, lesions.size())
                .boxed()
                .filter(i -> !lesions.get(i).points().isEmpty())
                .limit(Labels.fitting(0, Plot.HEIGHT))
                .toList();
        List<Double> ends = new ArrayList<>();
        named.forEach(i -> ends.add(plot.value().y(last(i).amount().known())));
        List<Double> middles = Labels.spread(ends, 0, Plot.HEIGHT);
        for (int at = 0; at < named.size(); at++) {
            double x = RIGHT + TO_NAMES;
            double end = plot.time().x(last(named.get(at)).days().to());
            svg.line(end + 6, ends.get(at), x - 2, middles.get(at), "class", "leader", "stroke-opacity", 0.4);
            String name = Labels.fitted(lesions.get(named.get(at)).name(), Plot.WIDTH - x);
            svg.label(new Label(x, middles.get(at) + 4, Label.Anchor.START, name));
        }
    }

    private Point last(int lesion) {
        return lesions.get(lesion).points().stream()
                .max(Comparator.comparing(point -> point.days().to()))
                .orElseThrow();
    }
}
