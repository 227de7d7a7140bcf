package org.livercds.load;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The command {@code .ci/load}: one scenario, its table, and 1 where a bar was missed, 3 where it could not be run. */
public final class Load {

    private interface Scenario {
        boolean run(Options options) throws Exception;
    }

    private static final Map<String, Scenario> SCENARIOS = new TreeMap<>(Map.of(
            "rate", Steady::rate,
            "capacity", Steady::capacity,
            "step", Steady::step,
            "interleaved", Steady::interleaved,
            "feedback", FeedbackLoad::run,
            "hung", Hung::run,
            "spike", Spike::run,
            "soak", Soak::run,
            "rolling", Rolling::run));

    private Load() {}

    public static void main(String... arguments) {
        Scenario scenario = arguments.length == 0 ? null : SCENARIOS.get(arguments[0]);
        if (scenario == null) {
            System.out.println("one of " + SCENARIOS.keySet() + ", then name=value; see docs/bench/README.md");
            System.exit(2);
        }
        Options options = Options.of(Options.OF_LOAD, Arrays.copyOfRange(arguments, 1, arguments.length));
        int exit = 3;
        LocalDate day = LocalDate.now(Clock.systemDefaultZone());
        try {
            boolean held = scenario.run(options);
            boolean sameDay = day.equals(LocalDate.now(Clock.systemDefaultZone()));
            if (!held && !sameDay) {
                System.out.println("A new day began meanwhile, and answers hold the day: run it again");
            }
            exit = held ? 0 : sameDay ? 1 : 3;
        } catch (Exception failed) {
            failed.printStackTrace();
        }
        System.exit(exit);
    }
}
