package org.livercds.load;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Five times as many calls as can be answered: what can be is, the rest is refused soon, and then it is as before. What
 * can be answered is measured before and after each overload, since it changes with the machine.
 */
final class Spike {

    /** Twice so many seconds. */
    private static final int WARM = 30;

    private Spike() {}

    /** An overload, and what could be answered just before and after it, in calls a second. */
    private record Round(Tally over, double before, double after) {

        double goodput(int seconds) {
            return over.count(Call.GOOD) / (seconds * (before + after) / 2);
        }

        double refusals(double percentile) {
            return Tally.millis(times(), percentile);
        }

        Histogram times() {
            return over.times(Call.REJECTED).sinceSent();
        }
    }

    static boolean run(Options asked) throws Exception {
        Options options = asked.preferring("seconds", 10).preferring("rounds", 3);
        try (World world = new World(options)) {
            world.warmUp();
            double most = capacity(world);
            // what refuses calls has not run yet, and what answers them not among refusals: both are compiled first
            over(world, "warm-up spike", most, WARM);
            over(world, "warm-up spike", most, WARM);
            most = capacity(world);
            Vitals before = world.service.vitals();
            world.report.vitals("before", before);
            List<Round> rounds = new ArrayList<>();
            for (int i = 0; i < options.number("rounds"); i++) {
                Tally over = over(world, "spike", most, options.number("seconds"));
                double next = capacity(world);
                rounds.add(new Round(over, most, next));
                most = next;
            }
            double last = most * options.number("times");
            world.provide((long) (last * 3 + most * 5), 13);
            Tally end = at(world, "last spike " + Math.round(last) + "/s", last, 3);
            Tally recovery = at(world, "recovery " + Math.round(most / 2) + "/s", most / 2, 10);
            world.generator.drain();
            world.report.phase(end);
            world.report.phase(recovery);
            Vitals after = world.service.vitals();
            world.report.vitals("after", after);
            judge(world.report, rounds, options.number("seconds"));
            long failed =
                    rounds.stream().mapToLong(round -> round.over().failed()).sum() + end.failed();
            world.report.bar("neither answered nor refused properly", failed, "<=", 0);
            world.report.bar("seconds until every answer is good within 100 ms", recovery.lastPoor(), "<=", 2);
            world.report.bar("heap after GC, times that before", after.megabytes() / before.megabytes(), "<=", 1.25);
            return world.report.print();
        }
    }

    private static double capacity(World world) {
        Tally capacity = Steady.capacityOf(world);
        world.report.phase(capacity);
        if (capacity.count(Call.GOOD) == 0) {
            throw new IllegalStateException("no call was answered well, of which there should be five times as many");
        }
        return capacity.perSecond(Call.GOOD);
    }

    private static Tally over(World world, String name, double most, int seconds) {
        double rate = most * world.options.number("times");
        world.provide((long) (rate * seconds), seconds);
        // which were closed while tokens were signed; to open them all takes longer than a refusal may
        world.generator.connect(world.options.number("connections"));
        return Steady.provided(world, name + " " + Math.round(rate) + "/s", rate, seconds);
    }

    private static Tally at(World world, String name, double rate, int seconds) {
        return world.generator.rate(name, rate, Generator.lasting(seconds), World.turns(world.prefetched));
    }

    /** Medians: one round may be unlucky. */
    private static void judge(Report report, List<Round> rounds, int seconds) {
        report.say(
                "refusals, medians of the rounds: p50 %.1f, slowest %.1f ms",
                Median.of(rounds, round -> round.refusals(50)), Median.of(rounds, round -> round.refusals(100)));
        report.bar("good answers, times those possible", Median.of(rounds, round -> round.goodput(seconds)), ">=", 0.9);
        report.bar("refusals", Median.of(rounds, round -> round.times().getTotalCount()), ">=", 1);
        report.bar("refusals p99 ms", Median.of(rounds, round -> round.refusals(99)), "<=", 10);
    }
}
