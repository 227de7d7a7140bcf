package org.livercds.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;

/**
 * Times in the form that nearly all have, to the second and with an offset, such as {@code 2026-11-03T09:15:00+01:00}.
 * HAPI makes two calendars of each, most of what a plain Observation costs.
 */
final class PlainTime {

    private static final String FORM = "0000-00-00T00:00:00";
    private static final int SECONDS_END = FORM.length();
    /** HAPI's calendar counts otherwise before 1582. */
    private static final int FIRST_YEAR = 1600;

    private static final int MOST_OFFSET_HOURS = 14;
    private static final int NANO_DIGITS = 9;

    private PlainTime() {}

    /** A dateTime, as HAPI's. */
    static final class OfDateTime extends DateTimeType {
        private static final long serialVersionUID = 1L;

        @Override
        protected Date parse(String text) {
            return of(text).map(Date::from).orElseGet(() -> super.parse(text));
        }
    }

    /** An instant, as HAPI's. */
    static final class OfInstant extends InstantType {
        private static final long serialVersionUID = 1L;

        @Override
        protected Date parse(String text) {
            return of(text).map(Date::from).orElseGet(() -> super.parse(text));
        }
    }

    /** To the millisecond; empty where it has another form, or is none. */
    static Optional<Instant> of(String text) {
        if (text.length() <= SECONDS_END || !hasForm(text, 0, FORM)) {
            return Optional.empty();
        }
        int offset = fractionEnd(text);
        if (offset < 0 || !isOffset(text, offset) || number(text, 0, 4) < FIRST_YEAR) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
            LocalTime time = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
            long seconds = day.toEpochSecond(time, ZoneOffset.UTC) - offset(text, offset);
            return Optional.of(Instant.ofEpochSecond(seconds, millis(text, offset) * 1_000_000L));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** Where the offset begins, or -1. */
    private static int fractionEnd(String text) {
        if (text.charAt(SECONDS_END) != '.') {
            return SECONDS_END;
        }
        int end = SECONDS_END + 1;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        int digits = end - SECONDS_END - 1;
        return digits == 0 || digits > NANO_DIGITS || end == text.length() ? -1 : end;
    }

    private static boolean isOffset(String text, int from) {
        char first = text.charAt(from);
        if (first == 'Z') {
            return text.length() == from + 1;
        }
        return (first == '+' || first == '-')
                && text.length() == from + 6
                && hasForm(text, from + 1, "00:00")
                && number(text, from + 1, from + 3) < MOST_OFFSET_HOURS
                && number(text, from + 4, from + 6) < 60;
    }

    /** In seconds. */
    private static int offset(String text, int from) {
        if (text.charAt(from) == 'Z') {
            return 0;
        }
        int minutes = number(text, from + 1, from + 3) * 60 + number(text, from + 4, from + 6);
        return minutes * (text.charAt(from) == '-' ? -60 : 60);
    }

    private static int millis(String text, int end) {
        int millis = 0;
        for (int i = 1; i <= 3; i++) {
            int at = SECONDS_END + i;
            millis = millis * 10 + (at < end ? text.charAt(at) - '0' : 0);
        }
        return millis;
    }

    /** @param form 0 stands for any digit, anything else for itself */
    private static boolean hasForm(String text, int from, String form) {
        for (int i = 0; i < form.length(); i++) {
            char is = text.charAt(from + i);
            if (form.charAt(i) == '0' ? !isDigit(is) : is != form.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Of digits, which {@link #hasForm} has seen. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
