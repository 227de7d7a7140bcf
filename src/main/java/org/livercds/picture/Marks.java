package org.livercds.picture;

import java.util.List;

/** What tells one line of a picture from the others: shape, dashes, and colour last. */
final class Marks {

    private static final double SIZE = 5;

    /** Around 0, five units to each side. */
    private static final List<String> SHAPES = List.of(
            "M-5 0A5 5 0 1 0 5 0A5 5 0 1 0 -5 0Z",
            "M-4.5 -4.5H4.5V4.5H-4.5Z",
            "M0 -5.5L5.5 4.5H-5.5Z",
            "M0 -6L6 0L0 6L-6 0Z",
            "M0 5.5L5.5 -4.5H-5.5Z",
            "M-5 -1.5H-1.5V-5H1.5V-1.5H5V1.5H1.5V5H-1.5V1.5H-5Z",
            "M-5 -5L0 -2L5 -5L2 0L5 5L0 2L-5 5L-2 0Z",
            "M-5 -3H5V3H-5Z");

    private static final List<String> DASHES = List.of("none", "8 4", "2 4", "10 3 2 3", "14 5");

    /** Of Okabe and Ito, which people with any kind of colour vision tell apart. */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000");

    private Marks() {}

    /** Everything of one line is drawn inside it. */
    static Svg begin(Svg svg, int line) {
        int colour = line % COLOURS.size();
        return svg.begin("g", "class", "line c" + colour, "color", COLOURS.get(colour));
    }

    static String dashes(int line) {
        return DASHES.get(line % DASHES.size());
    }

    static void mark(Svg svg, int line, double x, double y) {
        svg.empty("path", "class", "mark", "d", SHAPES.get(line % SHAPES.size()), "fill", "currentColor")
                .attributes("transform", "translate(" + Svg.number(x) + " " + Svg.number(y) + ")");
    }

    /** A value of which only a bound is known: a triangle that points to where it lies. */
    static void bound(Svg svg, double x, double y, boolean above) {
        double tip = above ? -2 * SIZE : 2 * SIZE;
        String d = "M%s %sl5 %sl-10 0Z".formatted(Svg.number(x), Svg.number(y + tip), Svg.number(-tip));
        svg.empty("path", "class", "bound", "d", d, "fill", "none", "stroke", "currentColor", "stroke-width", 1.5);
    }
}
