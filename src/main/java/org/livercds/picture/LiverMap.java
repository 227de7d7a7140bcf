package org.livercds.picture;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The liver from the front with its eight segments, and the lesions as circles in them. One scale holds for all circles
 * and stands beside them; the liver itself is a scheme. A lesion whose segment nobody knows stands beside the liver.
 *
 * @param lesions the largest first
 */
public record LiverMap(Words words, List<Spot> lesions) {

    /** Pixels for a millimetre: as large as there is room for. */
    private static final List<Double> SCALES = List.of(
            1.6, 1.4, 1.2, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05, 0.02, 0.01, 0.005);

    /** More are not drawn: the table has them all. */
    private static final int MOST = 60;

    private static final Box BESIDE = new Box(306, 270, 168, 240);
    private static final double PADDING = 6;
    private static final double BAR_Y = 322;

    public LiverMap {
        lesions = List.copyOf(lesions);
    }

    /**
     * The words.
     *
     * @param beside over the lesions of unknown segment
     * @param right the patient's right, which is on the left
     * @param bar of so many millimetres, told in words
     */
    public record Words(
            String title, String description, String beside, String right, String left, Map<Integer, String> bar) {}

    /**
     * A lesion.
     *
     * @param segment from 1 to 8; empty where it is not known
     * @param millimetres empty where the size is not known
     */
    public record Spot(String name, String size, OptionalInt segment, Optional<Amount> millimetres) {}

    /** How many of the smallest there was no room for. */
    public int notDrawn() {
        return Math.max(0, lesions.size() - MOST);
    }

    public String svg() {
        Map<Integer, List<Spot>> bySegment = lesions.stream()
                .limit(MOST)
                .collect(Collectors.groupingBy(spot -> spot.segment().orElse(0), TreeMap::new, Collectors.toList()));
        double scale = scale(bySegment);
        Optional<Spots> beside = Optional.ofNullable(bySegment.remove(0))
                .map(spots -> Spots.of(spots, inner(BESIDE), scale).orElseThrow())
                .map(spots -> spots.atTop(inner(BESIDE).y()));
        double below =
                beside.map(spots -> BESIDE.y() + heightOf(spots) + PADDING).orElse(0.0);
        Svg.Head head = new Svg.Head(
                "liver-map",
                "picture liver-map",
                LiverShape.WIDTH,
                Math.max(LiverShape.HEIGHT, below),
                words.title(),
                words.description());
        return Svg.picture(head, svg -> {
            drawLiver(svg, bySegment.keySet());
            bySegment.forEach(
                    (segment, spots) -> Spots.of(spots, LiverShape.part(segment).room(), scale)
                            .orElseThrow()
                            .draw(svg));
            beside.ifPresent(spots -> drawBeside(svg, spots));
            drawScale(svg, scale);
        });
    }

    private static double heightOf(Spots beside) {
        return heading() + beside.height() + 2 * PADDING;
    }

    /** The largest at which all have their place. */
    private static double scale(Map<Integer, List<Spot>> bySegment) {
        for (double scale : SCALES) {
            boolean fits = bySegment.entrySet().stream().allMatch(entry -> {
                int segment = entry.getKey();
                Box room =
                        segment == 0 ? inner(BESIDE) : LiverShape.part(segment).room();
                return Spots.of(entry.getValue(), room, scale).isPresent();
            });
            if (fits) {
                return scale;
            }
        }
        throw new IllegalStateException("Lesions must have a place at some scale");
    }

    private static Box inner(Box box) {
        return new Box(
                box.x() + PADDING,
                box.y() + heading() + PADDING,
                box.width() - 2 * PADDING,
                box.height() - heading() - 2 * PADDING);
    }

    private static double heading() {
        return Labels.HEIGHT + PADDING;
    }

    private void drawLiver(Svg svg, Set<Integer> involved) {
        svg.begin("clipPath", "id", "liver-map-outline")
                .empty("path", "d", LiverShape.OUTLINE)
                .end();
        svg.empty("path", "class", "liver", "d", LiverShape.OUTLINE, "fill", "#f7e9e1");
        svg.begin("g", "clip-path", "url(#liver-map-outline)");
        involved.stream().filter(segment -> segment > 1).forEach(segment -> tint(svg, segment));
        LiverShape.BORDERS.forEach(border -> drawBorder(svg, border));
        svg.end();
        involved.stream().filter(segment -> segment == 1).forEach(segment -> tint(svg, segment));
        drawBorder(svg, LiverShape.part(1).area()).attributes("stroke-dasharray", "3 3");
        drawBorder(svg, LiverShape.OUTLINE).attributes("stroke-width", 2);
        LiverShape.segments()
                .forEach(segment -> svg.label(LiverShape.part(segment).name()));
        svg.label(new Label(4, 22, Label.Anchor.START, words.right()));
        svg.label(new Label(LiverShape.WIDTH - 4, 22, Label.Anchor.END, words.left()));
    }

    private static Svg drawBorder(Svg svg, String path) {
        return svg.empty("path", "class", "border", "d", path, "fill", "none", "stroke", "#8c6a5a");
    }

    private static void tint(Svg svg, int segment) {
        svg.empty("path", "class", "involved", "d", LiverShape.part(segment).area(), "fill", "#f3d2bd");
    }

    private void drawBeside(Svg svg, Spots spots) {
        double height = heightOf(spots);
        svg.empty(
                        "rect",
                        "class",
                        "beside",
                        "x",
                        BESIDE.x(),
                        "y",
                        BESIDE.y(),
                        "width",
                        BESIDE.width(),
                        "height",
                        height)
                .attributes("fill", "none", "stroke", "currentColor", "stroke-dasharray", "4 4", "rx", 6);
        String heading = Labels.fitted(words.beside(), BESIDE.width() - PADDING);
        svg.label(new Label(BESIDE.middle(), BESIDE.y() + Labels.HEIGHT, Label.Anchor.MIDDLE, heading));
        spots.draw(svg);
    }

    /** A round length that is neither too short to be read nor too long. */
    private void drawScale(Svg svg, double scale) {
        int millimetres = words.bar().keySet().stream()
                .sorted()
                .filter(length -> length * scale >= 24)
                .findFirst()
                .orElseGet(() -> Collections.max(words.bar().keySet()));
        double right = 8 + millimetres * scale;
        String d = "M8 %1$sv8m0 -4H%2$sm0 -4v8".formatted(Svg.number(BAR_Y - 4), Svg.number(right));
        svg.empty("path", "class", "scale", "d", d, "fill", "none", "stroke", "currentColor", "stroke-width", 2);
        svg.label(
                new Label(right + 6, BAR_Y + 4, Label.Anchor.START, words.bar().get(millimetres)));
    }
}
