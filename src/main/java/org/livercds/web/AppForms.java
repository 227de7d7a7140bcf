package org.livercds.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.livercds.explain.CourseView.Amount;
import org.livercds.explain.CourseView.Span;
import org.livercds.hooks.Language;
import org.livercds.service.AppWords;

/** Numbers, sizes and dates in the form of a language. */
record AppForms(Language language, AppWords.InLanguage words) {

    private static final BigDecimal MILLIMETRES = BigDecimal.TEN;
    private static final int DIGITS = 6;
    private static final String SPAN = "\\.\\.";

    String number(BigDecimal number) {
        return format(0).format(number.setScale(Math.min(Math.max(number.scale(), 0), DIGITS), RoundingMode.HALF_UP));
    }

    /** In centimetres, with one decimal or as many as there are. */
    String size(Amount millimetres) {
        String low = centimetres(millimetres.low());
        Optional<String> high = millimetres.high().map(this::centimetres);
        String form;
        if (high.isEmpty()) {
            form = millimetres.lowOpen() ? "above" : "from";
        } else if (isExact(millimetres)) {
            form = "exactly";
        } else if (millimetres.low().signum() == 0) {
            form = millimetres.highOpen() ? "below" : "up-to";
        } else {
            form = "between";
        }
        return words.phrase("size." + form).replace("{low}", low).replace("{high}", high.orElse(""));
    }

    String result(Amount value, String unit) {
        String low = number(value.low());
        if (value.high().isEmpty()) {
            return (value.lowOpen() ? "> " : "≥ ") + low + " " + unit;
        }
        String high = number(value.high().get());
        if (isExact(value)) {
            return low + " " + unit;
        }
        return value.low().signum() == 0
                ? (value.highOpen() ? "< " : "≤ ") + high + " " + unit
                : low + " – " + high + " " + unit;
    }

    String day(LocalDate day) {
        return language.day(day);
    }

    String month(LocalDate day) {
        return language.month(day);
    }

    /** A day, a month or a year, as precise as it was recorded, or two days. */
    String span(Span span) {
        LocalDate from = span.from();
        if (from.equals(span.to())) {
            return day(from);
        }
        if (from.getDayOfYear() == 1 && span.to().equals(from.with(TemporalAdjusters.lastDayOfYear()))) {
            return Integer.toString(from.getYear());
        }
        boolean month = from.getDayOfMonth() == 1 && span.to().equals(from.with(TemporalAdjusters.lastDayOfMonth()));
        return month ? month(from) : day(from) + " – " + day(span.to());
    }

    /** A date as an explanation has it: a day, or two with dots between. */
    String date(String date) {
        String[] ends = date.split(SPAN);
        return span(new Span(LocalDate.parse(ends[0]), LocalDate.parse(ends[ends.length - 1])));
    }

    /** Numbers in a text of our own, such as {@code 2.9 cm}. */
    String numbers(String text) {
        return language.number(text);
    }

    private String centimetres(BigDecimal millimetres) {
        BigDecimal exact = millimetres.divide(MILLIMETRES);
        return format(1).format(exact.setScale(Math.min(Math.max(exact.scale(), 1), DIGITS), RoundingMode.HALF_UP));
    }

    private NumberFormat format(int least) {
        NumberFormat format = NumberFormat.getInstance(language.locale());
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(DIGITS);
        return format;
    }

    private static boolean isExact(Amount amount) {
        return amount.high().filter(end -> end.compareTo(amount.low()) == 0).isPresent();
    }
}
