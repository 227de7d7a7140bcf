package org.livercds.cards;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.patient.NumberRange;
import org.livercds.clinical.patient.SizeRange;

/**
 * Dates, sizes and chart entries in the words of one language. Only numbers and words of our own are written. For one
 * answer and one thread: what was put into words once is remembered.
 */
final class ChartWords {

    private static final int MOST_ENTRIES = 6;
    private static final int DECIMALS = 3;

    /** What stays true without one. */
    private static final Set<String> WITHOUT_DATE = Set.of("condition", "suspected-condition", "past-condition", "age");

    private final Phrases phrases;
    private final LocalDate asOf;
    private final Map<LocalDate, String> days = new HashMap<>();
    private final Map<Evidence, String> items = new IdentityHashMap<>();

    ChartWords(Phrases phrases, LocalDate asOf) {
        this.phrases = phrases;
        this.asOf = asOf;
    }

    Phrases phrases() {
        return phrases;
    }

    String date(LocalDate day) {
        return days.computeIfAbsent(day, phrases::day);
    }

    /** As precisely as it was recorded. */
    String date(ChartDate date) {
        LocalDate first = date.earliest();
        LocalDate last = date.latest();
        if (first.equals(last)) {
            return date(first);
        }
        if (first.equals(LocalDate.of(first.getYear(), 1, 1)) && last.equals(LocalDate.of(first.getYear(), 12, 31))) {
            return Integer.toString(first.getYear());
        }
        if (first.getDayOfMonth() == 1 && last.equals(first.withDayOfMonth(first.lengthOfMonth()))) {
            return phrases.month(first);
        }
        return date(first) + " – " + date(last);
    }

    /** In centimetres. */
    String size(SizeRange size) {
        NumberRange range = size.millimetres();
        String low = centimetres(range.low());
        String high = range.high().map(this::centimetres).orElse("");
        return phrases.fill(form(range), "low", low, "high", high);
    }

    private static String form(NumberRange range) {
        if (range.high().isEmpty()) {
            return range.lowOpen() ? "size.above" : "size.from";
        }
        if (range.isExactly(range.low())) {
            return "size.exactly";
        }
        if (range.highOpen()) {
            return "size.below";
        }
        return range.low().signum() == 0 ? "size.up-to" : "size.between";
    }

    /** Where a range has an upper end, that end alone. */
    String upperEnd(SizeRange size) {
        return size.millimetres()
                .high()
                .map(high -> size(new SizeRange(NumberRange.exactly(high))))
                .orElseGet(() -> size(size));
    }

    /** The entries behind a statement, as they come; a long list is cut and says so. */
    String evidence(List<Evidence> evidence) {
        return evidence.isEmpty() ? "" : phrases.fill("line.evidence", "evidence", items(evidence));
    }

    /** What else was looked at, on a line of its own; nothing where nothing was. */
    String chart(List<Evidence> evidence) {
        return evidence.isEmpty() ? "" : phrases.fill("heading.chart", "evidence", items(evidence));
    }

    String items(List<Evidence> evidence) {
        StringBuilder list = new StringBuilder();
        int shown = Math.min(evidence.size(), MOST_ENTRIES);
        for (int i = 0; i < shown; i++) {
            list.append(i == 0 ? "" : ", ").append(items.computeIfAbsent(evidence.get(i), this::item));
        }
        int hidden = evidence.size() - shown;
        if (hidden > 0) {
            list.append(", ").append(phrases.fill("line.more", "n", String.valueOf(hidden)));
        }
        return list.toString();
    }

    private String item(Evidence entry) {
        String subject = phrases.orKey("subject", entry.subject());
        String value = value(entry.value());
        String item =
                phrases.fill("line.item", "subject", subject, "value", value).strip();
        return item + entry.date().map(this::when).orElseGet(() -> undated(entry));
    }

    /** In words of ours, or as it was recorded. */
    private String value(String recorded) {
        String words = phrases.orNothing("value", recorded);
        return words.isEmpty() ? phrases.number(recorded) : words;
    }

    private String when(ChartDate date) {
        String form = date.isFuture(asOf) ? "line.date-future" : "line.date";
        return phrases.fill(form, "date", date(date));
    }

    private String undated(Evidence entry) {
        return WITHOUT_DATE.contains(entry.subject()) ? "" : phrases.get("line.no-date");
    }

    /** Never rounded: what does not fit is cut, and the cut is shown. */
    String centimetres(BigDecimal millimetres) {
        return phrases.number(plainCentimetres(millimetres));
    }

    private static String plainCentimetres(BigDecimal millimetres) {
        BigDecimal exact = millimetres.movePointLeft(1).stripTrailingZeros();
        if (exact.scale() <= 1) {
            return exact.setScale(1, RoundingMode.UNNECESSARY).toPlainString();
        }
        return exact.scale() <= DECIMALS
                ? exact.toPlainString()
                : exact.setScale(DECIMALS, RoundingMode.DOWN).toPlainString() + "…";
    }
}
