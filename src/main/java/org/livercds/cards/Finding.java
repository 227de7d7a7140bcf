package org.livercds.cards;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
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
        String size = phrases.get("size.between", Map.of("low", LONG_SIZE, "high", LONG_SIZE));
        return phrases.get("finding.more-than", Map.of("n", LONG_NUMBER)).length()
                + phrases.get("finding.largest", Map.of("size", size)).length()
                + phrases.get("finding.dated", Map.of("date", words.date(LONG_DAY)))
                        .length();
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
            return words.phrases().get("finding.more-than", Map.of("n", String.valueOf(count.low() - 1)));
        }
        int high = count.high().getAsInt();
        return high == count.low()
                ? numbered("exactly", high)
                : words.phrases().get("finding.between", Map.of("low", low, "n", String.valueOf(high)));
    }

    private String numbered(String form, int count) {
        String key = "finding." + form + (count == 1 ? "-1" : "");
        return words.phrases().get(key, Map.of("n", String.valueOf(count)));
    }

    /** Where some sizes are open the largest cannot be told: then the largest that was measured is. */
    private String size(Lesions lesions) {
        Optional<Lesion> largest = lesions.live().stream()
                .filter(lesion -> lesion.size().isKnown())
                .max(Comparator.comparing(lesion -> top(lesion.size().value().orElseThrow())));
        if (largest.isEmpty()) {
            return words.phrases().get("finding.size-open");
        }
        boolean open = lesions.unmeasured()
                || lesions.live().stream().anyMatch(lesion -> !lesion.size().isKnown());
        SizeRange range = lesions.live().stream()
                .flatMap(lesion -> lesion.size().value().stream())
                .reduce(SizeRange::largest)
                .orElseThrow();
        String one = lesions.live().size() == 1 ? "finding.single-size" : "finding.largest";
        String size = open
                ? words.phrases().get("finding.largest-measured", Map.of("size", words.upperEnd(range)))
                : words.phrases().get(one, Map.of("size", words.size(range)));
        return size + date(largest.get());
    }

    /** A period of some days is too long for a summary; the criteria show it. */
    private String date(Lesion lesion) {
        return lesion.measured()
                .filter(day -> words.date(day).length() <= words.date(LONG_DAY).length())
                .map(day -> words.phrases().get("finding.dated", Map.of("date", words.date(day))))
                .orElse("");
    }

    private static BigDecimal top(SizeRange size) {
        NumberRange range = size.millimetres();
        return range.high().orElse(SizeRange.PLAUSIBLE_UP_TO);
    }
}
