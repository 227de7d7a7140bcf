package org.livercds.load;

import java.util.List;

/** Scenarios of prefetched calls alone. */
final class Steady {

    /** Seconds that many calls, as fast as they are answered, take at most. */
    private static final int CALLS_TAKE = 1_200;

    private Steady() {}

    /** 200 calls a second for five minutes: p99 within 25 ms, no error. */
    static boolean rate(Options options) throws Exception {
        try (World world = new World(options)) {
            world.warmUp();
            int rate = options.number("rate");
            double before = Proc.cpu(world.service.handle().pid());
            Tally tally = at(world, "rate " + rate + "/s", rate);
            double used = Proc.cpu(world.service.handle().pid()) - before;
            world.report.say("processor time of the service per call: %.2f ms", used * 1_000 / tally.all());
            world.report.vitals("after", world.service.vitals());
            world.report.bar("p99 ms", Tally.millis(tally.times(Call.GOOD).sinceDue(), 99), "<=", 25);
            world.report.bar("calls without a good answer", tally.all() - tally.count(Call.GOOD), "<=", 0);
            return world.report.print();
        }
    }

    /** How many calls a second so many callers get answered. */
    static boolean capacity(Options asked) throws Exception {
        Options options = asked.preferring("seconds", 20);
        try (World world = new World(options)) {
            world.warmUp();
            for (int i = 0; i < options.number("rounds"); i++) {
                world.report.phase(capacityOf(world));
            }
            world.report.vitals("after", world.service.vitals());
            return world.report.print();
        }
    }

    static Tally capacityOf(World world) {
        int callers = world.options.number("concurrency");
        int seconds = world.options.number("seconds");
        world.provide(seconds * 2_500L, seconds);
        return world.generator.callers(
                "capacity, " + callers + " callers",
                callers,
                Generator.lasting(seconds),
                World.turns(world.prefetched));
    }

    /** Each rate twice the one before, until the service cannot follow. */
    static boolean step(Options asked) throws Exception {
        Options options = asked.preferring("seconds", 15).preferring("rate", 25);
        try (World world = new World(options)) {
            world.warmUp();
            boolean follows = true;
            for (int rate = options.number("rate"); follows && rate <= 3_200; rate *= 2) {
                Tally tally = at(world, "step " + rate + "/s", rate);
                world.report.vitals("after " + rate + "/s", world.service.vitals());
                follows = tally.count(Call.GOOD) == tally.all();
                world.report.bar("wrong answers at " + rate + "/s", wrong(tally), "<=", 0);
            }
            return world.report.print();
        }
    }

    /** 100,000 calls for 50 patients, many at once: each answer is the right one. */
    static boolean interleaved(Options options) throws Exception {
        try (World world = new World(options)) {
            world.warmUp();
            requireDistinct(world.prefetched);
            int count = options.number("calls");
            world.provide(count, CALLS_TAKE);
            Tally tally = world.generator.callers(
                    "interleaved, " + world.prefetched.size() + " patients",
                    options.number("concurrency"),
                    () -> true,
                    World.turns(world.prefetched));
            world.report.phase(tally);
            world.report.vitals("after", world.service.vitals());
            world.report.bar("wrong answers", wrong(tally), "<=", 0);
            world.report.bar("right answers", tally.count(Call.GOOD), ">=", count);
            return world.report.print();
        }
    }

    static long wrong(Tally tally) {
        return tally.count(Call.WRONG_PATIENT) + tally.count(Call.OTHER_ANSWER);
    }

    private static Tally at(World world, String name, int rate) {
        int seconds = world.options.number("seconds");
        world.provide((long) rate * seconds, seconds);
        return provided(world, name, rate, seconds);
    }

    /** With what was provided for it. */
    static Tally provided(World world, String name, double rate, int seconds) {
        Tally tally = world.generator.rate(name, rate, Generator.lasting(seconds), World.turns(world.prefetched));
        world.generator.drain();
        world.report.phase(tally);
        return tally;
    }

    /** No two patients have the same answer, so that a mistaken one is seen. */
    private static void requireDistinct(List<Call> calls) {
        for (int i = 0; i < calls.size(); i++) {
            RightAnswer mine = calls.get(i).right().orElseThrow();
            for (int j = 0; j < i; j++) {
                if (!mine.differsFrom(calls.get(j).right().orElseThrow())) {
                    throw new IllegalStateException("patients " + i + " and " + j + " have the same answer");
                }
            }
        }
    }
}
