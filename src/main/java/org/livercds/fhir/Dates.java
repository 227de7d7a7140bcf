package org.livercds.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;
import org.livercds.clinical.ChartDate;

/**
 * FHIR dates as days of the site's time zone, as precise as they were recorded.
 *
 * @param zone the site's time zone
 */
record Dates(ZoneId zone) {

    /** A day, a time with seconds and an offset that there is: then HAPI has made an instant of it. */
    private static final Pattern INSTANT =
            Pattern.compile(".{10}T[0-2]\\d:\\d\\d:[0-5]\\d(\\.\\d+)?(Z|[+-](0\\d|1[0-4]):\\d\\d)");

    /** Of a date, a date with time, an instant or a period; empty where there is none or it cannot be read. */
    Optional<ChartDate> of(Type type) {
        if (type instanceof BaseDateTimeType date) {
            String text = date.getValueAsString();
            return text == null ? Optional.empty() : of(date, text);
        }
        return type instanceof Period period ? ofPeriod(period) : Optional.empty();
    }

    private Optional<ChartDate> of(BaseDateTimeType date, String text) {
        Optional<Instant> plain = PlainTime.of(text);
        if (plain.isPresent()) {
            return plain.map(this::day);
        }
        return INSTANT.matcher(text).matches() ? Optional.of(day(date.getValue().toInstant())) : parse(text);
    }

    private Optional<ChartDate> ofPeriod(Period period) {
        Optional<ChartDate> start = of(period.getStartElement());
        Optional<ChartDate> end = of(period.getEndElement());
        if (start.isPresent() && end.isPresent()) {
            LocalDate first = start.get().earliest();
            LocalDate last = end.get().latest();
            return last.isBefore(first) ? Optional.empty() : Optional.of(new ChartDate(first, last));
        }
        return start.or(() -> end);
    }

    private ChartDate day(Instant instant) {
        return ChartDate.of(instant.atZone(zone).toLocalDate());
    }

    private Optional<ChartDate> parse(String text) {
        try {
            return Optional.of(
                    switch (text.length()) {
                        case 4 ->
                            days(
                                    Year.parse(text).atDay(1),
                                    Year.parse(text).atMonth(12).atEndOfMonth());
                        case 7 ->
                            days(
                                    YearMonth.parse(text).atDay(1),
                                    YearMonth.parse(text).atEndOfMonth());
                        case 10 ->
                            ChartDate.of(LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)));
                        default -> ChartDate.of(day(text));
                    });
        } catch (DateTimeException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** A time without an offset is one of the site. */
    private LocalDate day(String text) {
        TemporalAccessor time =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime instant
                ? instant.atZoneSameInstant(zone).toLocalDate()
                : LocalDate.from(time);
    }

    private static ChartDate days(LocalDate first, LocalDate last) {
        return new ChartDate(first, last);
    }
}
