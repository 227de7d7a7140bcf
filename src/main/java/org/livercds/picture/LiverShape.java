package org.livercds.picture;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A liver seen from the front, with the segments as they are usually drawn: no patient's liver. The patient's right is on
 * the left.
 */
final class LiverShape {

    static final double WIDTH = 480;
    static final double HEIGHT = 336;

    static final String OUTLINE =
            "M27 181C16 102 67 35 144 26C200 18 240 32 278 46C328 35 392 37 445 58C470 69 467 94 448 114"
                    + "C420 168 392 232 322 248C290 256 268 252 243 260C211 280 165 294 120 298C72 299 35 270 32 227Z";

    /** The inner borders; what lies outside the outline is cut off. */
    static final List<String> BORDERS = List.of(
            "M122 0C114 100 116 220 126 336",
            "M222 0C216 100 220 200 232 336",
            "M306 0C304 90 304 160 308 336",
            "M0 168C80 160 160 160 220 160",
            "M305 126C360 124 420 110 480 96");

    /** It lies behind the others. */
    static final Box CAUDATE = new Box(228, 56, 68, 54);

    /**
     * A segment.
     *
     * @param room where its lesions are drawn; no room overlaps another, and each lies in its segment
     * @param area that is tinted where it has lesions, cut off at the outline
     * @param name where its number stands, in no room
     */
    record Part(String roman, Box room, String area, Label name) {}

    private static final List<Part> PARTS = List.of(
            part("I", new Box(232, 68, 60, 40), ellipse(CAUDATE), 262, 64),
            part("II", new Box(312, 66, 94, 50), "M306 0C305 40 305 90 305 126C360 124 420 110 480 96V0Z", 358, 62),
            part(
                    "III",
                    new Box(312, 144, 72, 60),
                    "M305 126C360 124 420 110 480 96V336H308C304 240 304 180 305 126Z",
                    344,
                    140),
            part("IV", new Box(226, 130, 76, 92), "M222 0C216 100 220 200 232 336H308C304 160 304 90 306 0Z", 262, 126),
            part(
                    "V",
                    new Box(124, 180, 92, 84),
                    "M118 163C160 160 200 160 220 160C222 220 224 280 232 336H126C116 250 116 220 118 163Z",
                    170,
                    176),
            part("VI", new Box(44, 188, 70, 68), "M0 168C80 160 100 161 118 163C116 220 118 280 126 336H0Z", 78, 184),
            part("VII", new Box(46, 94, 68, 62), "M122 0C116 70 116 110 118 163C80 160 40 162 0 168V0Z", 88, 90),
            part(
                    "VIII",
                    new Box(124, 58, 90, 96),
                    "M122 0C116 70 116 110 118 163C160 160 200 160 220 160C218 110 218 60 222 0Z",
                    168,
                    54));

    private LiverShape() {}

    /** @param segment from 1 */
    static Part part(int segment) {
        return PARTS.get(segment - 1);
    }

    static IntStream segments() {
        return IntStream.rangeClosed(1, PARTS.size());
    }

    private static Part part(String roman, Box room, String area, double x, double y) {
        return new Part(roman, room, area, new Label(x, y, Label.Anchor.MIDDLE, roman));
    }

    private static String ellipse(Box box) {
        String radii = Svg.number(box.width() / 2) + " " + Svg.number(box.height() / 2);
        return "M" + Svg.number(box.x()) + " " + Svg.number(box.y() + box.height() / 2) + "a" + radii + " 0 1 0 "
                + Svg.number(box.width()) + " 0a" + radii + " 0 1 0 " + Svg.number(-box.width()) + " 0Z";
    }
}
