package org.livercds.load;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Scenarios of prefetched calls alone. */
final class Steady {

    private Steady() {}

    /** 200 calls a second for five minutes: p99 within 25 ms, no error. */
    static boolean rate(Options options) throws Exception {
        try (World world = new World(options)) {
            world.warmUp();
            int rate = options.number("rate");
            Supplier<Call> calls = world.prefetched(rate * options.number("seconds"));
            double before = Vitals.cpu(world.service.handle());
            Tally tally = world.generator.rate("rate " + rate + "/s", rate, world.seconds(), calls);
            world.generator.drain();
            double cores = (Vitals.cpu(world.service.handle()) - before) / options.number("seconds");
            Report report = world.report;
            report.phase(tally);
            report.say("the service took %.2f cores", cores);
            report.vitals("after", world.service.vitals());
            report.bar("p99 ms", Tally.millis(tally.times(Call.GOOD).sinceDue(), 99), "<=", 25);
            report.bar("calls without a good answer", tally.all() - tally.count(Call.GOOD), "<=", 0);
            return report.print();
        }
    }

    /** How many calls a second so many callers get answered. */
    static boolean capacity(Options asked) throws Exception {
        Options options = asked.preferring("seconds", 20);
        try (World world = new World(options)) {
            world.warmUp();
            for (int i = 0; i < options.number("times"); i++) {
                world.report.phase(capacity(world, world.seconds()));
            }
            world.report.vitals("after", world.service.vitals());
            return world.report.print();
        }
    }

    static Tally capacity(World world, Duration duration) throws Exception {
        int callers = world.options.number("concurrency");
        Supplier<Call> calls = world.prefetched((int) duration.toSeconds() * 2_000);
        return world.generator.callers("capacity, " + callers + " callers", callers, duration, calls);
    }

    /** Each rate twice the one before, until the service cannot follow. */
    static boolean step(Options asked) throws Exception {
        Options options = asked.preferring("seconds", 15).preferring("rate", 50);
        try (World world = new World(options)) {
            world.warmUp();
            boolean follows = true;
            for (int rate = options.number("rate"); follows && rate <= 3_200; rate *= 2) {
                Supplier<Call> calls = world.prefetched(rate * options.number("seconds"));
                Tally tally = world.generator.rate("step " + rate + "/s", rate, world.seconds(), calls);
                world.generator.drain();
                world.report.phase(tally);
                world.report.vitals("after " + rate + "/s", world.service.vitals());
                follows = tally.count(Call.GOOD) == tally.all();
                world.report.bar("wrong answers at " + rate + "/s", wrong(tally), "<=", 0);
            }
            return world.report.print();
        }
    }

    /** 100,000 calls for 50 patients, many at once: each answer is the right one. */
    static boolean interleaved(Options asked) throws Exception {
        Options options = asked.preferring("seconds", 3_000);
        try (World world = new World(options)) {
            world.warmUp();
            int count = options.number("calls");
            List<Call> calls = distinct(world, count);
            Supplier<Call> turns = World.turns(calls);
            Tally tally = world.generator.callers(
                    count + " for " + calls.size(), options.number("concurrency"), world.seconds(), turns);
            world.report.phase(tally);
            world.report.vitals("after", world.service.vitals());
            world.report.bar("wrong answers", wrong(tally), "<=", 0);
            world.report.bar("right answers", tally.count(Call.GOOD), ">=", count);
            return world.report.print();
        }
    }

    /** No two patients have the same answer, so that a mistaken one is seen. */
    private static List<Call> distinct(World world, int count) throws Exception {
        Supplier<Call> all = world.prefetched(count);
        List<Call> calls = world.patients.stream().map(patient -> all.get()).toList();
        for (int i = 0; i < calls.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!calls.get(i)
                        .right()
                        .orElseThrow()
                        .differsFrom(calls.get(j).right().orElseThrow())) {
                    throw new IllegalStateException("patients " + i + " and " + j + " have the same answer");
                }
            }
        }
        return calls;
    }

    static long wrong(Tally tally) {
        return tally.count(Call.WRONG_PATIENT) + tally.count(Call.OTHER_ANSWER);
    }
}
