package org.livercds.picture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Treatments on one axis of time, a row for each kind. What has no date is listed below and stands nowhere on the axis.
 *
 * @param today the end of the axis
 */
public record Timeline(Words words, LocalDate today, List<Row> rows) {

    private static final double ROW = 26;
    private static final double TOP = 8;
    private static final double LEFT = 156;
    private static final double RIGHT = 466;

    public Timeline {
        rows = List.copyOf(rows);
    }

    /**
     * The words.
     *
     * @param undated over the list of those without a date
     * @param none instead of a picture, where there is no treatment
     */
    public record Words(String title, String description, String undated, String none, DateWords dates) {}

    /**
     * Treatments of one kind.
     *
     * @param dated a day for what was done on it, days for what went on, or for a day that is not told exactly
     * @param undated how many have no date
     */
    public record Row(String name, List<Days> dated, int undated) {
        public Row {
            dated = List.copyOf(dated);
        }
    }

    public String svg() {
        List<Row> dated = rows.stream().filter(row -> !row.dated().isEmpty()).toList();
        List<String> lines = lines();
        double axis = TOP + ROW * dated.size();
        double below = dated.isEmpty() ? TOP : axis + Labels.HEIGHT * 2;
        double height = below + Labels.HEIGHT * lines.size() + TOP;
        Svg.Head head =
                new Svg.Head("timeline", "picture timeline", Plot.WIDTH, height, words.title(), words.description());
        return Svg.picture(head, svg -> {
            if (!dated.isEmpty()) {
                drawRows(svg, dated, axis);
            }
            for (int i = 0; i < lines.size(); i++) {
                double y = below + Labels.HEIGHT * i + Labels.ABOVE;
                svg.label(new Label(4, y, Label.Anchor.START, Labels.fitted(lines.get(i), Plot.WIDTH - 8)));
            }
        });
    }

    private List<String> lines() {
        if (rows.isEmpty()) {
            return List.of(words.none());
        }
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            if (row.undated() > 0) {
                String times = row.undated() > 1 ? row.undated() + " × " : "";
                lines.add(times + row.name() + ": " + words.undated());
            }
        }
        return lines;
    }

    private void drawRows(Svg svg, List<Row> dated, double axis) {
        List<Days> all = Stream.concat(
                        dated.stream().flatMap(row -> row.dated().stream()), Stream.of(new Days(today, today)))
                .toList();
        TimeAxis time = TimeAxis.of(all, LEFT, RIGHT);
        for (int i = 0; i < dated.size(); i++) {
            int line = i;
            double y = TOP + ROW * i + ROW / 2;
            svg.line(LEFT, y, RIGHT, y, "class", "grid", "stroke-opacity", 0.2);
            String name = Labels.fitted(dated.get(i).name(), LEFT - 16);
            svg.label(new Label(LEFT - 12, y + 4, Label.Anchor.END, name));
            Marks.begin(svg, line);
            dated.get(i).dated().forEach(days -> draw(svg, time, line, days, y));
            svg.end();
        }
        Plot.drawTime(svg, time, axis, words.dates());
    }

    private static void draw(Svg svg, TimeAxis time, int line, Days days, double y) {
        if (days.isOne()) {
            Marks.mark(svg, line, time.x(days.from()), y);
        } else {
            double x = time.x(days.from());
            svg.empty("rect", "class", "days", "x", x, "y", y - 5, "width", Math.max(2, time.x(days.to()) - x))
                    .attributes(
                            "height",
                            10,
                            "rx",
                            3,
                            "fill",
                            "currentColor",
                            "fill-opacity",
                            0.45,
                            "stroke",
                            "currentColor");
        }
    }
}
