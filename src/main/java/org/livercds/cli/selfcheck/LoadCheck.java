package org.livercds.cli.selfcheck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * How long calls take one after the other, and whether calls at once are kept apart.
 *
 * @param calls of each
 * @param most that half of them, and 95 of 100, may take
 */
record LoadCheck(int calls, Duration most) implements Check {

    private static final int AT_ONCE = 8;

    @Override
    public void run(Asker asker) {
        times(asker);
        mixing(asker);
    }

    private void times(Asker asker) {
        List<Duration> took = new ArrayList<>();
        Exchange last = null;
        for (int call = 0; call < calls; call++) {
            last = asker.ask("call " + (call + 1) + " of " + calls, asker.full());
            took.add(last.took());
        }
        took.sort(null);
        Duration median = took.get((calls - 1) / 2);
        Duration slow = took.get((int) Math.ceil(calls * 0.95) - 1);
        String figures = "median " + median.toMillis() + " ms, 95 of 100 within " + slow.toMillis() + " ms, of " + calls
                + " calls one after the other";
        asker.ledger().measured(asker.service().id(), figures);
        asker.ledger().judge("time.median", median.compareTo(most) <= 0, last, figures);
        asker.ledger().judge("time.p95", slow.compareTo(most) <= 0, last, figures);
    }

    private void mixing(Asker asker) {
        List<Person> people = List.of(Person.fresh(), Person.fresh());
        for (int round = 0; round * AT_ONCE < calls; round++) {
            List<Exchange> answers = atOnce(asker, people);
            for (int i = 0; i < AT_ONCE; i++) {
                Exchange answer = asker.judged(answers.get(i));
                Person other = people.get((i + 1) % 2);
                asker.ledger().judge("load.answered", Statuses.OK_OR_BUSY.test(answer.status()), answer);
                asker.ledger()
                        .judge("load.no-mix", !other.isIn(answer.text()), answer, "it tells of the other patient");
            }
        }
    }

    private static List<Exchange> atOnce(Asker asker, List<Person> people) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<CompletableFuture<Exchange>> sent = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> Call.of(
                            asker.service(),
                            "one of eight at once",
                            asker.bodies().full(people.get(i % 2))))
                    .map(call ->
                            CompletableFuture.supplyAsync(() -> asker.wire().send(call), threads))
                    .toList();
            return sent.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }
}
