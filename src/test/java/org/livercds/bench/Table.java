package org.livercds.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The figures, printed as rows of Markdown. */
final class Table {

    private static final double BUSY = 0.15;

    /**
     * How a server starts.
     *
     * @param ready seconds until it says that it may be called
     * @param first milliseconds of its first answer
     * @param resident megabytes that it then holds in memory
     */
    record Start(double ready, double first, double resident) {}

    private final Map<String, Start> starts = new TreeMap<>();
    private final Map<String, Map<String, Sample>> figures = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();

    static void startHead() {
        print("| server | ready after s | first answer ms | RSS MB |");
        print("|---|---|---|---|");
    }

    void started(String server, Start start) {
        starts.put(server, start);
        print("| %s | %.2f | %.0f | %.0f |", server, start.ready(), start.first(), start.resident());
    }

    static void head() {
        print("");
        print("| call | connections | server | requests/s | p50 ms | p99 ms | CPU ms | RSS MB "
                + "| requests/s ÷ HAPI's | p99 ÷ HAPI's | HAPI's CPU ÷ its | CPU ÷ floor's |");
        print("|---|---|---|---|---|---|---|---|---|---|---|---|");
    }

    void add(Shape shape, int connections, Map<String, Sample> medians) {
        figures.put(key(shape.title(), connections), medians);
        medians.forEach((server, sample) -> {
            row(shape.title(), connections, server, sample, medians);
            String where = "%s, %s, connections: %d".formatted(server, shape.title(), connections);
            if (sample.others() > BUSY) {
                remark("%s: something else kept %s processors busy", where, two(sample.others()));
            }
            if (sample.refused() + sample.failed() > 0) {
                remark("%s: %d calls were refused, %d failed", where, sample.refused(), sample.failed());
            }
        });
    }

    void remark(String format, Object... values) {
        remarks.add(String.format(Locale.ROOT, format, values));
    }

    /** What makes figures doubtful, and whether every bar held that is a ratio. */
    boolean bars(boolean small) {
        print("");
        remarks.forEach(remark -> print("- %s", remark));
        Bars bars = new Bars(figures, starts);
        print("");
        bars.all(small).forEach(System.out::println);
        return bars.held();
    }

    static String key(String title, int connections) {
        return title + " x " + connections;
    }

    private static void row(String call, int connections, String server, Sample of, Map<String, Sample> all) {
        Sample hapi = all.get(BenchPlans.HAPI);
        Sample floor = all.get(BenchPlans.FLOOR);
        print(
                "| %s | %d | %s | %.0f | %s | %s | %s | %.0f | %s | %s | %s | %s |",
                call,
                connections,
                server,
                of.perSecond(),
                two(of.p50()),
                two(of.p99()),
                digits(of.cpu(), 3),
                of.resident(),
                hapi == null ? "–" : two(of.perSecond() / hapi.perSecond()),
                hapi == null ? "–" : two(of.p99() / hapi.p99()),
                hapi == null ? "–" : two(hapi.cpu() / of.cpu()),
                floor == null ? "–" : two(of.cpu() / floor.cpu()));
    }

    static String two(double number) {
        return digits(number, 2);
    }

    /** Where nothing was answered there is no number. */
    private static String digits(double number, int digits) {
        return Double.isFinite(number) ? String.format(Locale.ROOT, "%." + digits + "f", number) : "–";
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
