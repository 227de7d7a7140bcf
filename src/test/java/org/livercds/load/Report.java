package org.livercds.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of a scenario and its bars: what has to hold, and whether it did. */
final class Report {

    private static final String ROW = "%-26s %8s %8s %8s %8s %7s %8s %8s %8s %8s %8s %7s %6s%n";
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder table = new StringBuilder();
    private boolean missed;

    Report() {
        row(
                "phase",
                "calls",
                "good",
                "good/s",
                "rejected",
                "errors",
                "p50",
                "p99",
                "p99.9",
                "max",
                "rej.p99",
                "lag.p99",
                "stolen");
    }

    /** Times in milliseconds: of good answers since they were due, of refusals since they were sent. */
    void phase(Tally tally) {
        var good = tally.times(Call.GOOD).sinceDue();
        row(
                tally.name,
                tally.all(),
                tally.count(Call.GOOD),
                one(tally.perSecond(Call.GOOD)),
                tally.count(Call.REJECTED),
                tally.failed(),
                one(Tally.millis(good, 50)),
                one(Tally.millis(good, 99)),
                one(Tally.millis(good, 99.9)),
                one(Tally.millis(good, 100)),
                one(Tally.millis(tally.times(Call.REJECTED).sinceSent(), 99)),
                one(tally.lag(99)),
                one(tally.stolen()));
        tally.errors().forEach((error, count) -> say("%s: %d x %s", tally.name, count, error));
    }

    void vitals(String when, Vitals vitals) {
        say(
                "%s: heap after GC %.1f MB, %d threads, %d descriptors, %.1f s of processor time",
                when, vitals.megabytes(), vitals.threads(), vitals.descriptors(), vitals.cpu());
    }

    void say(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }

    void bar(String what, double measured, String relation, double limit) {
        boolean held = relation.equals("<=") ? measured <= limit : measured >= limit;
        missed |= !held;
        say("%s %s: %.2f (%s %.2f)", held ? "held  " : "MISSED", what, measured, relation, limit);
    }

    /** Prints it, and says whether every bar held. */
    boolean print() {
        System.out.print(table);
        lines.forEach(System.out::println);
        return !missed;
    }

    private void row(Object... cells) {
        table.append(String.format(Locale.ROOT, ROW, cells));
    }

    private static String one(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
