package org.livercds.bulkdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Whether a silent run finds the same with one thread and two, and when it is killed at any moment and started again. */
final class SameRuns {

    private static final List<String> FILES = List.of("patients.csv", "report.html", "bad-lines.csv");
    private static final int KILLS_PER_ROUND = 3;

    private SameRuns() {}

    static boolean run(ScreenRuns runs) throws Exception {
        Path one = runs.out("one");
        Path two = runs.out("two");
        ScreenProcess screen = runs.process();
        screen.finish(one, 1);
        double seconds = screen.finish(two, 2).seconds();
        boolean same = same(one, two, "two threads");
        long seed = new Random().nextLong();
        Random chance = new Random(seed);
        for (int round = 0; round < runs.options().number("kills"); round++) {
            Path killed = runs.out("killed-" + round);
            int kills = killed(screen, killed, seconds, chance);
            same &= same(one, killed, "killed %d times, round %d of seed %d".formatted(kills, round, seed));
        }
        return same;
    }

    /** Begins, is killed, begins again, and at last may come to its end; how often it was killed before that. */
    private static int killed(ScreenProcess screen, Path out, double seconds, Random chance) throws Exception {
        for (int kills = 0; kills < KILLS_PER_ROUND; kills++) {
            Optional<Integer> exit = screen.run(out, 1 + chance.nextInt(2), chance.nextDouble() * seconds)
                    .exit();
            if (exit.isPresent() && exit.get() != 0) {
                throw new IllegalStateException("screen ended with " + exit.get() + " after " + kills + " kills");
            }
            if (exit.isPresent() || isDone(out)) {
                return kills;
            }
        }
        screen.finish(out, 1 + chance.nextInt(2));
        return KILLS_PER_ROUND;
    }

    /** It was killed on its way out. */
    private static boolean isDone(Path out) {
        return Files.exists(out.resolve(FILES.get(FILES.size() - 1))) && !Files.exists(out.resolve("work.sqlite"));
    }

    static boolean same(Path one, Path other, String what) throws IOException {
        boolean same = true;
        for (String name : FILES) {
            long differs = Files.mismatch(one.resolve(name), other.resolve(name));
            same &= differs < 0;
            ScreenRuns.say("%s: %s, %s", differs < 0 ? "same" : "OTHER from byte " + differs, name, what);
        }
        return same;
    }
}
