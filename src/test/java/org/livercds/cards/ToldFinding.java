package org.livercds.cards;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.livercds.clinical.Truth;

/**
 * The finding as a reader takes it from the summary of a card.
 *
 * @param count how it is counted: "", "At least", "More than"
 * @param low number of lesions, or the lower end
 * @param high the upper end, or the same
 * @param kind "single", "largest", "measured" or "unknown"
 * @param form of the size: "", "under", "up to", "over", "at least"
 * @param from in cm, the lower end or the only number
 * @param to in cm
 */
record ToldFinding(String count, int low, int high, String kind, String form, BigDecimal from, BigDecimal to) {

    private static final Pattern LESIONS =
            Pattern.compile("^(?:(At least|More than) )?(\\d+)(?: to (\\d+))? liver lesions?");
    private static final Pattern SIZE = Pattern.compile(
            ", (largest |measured up to |)(under |up to |over |at least |)([\\d.]+)…?(?: to ([\\d.]+)…?)? cm");

    /** Nothing where no lesion is told of. */
    static Optional<ToldFinding> in(String summary) {
        Matcher lesions = LESIONS.matcher(summary);
        if (!lesions.find()) {
            return Optional.empty();
        }
        String count = lesions.group(1) == null ? "" : lesions.group(1);
        int low = Integer.parseInt(lesions.group(2));
        int high = lesions.group(3) == null ? low : Integer.parseInt(lesions.group(3));
        Matcher size = SIZE.matcher(summary);
        if (!size.find(lesions.end()) || size.start() != lesions.end()) {
            return Optional.of(new ToldFinding(count, low, high, "unknown", "", BigDecimal.ZERO, BigDecimal.ZERO));
        }
        BigDecimal from = new BigDecimal(size.group(3));
        BigDecimal to = size.group(4) == null ? from : new BigDecimal(size.group(4));
        String form = size.group(2).strip();
        String kind = size.group(1).isEmpty() ? "single" : size.group(1).split(" ")[0];
        return Optional.of(new ToldFinding(count, low, high, kind, form, from, to));
    }

    /** Whether there are at most so many, as the words have it. */
    Truth isAtMost(int limit) {
        return switch (count) {
            case "At least" -> low > limit ? Truth.NOT_MET : Truth.UNKNOWN;
            case "More than" -> low >= limit ? Truth.NOT_MET : Truth.UNKNOWN;
            default -> low > limit ? Truth.NOT_MET : high <= limit ? Truth.MET : Truth.UNKNOWN;
        };
    }

    /** Whether each is smaller than so many cm, as the words have it. */
    Truth isEachBelow(BigDecimal limit) {
        int top = to.compareTo(limit);
        return switch (kind) {
            case "unknown" -> Truth.UNKNOWN;
            case "measured" -> top < 0 ? Truth.UNKNOWN : Truth.NOT_MET;
            default ->
                switch (form) {
                    case "under" -> top <= 0 ? Truth.MET : Truth.UNKNOWN;
                    case "up to" -> top < 0 ? Truth.MET : Truth.UNKNOWN;
                    case "over", "at least" -> from.compareTo(limit) >= 0 ? Truth.NOT_MET : Truth.UNKNOWN;
                    default -> top < 0 ? Truth.MET : from.compareTo(limit) >= 0 ? Truth.NOT_MET : Truth.UNKNOWN;
                };
        };
    }

    /** Whether the largest may be of this size. */
    boolean allows(BigDecimal centimetres) {
        boolean open = kind.equals("measured") || form.equals("over") || form.equals("at least");
        boolean fromZero = form.equals("under") || form.equals("up to");
        return (fromZero || open || from.compareTo(centimetres) <= 0) && (open || to.compareTo(centimetres) >= 0);
    }
}
