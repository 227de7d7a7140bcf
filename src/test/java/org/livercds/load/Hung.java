package org.livercds.load;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** The FHIR servers take queries and never answer, then they answer again; every call needs them. */
final class Hung {

    private static final double DEADLINE = 450;

    private Hung() {}

    static boolean run(Options asked) throws Exception {
        Options options = asked.preferring("seconds", 20).preferring("rate", 40);
        try (World world = new World(options)) {
            world.warmUp();
            List<Call> calls = needy(world);
            Tally before = phase(world, "servers answer", calls);
            world.fhir.hang(true);
            long asked0 = world.fhir.asked();
            Tally hung = phase(world, "servers hang", calls);
            long met = world.fhir.asked() - asked0;
            world.fhir.hang(false);
            Tally after = phase(world, "servers answer again", calls);
            judge(world.report, before, hung, after);
            world.report.bar("queries that met the hanging servers", met, ">=", 1);
            world.report.vitals("after", world.service.vitals());
            return world.report.print();
        }
    }

    /** Without conditions there can be no answer while they hang, without laboratory values one that says so. */
    private static List<Call> needy(World world) throws Exception {
        List<LoadPatient> ill =
                world.patients.stream().filter(LoadPatient::hasLiverDisease).toList();
        List<Call> calls = new ArrayList<>();
        List<Call> withoutLabs = lacking(world, ill, List.of("labs"));
        List<Call> withoutConditions = lacking(world, ill, List.of("conditions", "labs", "observations"));
        for (int i = 0; i < ill.size(); i++) {
            calls.add(withoutLabs.get(i));
            calls.add(withoutConditions.get(i));
        }
        return calls;
    }

    static List<Call> lacking(World world, List<LoadPatient> patients, List<String> keys) throws Exception {
        return world.learned(patients, patient -> patient.lacking(keys, world.fhir.base(patient.tenant())));
    }

    private static Tally phase(World world, String name, List<Call> calls) {
        int rate = world.options.number("rate");
        int seconds = world.options.number("seconds");
        world.provide((long) rate * seconds, seconds);
        Tally tally = world.generator.rate(name, rate, Generator.lasting(seconds), World.turns(calls));
        world.generator.drain();
        world.report.phase(tally);
        return tally;
    }

    private static void judge(Report report, Tally before, Tally hung, Tally after) {
        Histogram times = hung.times().sinceSent();
        report.say(
                "while they hang: %d x 412, %d x 200 that says what is missing; p50 %.1f, p99 %.1f, max %.1f ms",
                hung.count(Call.NO_DIAGNOSIS),
                hung.count(Call.INCOMPLETE),
                Tally.millis(times, 50),
                Tally.millis(times, 99),
                Tally.millis(times, 100));
        long proper = hung.count(Call.NO_DIAGNOSIS) + hung.count(Call.INCOMPLETE);
        report.bar("before: calls without a good answer", before.all() - before.count(Call.GOOD), "<=", 0);
        report.bar("hung: slowest answer, ms", Tally.millis(times, 100), "<=", DEADLINE + 50);
        report.bar("hung: neither 412 nor a 200 that says so", hung.all() - proper, "<=", 0);
        report.bar("after: seconds to the first good answer", firstGood(after), "<=", 10);
    }

    private static double firstGood(Tally after) {
        return after.firstGood() < 0 ? Double.POSITIVE_INFINITY : after.firstGood();
    }
}
