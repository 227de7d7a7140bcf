package org.livercds.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Where texts stand so that none covers another. No font is measured: each letter is taken to be wide. */
final class Labels {

    static final double FONT = 13;
    /** Of a line, with a little air. */
    static final double HEIGHT = 16;
    /** From the top of a line to its base. */
    static final double ABOVE = 12;

    private static final double LETTER = 0.58 * FONT;

    private Labels() {}

    static double width(String text) {
        return text.codePointCount(0, text.length()) * LETTER;
    }

    /** How many lines there is room for. */
    static int fitting(double from, double to) {
        return (int) Math.max(0, Math.floor((to - from) / HEIGHT));
    }

    /** The text, or as much of it as has room, with a sign that there is more. */
    static String fitted(String text, double room) {
        int letters = (int) Math.max(1, Math.floor(room / LETTER));
        return text.codePointCount(0, text.length()) <= letters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, letters - 1)) + "…";
    }

    /**
     * Middles of lines, each as near to where it is wanted as the others allow.
     *
     * @param wanted no more than are fitting
     * @return in the order of the wanted ones
     */
    static List<Double> spread(List<Double> wanted, double from, double to) {
        List<Integer> byPlace = IntStream.range(0, wanted.size())
                .boxed()
                .sorted(Comparator.comparing(wanted::get))
                .toList();
        Double[] placed = new Double[wanted.size()];
        double least = from + HEIGHT / 2;
        for (int i : byPlace) {
            placed[i] = Math.max(wanted.get(i), least);
            least = placed[i] + HEIGHT;
        }
        double most = to - HEIGHT / 2;
        for (int at = byPlace.size() - 1; at >= 0; at--) {
            int i = byPlace.get(at);
            placed[i] = Math.min(placed[i], most);
            most = placed[i] - HEIGHT;
        }
        return List.of(placed);
    }

    /** Without those that would cover one before them. */
    static List<Label> apart(List<Label> labels) {
        List<Label> apart = new ArrayList<>();
        for (Label label : labels) {
            if (apart.stream().noneMatch(other -> other.box().overlaps(label.box()))) {
                apart.add(label);
            }
        }
        return List.copyOf(apart);
    }
}
