package org.livercds.picture;

import java.util.List;
import java.util.function.LongFunction;

/**
 * The cards of each week as a bar: accepted below, overridden in the middle, not answered on top. The numbers belong
 * beside it in a table; the picture alone tells only how they go.
 *
 * @param title for those who do not see it
 * @param counted so many cards, in words
 */
public record WeeklyCards(String title, LongFunction<String> counted, List<Week> weeks) {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 120;
    private static final int TOP = 16;
    private static final int FLOOR = HEIGHT - 20;

    public WeeklyCards {
        weeks = List.copyOf(weeks);
    }

    /** @param monday its first day, as in 2026-11-16 */
    public record Week(String monday, long accepted, long overridden, long unanswered) {

        private long all() {
            return accepted + overridden + unanswered;
        }
    }

    public String svg() {
        return Svg.picture(new Svg.Head("", "weekly-cards", WIDTH, HEIGHT, title, ""), this::draw);
    }

    private void draw(Svg svg) {
        long most = Math.max(1, weeks.stream().mapToLong(Week::all).max().orElse(1));
        double step = (double) WIDTH / Math.max(1, weeks.size());
        for (int i = 0; i < weeks.size(); i++) {
            bar(svg, weeks.get(i), i * step + step * 0.15, step * 0.7, (double) (FLOOR - TOP) / most);
        }
        svg.empty("path", "d", "M0 " + FLOOR + "H" + WIDTH, "stroke", "#6b7788", "class", "axis");
        label(svg, 0, TOP - 4, "start", counted.apply(most));
        if (!weeks.isEmpty()) {
            label(svg, 0, HEIGHT - 4, "start", weeks.get(0).monday());
        }
        if (weeks.size() > 1) {
            label(svg, WIDTH, HEIGHT - 4, "end", weeks.get(weeks.size() - 1).monday());
        }
    }

    private static void bar(Svg svg, Week week, double x, double width, double scale) {
        double y = part(svg, x, FLOOR, width, week.accepted() * scale, "accepted", "#0b5cad");
        y = part(svg, x, y, width, week.overridden() * scale, "overridden", "#e08a00");
        part(svg, x, y, width, week.unanswered() * scale, "unanswered", "#ffffff");
    }

    /** @return where the next part stands */
    private static double part(
            Svg svg, double x, double floor, double width, double height, String kind, String colour) {
        if (height > 0) {
            svg.empty("rect", "class", kind, "fill", colour, "stroke", "#6b7788")
                    .attributes("x", x, "y", floor - height, "width", width, "height", height);
        }
        return floor - height;
    }

    private static void label(Svg svg, int x, int y, String anchor, String text) {
        svg.element("text", text, "x", x, "y", y, "text-anchor", anchor, "font-size", 12);
    }
}
