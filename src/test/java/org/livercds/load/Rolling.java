package org.livercds.load;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Two processes are called by turns and restarted by turns; a client tries again where a connection was refused. */
final class Rolling {

    /** At most, of a restart: for so long there are tokens. */
    private static final int SECONDS_EACH = 90;

    private Rolling() {}

    static boolean run(Options asked) throws Exception {
        Options options = asked.preferring("rate", 50);
        int second = options.number("port2");
        try (World world = new World(options, second);
                ServiceProcess other = ServiceProcess.start(options, second, 0, world.settings())) {
            world.warmUp();
            int restarts = options.number("restarts");
            int rate = options.number("rate");
            world.provide((long) restarts * SECONDS_EACH * rate, restarts * SECONDS_EACH);
            Supplier<Call> calls = World.turns(world.prefetched);
            CompletableFuture<Long> rolling =
                    CompletableFuture.supplyAsync(() -> roll(restarts, List.of(world.service, other), world.report));
            Tally tally = world.generator.rate(restarts + " restarts", rate, () -> !rolling.isDone(), calls);
            world.generator.drain();
            world.report.phase(tally);
            world.report.say("refused connections, tried again: %d", tally.retries());
            world.report.bar("failed calls", tally.all() - tally.count(Call.GOOD), "<=", 0);
            world.report.bar("processes that did not end by themselves", rolling.get(), "<=", 0);
            return world.report.print();
        }
    }

    /** How many did not end as they should after SIGTERM. */
    private static long roll(int restarts, List<ServiceProcess> processes, Report report) {
        long killed = 0;
        for (int i = 0; i < restarts; i++) {
            try {
                ServiceProcess process = processes.get(i % 2);
                long begin = System.nanoTime();
                int exit = process.stop();
                report.say("restart %d: exit %d after %.1f s", i + 1, exit, (System.nanoTime() - begin) / 1e9);
                killed += exit == 137 ? 1 : 0;
                process.start();
                Thread.sleep(2_000);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }
        return killed;
    }
}
