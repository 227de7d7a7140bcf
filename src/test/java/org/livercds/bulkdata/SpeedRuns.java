package org.livercds.bulkdata;

import java.util.ArrayList;
import java.util.List;
import org.livercds.load.Median;

/** How fast a silent run is and what memory it takes, by one thread and by two. */
final class SpeedRuns {

    private static final double PATIENTS_PER_SECOND = 2_000;

    private SpeedRuns() {}

    static boolean run(ScreenRuns runs) throws Exception {
        ScreenRuns.say("| threads | wall s | patients/s | resources/s | peak RSS MB |");
        ScreenRuns.say("|---|---|---|---|---|");
        double fastest = 0;
        for (int threads : List.of(1, 2)) {
            List<ScreenProcess.Ended> ended = new ArrayList<>();
            for (int i = 0; i < runs.options().number("runs"); i++) {
                ended.add(runs.process().finish(runs.out("speed-" + threads + "-" + i), threads));
            }
            double seconds = Median.of(ended, ScreenProcess.Ended::seconds);
            fastest = runs.written().patients() / seconds;
            ScreenRuns.say(
                    "| %d | %.1f | %.0f | %.0f | %.0f |",
                    threads,
                    seconds,
                    fastest,
                    runs.written().lines() / seconds,
                    Median.of(ended, ScreenProcess.Ended::peak));
        }
        boolean held = fastest >= PATIENTS_PER_SECOND;
        ScreenRuns.say(
                "%s: patients a second by two threads %.0f, at least %.0f",
                held ? "held" : "MISSED", fastest, PATIENTS_PER_SECOND);
        return held;
    }
}
