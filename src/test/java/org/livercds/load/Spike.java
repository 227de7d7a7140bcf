package org.livercds.load;

import org.HdrHistogram.Histogram;

/** Five times as many calls as can be answered: what can be is, the rest is refused soon, and then it is as before. */
final class Spike {

    private static final int WARM = 10;

    private Spike() {}

    static boolean run(Options asked) throws Exception {
        Options options = asked.preferring("seconds", 20);
        try (World world = new World(options)) {
            world.warmUp();
            Tally capacity = Steady.capacityOf(world);
            world.report.phase(capacity);
            double most = capacity.perSecond(Call.GOOD);
            Vitals before = world.service.vitals();
            world.report.vitals("before", before);
            double spike = most * options.number("times");
            double half = most / 2;
            int seconds = options.number("seconds");
            world.provide((long) (spike * (seconds + WARM) + half * 10));
            // what refuses calls has not run yet, and is compiled first
            Tally first = at(world, "warm-up spike", spike, WARM);
            world.generator.drain();
            world.report.phase(first);
            Tally over = at(world, "spike " + Math.round(spike) + "/s", spike, seconds);
            Tally recovery = at(world, "recovery " + Math.round(half) + "/s", half, 10);
            world.generator.drain();
            world.report.phase(over);
            world.report.phase(recovery);
            Vitals after = world.service.vitals();
            world.report.vitals("after", after);
            judge(world.report, over, most * seconds, recovery);
            world.report.bar("heap after GC, times that before", after.megabytes() / before.megabytes(), "<=", 1.25);
            return world.report.print();
        }
    }

    private static Tally at(World world, String name, double rate, int seconds) {
        return world.generator.rate(name, rate, Generator.lasting(seconds), World.turns(world.prefetched));
    }

    private static void judge(Report report, Tally over, double could, Tally recovery) {
        Histogram refusals = over.times(Call.REJECTED).sinceSent();
        report.say("refusals: p50 %.1f, max %.1f ms", Tally.millis(refusals, 50), Tally.millis(refusals, 100));
        long errors = over.errors().values().stream().mapToLong(Long::longValue).sum();
        report.bar("good answers, times those possible", over.count(Call.GOOD) / could, ">=", 0.9);
        report.bar("refusals", refusals.getTotalCount(), ">=", 1);
        report.bar("refusals p99 ms", Tally.millis(refusals, 99), "<=", 10);
        report.bar("neither answered nor refused properly", errors, "<=", 0);
        report.bar("seconds until every answer is good within 100 ms", recovery.lastPoor(), "<=", 2);
    }
}
