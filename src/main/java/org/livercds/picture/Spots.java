package org.livercds.picture;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.livercds.picture.LiverMap.Spot;

/**
 * Lesions in one room at one scale, each in a box of its own with what is written at it.
 *
 * @param boxes in the order of the lesions
 */
record Spots(List<Spot> lesions, List<Box> boxes, Naming naming, double scale) {

    /** A lesion of unknown size is a mark of this size, which says nothing. */
    private static final double UNSIZED = 18;

    /** Fewer than these are named, unless they are very small. */
    private static final int MANY = 7;

    private static final double SMALL = 0.4;

    /** What is written at a lesion. */
    enum Naming {
        NAME_AND_SIZE,
        NAME,
        NOTHING;

        String of(Spot spot) {
            return switch (this) {
                case NAME_AND_SIZE -> spot.name() + ": " + spot.size();
                case NAME -> spot.name();
                case NOTHING -> "";
            };
        }
    }

    /** With as many words as there is room for; empty where there is none at this scale. */
    static Optional<Spots> of(List<Spot> lesions, Box room, double scale) {
        return Stream.of(Naming.values())
                .filter(naming -> naming != Naming.NOTHING || lesions.size() >= MANY || scale <= SMALL)
                .flatMap(naming -> Packing.in(
                        room,
                        lesions.stream().map(spot -> size(spot, naming, scale)).toList())
                        .map(boxes -> new Spots(lesions, boxes, naming, scale))
                        .stream())
                .findFirst();
    }

    /** The same, with the first row there. */
    Spots atTop(double y) {
        double top = boxes.stream().mapToDouble(Box::y).min().orElse(y);
        List<Box> moved = boxes.stream()
                .map(box -> new Box(box.x(), box.y() - top + y, box.width(), box.height()))
                .toList();
        return new Spots(lesions, moved, naming, scale);
    }

    double height() {
        double top = boxes.stream().mapToDouble(Box::y).min().orElse(0);
        return boxes.stream().mapToDouble(Box::bottom).max().orElse(0) - top;
    }

    private static Packing.Size size(Spot spot, Naming naming, double scale) {
        double across = across(spot, scale);
        String text = naming.of(spot);
        return text.isEmpty()
                ? new Packing.Size(across, across)
                : new Packing.Size(Math.max(across, Labels.width(text)), across + Labels.HEIGHT);
    }

    private static double across(Spot spot, double scale) {
        return spot.millimetres().map(size -> size.known() * scale).orElse(unsized(scale));
    }

    private static double unsized(double scale) {
        return UNSIZED * Math.min(1, scale / SMALL);
    }

    void draw(Svg svg) {
        for (int i = 0; i < lesions.size(); i++) {
            Spot spot = lesions.get(i);
            Box box = boxes.get(i);
            double across = across(spot, scale);
            double y = box.y() + across / 2;
            spot.millimetres()
                    .ifPresentOrElse(size -> circles(svg, box.middle(), y, size), () -> unsized(svg, box.middle(), y));
            String text = naming.of(spot);
            if (!text.isEmpty()) {
                svg.label(new Label(box.middle(), box.bottom() - 4, Label.Anchor.MIDDLE, text));
            }
        }
    }

    /** The outer one is dashed where the size may be less, or more. */
    private void circles(Svg svg, double x, double y, Amount size) {
        circle(svg, size.isExact() ? "lesion" : "lesion range", x, y, size.known())
                .attributes("stroke-dasharray", size.isExact() ? "none" : "4 3");
        if (!size.isExact() && size.high().isPresent() && size.low() > 0) {
            circle(svg, "lesion least", x, y, size.low());
        }
    }

    private Svg circle(Svg svg, String kind, double x, double y, double millimetres) {
        return svg.empty("circle", "class", kind, "cx", x, "cy", y, "r", millimetres * scale / 2)
                .attributes("fill", "#d55e00", "fill-opacity", 0.35, "stroke", "#a04000", "stroke-width", 1.5);
    }

    private void unsized(Svg svg, double x, double y) {
        double half = unsized(scale) / 2;
        String d = "M%1$s %2$sl%3$s %3$sl-%3$s %3$sl-%3$s -%3$sZ"
                .formatted(Svg.number(x), Svg.number(y - half), Svg.number(half));
        svg.empty("path", "class", "unsized", "d", d, "fill", "none", "stroke", "#a04000", "stroke-width", 1.5)
                .attributes("stroke-dasharray", "2 2");
        if (half >= Labels.HEIGHT / 2) {
            svg.label(new Label(x, y + 4, Label.Anchor.MIDDLE, "?"));
        }
    }
}
