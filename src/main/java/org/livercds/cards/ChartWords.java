package org.livercds.cards;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.patient.NumberRange;
import org.livercds.clinical.patient.SizeRange;

/** Dates, sizes and chart entries in the words of one language. Only numbers and words of our own are written. */
record ChartWords(Phrases phrases, LocalDate asOf) {

    private static final int MOST_ENTRIES = 6;
    private static final int DECIMALS = 3;

    /** What stays true without one. */
    private static final Set<String> WITHOUT_DATE = Set.of("condition", "suspected-condition", "past-condition", "age");

    String date(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM yyyy", phrases.locale()).format(day);
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
            return DateTimeFormatter.ofPattern("MMM yyyy", phrases.locale()).format(first);
        }
        return date(first) + " – " + date(last);
    }

    /** In centimetres. */
    String size(SizeRange size) {
        NumberRange range = size.millimetres();
        String low = centimetres(range.low());
        String high = range.high().map(ChartWords::centimetres).orElse("");
        String form;
        if (range.high().isEmpty()) {
            form = range.lowOpen() ? "above" : "from";
        } else if (range.isExactly(range.low())) {
            form = "exactly";
        } else if (range.low().signum() == 0 || range.highOpen()) {
            form = range.highOpen() ? "below" : "up-to";
        } else {
            form = "between";
        }
        return phrases.get("size." + form, Map.of("low", low, "high", high));
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
        return evidence.isEmpty() ? "" : phrases.get("line.evidence", Map.of("evidence", items(evidence)));
    }

    /** What else was looked at, on a line of its own; nothing where nothing was. */
    String chart(List<Evidence> evidence) {
        return evidence.isEmpty() ? "" : phrases.get("heading.chart", Map.of("evidence", items(evidence)));
    }

    String items(List<Evidence> evidence) {
        Stream<String> shown = evidence.stream().limit(MOST_ENTRIES).map(this::item);
        int hidden = evidence.size() - MOST_ENTRIES;
        Stream<String> rest =
                hidden > 0 ? Stream.of(phrases.get("line.more", Map.of("n", String.valueOf(hidden)))) : Stream.empty();
        return Stream.concat(shown, rest).collect(Collectors.joining(", "));
    }

    private String item(Evidence entry) {
        String subject = phrases.orKey("subject", entry.subject());
        String value = phrases.orKey("value", entry.value());
        String item = phrases.get("line.item", Map.of("subject", subject, "value", value))
                .strip();
        return entry.date()
                .map(this::when)
                .or(() -> undated(entry))
                .map(item::concat)
                .orElse(item);
    }

    private String when(ChartDate date) {
        String form = date.isFuture(asOf) ? "line.date-future" : "line.date";
        return phrases.get(form, Map.of("date", date(date)));
    }

    private Optional<String> undated(Evidence entry) {
        return WITHOUT_DATE.contains(entry.subject()) ? Optional.empty() : Optional.of(phrases.get("line.no-date"));
    }

    /** Never rounded: what does not fit is cut, and the cut is shown. */
    static String centimetres(BigDecimal millimetres) {
        BigDecimal exact = millimetres.movePointLeft(1).stripTrailingZeros();
        if (exact.scale() <= 1) {
            return exact.setScale(1, RoundingMode.UNNECESSARY).toPlainString();
        }
        return exact.scale() <= DECIMALS
                ? exact.toPlainString()
                : exact.setScale(DECIMALS, RoundingMode.DOWN).toPlainString() + "…";
    }
}
