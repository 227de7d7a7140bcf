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
        LocalDate day = today();
        try {
            if (scenario.run(options)) {
                exit = 0;
            } else if (day.equals(today())) {
                exit = 1;
            } else {
                System.out.println("A new day began meanwhile, and answers hold the day: run it again");
            }
        } catch (Exception failed) {
            failed.printStackTrace();
        }
        System.exit(exit);
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.systemDefaultZone());
    }
}
