package org.livercds.picture;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Days from left to right; one day alone stands in the middle.
 *
 * @param from the first day that is drawn
 * @param to the last
 */
record TimeAxis(LocalDate from, LocalDate to, double left, double right) {

    /** Shorter than this, days are written and no months. */
    private static final long FEW_DAYS = 70;

    private static final int YEAR = 12;

    record Tick(double x, String text) {}

    /** Of what is there, which is something. */
    static TimeAxis of(List<Days> days, double left, double right) {
        LocalDate from = days.stream().map(Days::from).min(LocalDate::compareTo).orElseThrow();
        LocalDate to = days.stream().map(Days::to).max(LocalDate::compareTo).orElseThrow();
        return new TimeAxis(from, to, left, right);
    }

    double x(LocalDate day) {
        long all = ChronoUnit.DAYS.between(from, to);
        return all == 0 ? (left + right) / 2 : left + (right - left) * ChronoUnit.DAYS.between(from, day) / all;
    }

    List<Tick> ticks(DateWords words) {
        if (ChronoUnit.DAYS.between(from, to) < FEW_DAYS) {
            return Stream.of(from, to)
                    .distinct()
                    .map(day -> new Tick(x(day), words.day().apply(day)))
                    .toList();
        }
        double room = Labels.width(words.month().apply(from)) + 2 * Labels.FONT;
        long most = Math.max(2, (long) ((right - left) / room));
        int months = Stream.iterate(1, TimeAxis::longer)
                .filter(step -> ChronoUnit.MONTHS.between(from, to) / step <= most)
                .findFirst()
                .orElseThrow();
        return ticks(months, words);
    }

    private List<Tick> ticks(int months, DateWords words) {
        List<Tick> ticks = new ArrayList<>();
        LocalDate begin = LocalDate.of(from.getYear(), 1, 1);
        for (LocalDate day = begin; !day.isAfter(to); day = day.plusMonths(months)) {
            if (!day.isBefore(from)) {
                String text = months % YEAR == 0
                        ? Integer.toString(day.getYear())
                        : words.month().apply(day);
                ticks.add(new Tick(x(day), text));
            }
        }
        return ticks;
    }

    /** 1, 2, 3, 6 months, a year, and twice as long each time. */
    private static int longer(int months) {
        return switch (months) {
            case 1 -> 2;
            case 2 -> 3;
            default -> 2 * months;
        };
    }
}
