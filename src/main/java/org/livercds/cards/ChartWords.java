package org.livercds.cards;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.patient.NumberRange;
import org.livercds.clinical.patient.SizeRange;

/** Dates, sizes and chart entries in the words of one language. Only numbers and words of our own are written. */
record ChartWords(Phrases phrases) {

    private static final int MOST_ENTRIES = 6;
    private static final int DECIMALS = 3;

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
        } else if (range.low().signum() == 0) {
            form = range.highOpen() ? "below" : "up-to";
        } else {
            form = "between";
        }
        return phrases.get("size." + form, Map.of("low", low, "high", high));
    }

    /** In centimetres and short: of a range only its upper end. */
    String topOf(SizeRange size) {
        NumberRange range = size.millimetres();
        boolean between = range.low().signum() > 0
                && range.high().filter(end -> end.compareTo(range.low()) > 0).isPresent();
        return size(between ? new SizeRange(NumberRange.upTo(range.high().orElseThrow(), range.highOpen())) : size);
    }

    /** The entries behind a statement, newest first as they come; a long list is cut and says so. */
    String evidence(List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return "";
        }
        Stream<String> shown = evidence.stream().limit(MOST_ENTRIES).map(this::item);
        int hidden = evidence.size() - MOST_ENTRIES;
        Stream<String> rest =
                hidden > 0 ? Stream.of(phrases.get("line.more", Map.of("n", String.valueOf(hidden)))) : Stream.empty();
        String items = Stream.concat(shown, rest).collect(Collectors.joining(", "));
        return phrases.get("line.evidence", Map.of("evidence", items));
    }

    private String item(Evidence entry) {
        String subject = phrases.orKey("subject", entry.subject());
        String value = phrases.orKey("value", entry.value());
        return entry.date()
                .map(date ->
                        phrases.get("line.item-dated", Map.of("subject", subject, "value", value, "date", date(date))))
                .orElseGet(() -> phrases.get("line.item", Map.of("subject", subject, "value", value)));
    }

    /** Never rounded: what does not fit is cut, and the cut is shown. */
    private static String centimetres(BigDecimal millimetres) {
        BigDecimal exact = millimetres.movePointLeft(1).stripTrailingZeros();
        if (exact.scale() <= 1) {
            return exact.setScale(1, RoundingMode.UNNECESSARY).toPlainString();
        }
        return exact.scale() <= DECIMALS
                ? exact.toPlainString()
                : exact.setScale(DECIMALS, RoundingMode.DOWN).toPlainString() + "…";
    }
}
