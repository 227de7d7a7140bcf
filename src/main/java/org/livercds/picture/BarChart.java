package org.livercds.picture;

import java.util.List;

/**
 * Counts as bars from left to right: above each its name, behind it the number. The numbers belong beside it in a table;
 * a name that is too long is cut here, and whole there.
 *
 * @param id of the picture on its page
 * @param title for those who do not see it
 * @param description what the bars are
 */
public record BarChart(String id, String title, String description, List<Bar> bars) {

    private static final double ROW = 38;
    private static final double THICK = 12;
    private static final double LONGEST = Plot.WIDTH - 96;
    private static final double TO_NUMBER = 6;

    /** Told apart without seeing colours: dark, middle, light. */
    private static final List<String> FILLS = List.of("#0b5cad", "#e08a00", "#ffffff");

    public BarChart {
        bars = List.copyOf(bars);
    }

    /**
     * One bar.
     *
     * @param parts counts of what it consists of, one to three
     * @param number all of it, as it is written
     */
    public record Bar(String name, List<Long> parts, String number) {
        public Bar {
            parts = List.copyOf(parts);
            if (parts.size() > FILLS.size() || parts.stream().anyMatch(part -> part < 0)) {
                throw new IllegalArgumentException("A bar has one to three parts, and none is less than nothing");
            }
        }

        private long all() {
            return parts.stream().mapToLong(Long::longValue).sum();
        }
    }

    public String svg() {
        long most = Math.max(1, bars.stream().mapToLong(Bar::all).max().orElse(1));
        Svg.Head head = new Svg.Head(id, "bar-chart", Plot.WIDTH, ROW * bars.size(), title, description);
        return Svg.picture(head, svg -> {
            for (int i = 0; i < bars.size(); i++) {
                draw(svg, bars.get(i), ROW * i, LONGEST / most);
            }
        });
    }

    private static void draw(Svg svg, Bar bar, double top, double scale) {
        svg.label(new Label(0, top + Labels.ABOVE, Label.Anchor.START, Labels.fitted(bar.name(), Plot.WIDTH)));
        double y = top + Labels.HEIGHT + 2;
        double x = 0;
        for (int i = 0; i < bar.parts().size(); i++) {
            double width = bar.parts().get(i) * scale;
            if (width > 0) {
                svg.empty("rect", "class", "part-" + i, "fill", FILLS.get(i), "stroke", "#6b7788")
                        .attributes("x", x, "y", y, "width", width, "height", THICK);
            }
            x += width;
        }
        double room = Plot.WIDTH - LONGEST - TO_NUMBER;
        svg.label(new Label(x + TO_NUMBER, y + THICK - 1, Label.Anchor.START, Labels.fitted(bar.number(), room)));
    }
}
