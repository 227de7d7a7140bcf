package org.livercds.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Ten minutes of mixed calls of two tenants; between the minutes it is read what the process holds. */
final class Soak {

    private Soak() {}

    static boolean run(Options asked) throws Exception {
        Options options = asked.preferring("seconds", 60).preferring("rate", 100);
        try (World world = new World(options)) {
            List<Call> calls = mixed(world);
            world.warmUp();
            List<Vitals> readings = new ArrayList<>();
            long poor = 0;
            for (int i = 1; i <= options.number("segments"); i++) {
                Tally tally = segment(world, i, calls);
                poor += tally.all() - tally.count(Call.GOOD);
                readings.add(world.service.vitals());
                world.report.vitals("after segment " + i, readings.get(i - 1));
            }
            world.report.bar("calls without a good answer", poor, "<=", 0);
            judge(world.report, readings);
            return world.report.print();
        }
    }

    /** Of ten calls three read a FHIR server. */
    private static List<Call> mixed(World world) throws Exception {
        List<Call> labs = Hung.lacking(world, world.patients, List.of("labs", "procedures"));
        List<Call> nearlyAll =
                Hung.lacking(world, world.patients, List.of("conditions", "observations", "labs", "bodyStructures"));
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < 10 * world.patients.size(); i++) {
            int patient = i % world.patients.size();
            List<Call> kind = i % 10 < 7 ? world.prefetched : i % 10 < 9 ? labs : nearlyAll;
            calls.add(kind.get((patient + i / world.patients.size()) % world.patients.size()));
        }
        return calls;
    }

    private static Tally segment(World world, int number, List<Call> calls) {
        int rate = world.options.number("rate");
        int seconds = world.options.number("seconds");
        world.provide((long) rate * seconds, seconds);
        Tally tally = world.generator.rate("segment " + number, rate, Generator.lasting(seconds), World.turns(calls));
        world.generator.drain();
        world.report.phase(tally);
        return tally;
    }

    /** The last third of the readings against the third before the middle; the first ones are still filling caches. */
    private static void judge(Report report, List<Vitals> readings) {
        int third = Math.max(1, readings.size() / 3);
        List<Vitals> early = readings.subList(readings.size() - 2 * third, readings.size() - third);
        List<Vitals> late = readings.subList(readings.size() - third, readings.size());
        report.bar("growth of the heap after GC, MB", growth(early, late, Vitals::megabytes), "<=", 3);
        report.bar("growth of threads", growth(early, late, Vitals::threads), "<=", 3);
        report.bar("growth of descriptors", growth(early, late, Vitals::descriptors), "<=", 5);
    }

    private static double growth(List<Vitals> early, List<Vitals> late, ToDoubleFunction<Vitals> what) {
        return late.stream().mapToDouble(what).average().orElseThrow()
                - early.stream().mapToDouble(what).average().orElseThrow();
    }
}
