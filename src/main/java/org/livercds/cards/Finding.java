package org.livercds.cards;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.livercds.clinical.patient.CountRange;
import org.livercds.clinical.patient.Lesion;
import org.livercds.clinical.patient.Lesions;
import org.livercds.clinical.patient.NumberRange;
import org.livercds.clinical.patient.SizeRange;

/** The finding with which every card begins: how many lesions, the largest, and when it was measured. */
record Finding(ChartWords words) {

    private static final String LONG_NUMBER = "1000";
    private static final String LONG_SIZE = "29.999…";

    /** How long the longest plausible finding is. */
    static int longest(Phrases phrases) {
        int count = phrases.get("finding.more-than", Map.of("n", LONG_NUMBER)).length();
        String size = phrases.get("size.up-to", Map.of("low", LONG_SIZE, "high", LONG_SIZE));
        int largest = phrases.get("finding.largest", Map.of("size", size)).length();
        String day = new ChartWords(phrases).date(LocalDate.of(2026, 9, 30));
        return count
                + largest
                + phrases.get("finding.dated", Map.of("date", day)).length();
    }

    String of(Lesions lesions) {
        if (!lesions.any()) {
            return words.phrases().get("finding.none");
        }
        return count(lesions.count()) + size(lesions);
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

    /** Where the largest cannot be told because a size is open, that is what is said. */
    private String size(Lesions lesions) {
        boolean open = lesions.unmeasured()
                || lesions.live().stream().anyMatch(lesion -> !lesion.size().isKnown());
        Optional<Lesion> largest = lesions.live().stream()
                .filter(lesion -> lesion.size().isKnown())
                .max(Comparator.comparing(lesion -> top(lesion.size().value().orElseThrow())));
        if (open || largest.isEmpty()) {
            return words.phrases().get("finding.size-open");
        }
        String size = words.topOf(largest.get().size().value().orElseThrow());
        String form = lesions.live().size() == 1 ? "finding.single-size" : "finding.largest";
        return words.phrases().get(form, Map.of("size", size)) + date(largest.get());
    }

    private String date(Lesion lesion) {
        return lesion.measured()
                .filter(day -> day.earliest().equals(day.latest()))
                .map(day -> words.phrases().get("finding.dated", Map.of("date", words.date(day))))
                .orElse("");
    }

    private static BigDecimal top(SizeRange size) {
        NumberRange range = size.millimetres();
        return range.high().orElse(SizeRange.PLAUSIBLE_UP_TO);
    }
}
