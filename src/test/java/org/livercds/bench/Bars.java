package org.livercds.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/** What is asked of the service, as far as it was measured. Ratios are bars on any machine; the rest is of a fast one. */
final class Bars {

    private static final int CONNECTIONS = 8;
    private static final String USUAL = "80 KB";

    private final Map<String, Map<String, Sample>> figures;
    private final Map<String, Table.Start> starts;
    private final List<String> lines = new ArrayList<>(List.of("| bar | measured | asked | |", "|---|---|---|---|"));
    private boolean missed;

    /** @param figures by call and connections, then by server */
    Bars(Map<String, Map<String, Sample>> figures, Map<String, Table.Start> starts) {
        this.figures = figures;
        this.starts = starts;
    }

    /** @param small whether the heap was so small that the memory of the process says something */
    List<String> all(boolean small) {
        against(USUAL, BenchPlans.HAPI, (ours, hapi) -> hapi.cpu() / ours.cpu())
                .ifPresent(times -> atLeast("HAPI's CPU ÷ ours, 80 KB", times, 5));
        against(USUAL + ", narrative", BenchPlans.HAPI, (ours, hapi) -> hapi.cpu() / ours.cpu())
                .ifPresent(times -> atLeast("HAPI's CPU ÷ ours, 80 KB, narrative", times, 25));
        against(USUAL, BenchPlans.HAPI, (ours, hapi) -> ours.perSecond() / hapi.perSecond())
                .ifPresent(times -> atLeast("requests/s ÷ HAPI's, 80 KB", times, 4));
        against(USUAL, BenchPlans.FLOOR, (ours, floor) -> ours.cpu() / floor.cpu())
                .ifPresent(times -> atMost("CPU ÷ floor's, 80 KB", times, 2.5, true));
        against(USUAL, BenchPlans.HAPI, (ours, hapi) -> ours.p99() / hapi.p99())
                .ifPresent(part -> atMost("p99 ÷ HAPI's, 80 KB", part, 1 / 3.0, true));
        ours("800 KB", CONNECTIONS, Sample::cpu)
                .flatMap(large -> ours(USUAL, CONNECTIONS, Sample::cpu).map(usual -> large / usual))
                .ifPresent(times -> atMost("CPU for 800 KB ÷ for 80 KB", times, 12, true));
        absolutes(small);
        return lines;
    }

    boolean held() {
        return !missed;
    }

    private void absolutes(boolean small) {
        ours(USUAL, 1, Sample::p99).ifPresent(millis -> atMost("p99 ms, 80 KB, 1 connection", millis, 2, false));
        Optional.ofNullable(starts.get(BenchPlans.SERVICE)).ifPresent(start -> {
            atMost("ready after s", start.ready(), 3, false);
            atMost("first answer ms", start.first(), 150, false);
        });
        ours(USUAL, CONNECTIONS, Sample::resident)
                .filter(megabytes -> small)
                .ifPresent(megabytes -> atMost("RSS MB, 80 KB, heap of 256 MB", megabytes, 400, false));
    }

    private Optional<Double> against(String title, String other, BiFunction<Sample, Sample, Double> compared) {
        Map<String, Sample> servers = figures.getOrDefault(Table.key(title, CONNECTIONS), Map.of());
        return servers.containsKey(BenchPlans.SERVICE) && servers.containsKey(other)
                ? Optional.of(compared.apply(servers.get(BenchPlans.SERVICE), servers.get(other)))
                : Optional.empty();
    }

    private Optional<Double> ours(String title, int connections, ToDoubleFunction<Sample> figure) {
        return Optional.ofNullable(figures.getOrDefault(Table.key(title, connections), Map.of())
                        .get(BenchPlans.SERVICE))
                .map(figure::applyAsDouble);
    }

    private void atLeast(String what, double measured, double limit) {
        missed |= measured < limit;
        line(what, measured, "≥ " + Table.two(limit), measured >= limit ? "held" : "**missed**");
    }

    /** @param ratio whether it counts on any machine */
    private void atMost(String what, double measured, double limit, boolean ratio) {
        missed |= ratio && measured > limit;
        String no = ratio ? "**missed**" : "not on this machine";
        line(what, measured, "≤ " + Table.two(limit), measured <= limit ? "held" : no);
    }

    private void line(String what, double measured, String asked, String held) {
        lines.add("| %s | %s | %s | %s |".formatted(what, Table.two(measured), asked, held));
    }
}
