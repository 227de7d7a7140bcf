package org.livercds.cards;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.clinical.patient.CountRange;
import org.livercds.clinical.patient.Lesion;
import org.livercds.clinical.patient.Lesions;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.clinical.patient.NumberRange;
import org.livercds.clinical.patient.SizeRange;

/** The finding with which every card begins: how many lesions, the largest, and when it was measured. */
record Finding(ChartWords words) {

    private static final String LONG_NUMBER = "1000";
    private static final String LONG_SIZE = "29.999…";
    private static final LocalDate LONG_DAY = LocalDate.of(2026, 9, 30);

    /** How long the longest plausible finding is. */
    static int longest(Phrases phrases) {
        ChartWords words = new ChartWords(phrases, LONG_DAY);
        String size = phrases.fill("size.between", "low", LONG_SIZE, "high", LONG_SIZE);
        return longestCount(phrases)
                + phrases.fill("finding.largest", "size", size).length()
                + phrases.fill("finding.dated", "date", words.date(LONG_DAY)).length();
    }

    private static int longestCount(Phrases phrases) {
        return Stream.of("exactly", "at-least", "more-than", "between")
                .map(form -> phrases.fill("finding." + form, "low", LONG_NUMBER, "n", LONG_NUMBER))
                .mapToInt(String::length)
                .max()
                .orElseThrow();
    }

    String of(LiverChart chart) {
        Lesions lesions = chart.lesions();
        if (lesions.any()) {
            return count(lesions.count()) + size(lesions);
        }
        if (chart.unread().contains(ChartPart.OBSERVATIONS)) {
            return words.phrases().get("finding.unread");
        }
        return words.phrases().get(lesions.gone().isEmpty() ? "finding.none" : "finding.gone");
    }

    private String count(CountRange count) {
        String low = String.valueOf(count.low());
        if (count.open()) {
            return numbered("at-least", count.low());
        }
        if (count.high().isEmpty()) {
            return words.phrases().fill("finding.more-than", "n", String.valueOf(count.low() - 1));
        }
        int high = count.high().getAsInt();
        return high == count.low()
                ? numbered("exactly", high)
                : words.phrases().fill("finding.between", "low", low, "n", String.valueOf(high));
    }

    private String numbered(String form, int count) {
        String key = "finding." + form + (count == 1 ? "-1" : "");
        return words.phrases().fill(key, "n", String.valueOf(count));
    }

    /** Where some sizes are open the largest cannot be told: then the largest that was measured is. */
    private String size(Lesions lesions) {
        List<Lesion> known = new ArrayList<>(lesions.live());
        known.removeIf(lesion -> !lesion.size().isKnown());
        if (known.isEmpty()) {
            return words.phrases().get("finding.size-open");
        }
        Lesion largest = known.get(0);
        SizeRange range = size(largest);
        for (Lesion lesion : known) {
            largest = top(size(lesion)).compareTo(top(size(largest))) > 0 ? lesion : largest;
            range = range.largest(size(lesion));
        }
        return size(
                        range,
                        lesions,
                        lesions.unmeasured() || known.size() < lesions.live().size())
                + date(largest);
    }

    private String size(SizeRange largest, Lesions lesions, boolean open) {
        if (open) {
            return words.phrases().fill("finding.largest-measured", "size", words.upperEnd(largest));
        }
        String form = lesions.live().size() == 1 ? "finding.single-size" : "finding.largest";
        return words.phrases().fill(form, "size", words.size(largest));
    }

    private static SizeRange size(Lesion known) {
        return known.size().value().orElseThrow();
    }

    /** A period of some days is too long for a summary; the criteria show it. */
    private String date(Lesion lesion) {
        return lesion.measured()
                .filter(day -> words.date(day).length() <= words.date(LONG_DAY).length())
                .map(day -> words.phrases().fill("finding.dated", "date", words.date(day)))
                .orElse("");
    }

    private static BigDecimal top(SizeRange size) {
        NumberRange range = size.millimetres();
        return range.high().orElse(SizeRange.PLAUSIBLE_UP_TO);
    }
}
