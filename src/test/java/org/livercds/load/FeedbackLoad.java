package org.livercds.load;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The same hooks without and with a stream of feedback, each first by turns: medians of the rounds are compared. */
final class FeedbackLoad {

    private static final int BATCH = 50;
    private static final Pattern CARD = Pattern.compile("\"uuid\":\"([0-9a-f-]{36})\",\"summary\"");
    private static final String ITEM = "{\"card\":\"%s\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\"%s\","
            + "\"overrideReason\":{\"reason\":{\"code\":\"patient-declined\",\"system\":\"https://load.example\"}}}";

    private final World world;
    private final int rate;
    private final int seconds;
    private final int items;
    private final Map<Tenant, TokenPool> tokens = World.pools(Call.FEEDBACK);
    private final List<String> cards;
    private final AtomicInteger next = new AtomicInteger();
    private final Instant begin = Instant.now().minusSeconds(3_600);

    private FeedbackLoad(World world) throws Exception {
        this.world = world;
        this.rate = world.options.number("rate");
        this.seconds = world.options.number("seconds");
        this.items = world.options.number("items");
        this.cards = cards();
    }

    static boolean run(Options asked) throws Exception {
        Options options = asked.preferring("seconds", 30).preferring("rate", 100);
        try (World world = new World(options)) {
            world.warmUp();
            return new FeedbackLoad(world).run();
        }
    }

    private boolean run() throws Exception {
        List<Tally> without = new ArrayList<>();
        List<Tally> with = new ArrayList<>();
        List<Tally> streams = new ArrayList<>();
        for (int round = 0; round < world.options.number("rounds"); round++) {
            boolean aloneFirst = round % 2 == 0;
            if (aloneFirst) {
                without.add(hooks("hooks alone"));
            }
            World.fill(tokens, (long) seconds * items / BATCH, seconds);
            CompletableFuture<Tally> stream = CompletableFuture.supplyAsync(this::stream);
            with.add(hooks("hooks, feedback beside"));
            streams.add(stream.get());
            world.report.phase(streams.get(round));
            if (!aloneFirst) {
                without.add(hooks("hooks alone"));
            }
        }
        compare(without, with, streams);
        return world.report.print();
    }

    private void compare(List<Tally> without, List<Tally> with, List<Tally> streams) throws Exception {
        Report report = world.report;
        double kept = world.service.metric("^livercds_feedback_total\\{.*overridden");
        double acknowledged = BATCH
                * streams.stream().mapToLong(tally -> tally.count(Call.GOOD)).sum();
        double rounds = (double) streams.size() * seconds;
        report.vitals("after", world.service.vitals());
        report.say("p99 with feedback, times that without: %.2f", median(with, 99) / median(without, 99));
        report.bar("p50 with feedback, times that without", median(with, 50) / median(without, 50), "<=", 1.10);
        report.bar("items acknowledged in a second", acknowledged / rounds, ">=", items * 0.99);
        report.bar("items acknowledged that are not counted as kept", acknowledged - kept, "<=", 0);
        report.bar("hooks without a good answer", poor(without) + poor(with), "<=", 0);
    }

    private Tally hooks(String name) {
        world.provide((long) rate * seconds, seconds);
        Tally tally = world.generator.rate(name, rate, Generator.lasting(seconds), World.turns(world.prefetched));
        world.generator.drain();
        world.report.phase(tally);
        return tally;
    }

    /** A generator of its own, so that it does not delay the hooks. */
    private Tally stream() {
        try (Generator generator = new Generator(world.options, List.of(world.options.number("port")))) {
            Supplier<Call> batches = () -> new Call(Call.FEEDBACK, batch(), pool(), Optional.empty());
            Tally tally = generator.rate(
                    "feedback, batches of " + BATCH, (double) items / BATCH, Generator.lasting(seconds), batches);
            generator.drain();
            return tally;
        }
    }

    private TokenPool pool() {
        return tokens.get(Tenant.values()[next.get() / BATCH % 2]);
    }

    /** Each item has a time of its own, so that none is a repeat of another. */
    private Buffer batch() {
        return Buffer.buffer(IntStream.range(0, BATCH)
                .map(i -> next.getAndIncrement())
                .mapToObj(i -> ITEM.formatted(cards.get(i % cards.size()), begin.plusMillis(i)))
                .collect(Collectors.joining(",", "{\"feedback\":[", "]}")));
    }

    /** Shown to another user: what is overridden here disturbs nobody else. */
    private List<String> cards() throws Exception {
        List<String> found = new ArrayList<>();
        List<LoadPatient> seen = world.patients.stream()
                .map(patient -> patient.seenBy("Practitioner/feedback"))
                .toList();
        for (Buffer answer : world.answers(seen)) {
            Matcher card = CARD.matcher(answer.toString());
            while (card.find()) {
                found.add(card.group(1));
            }
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("no card to speak of");
        }
        return found;
    }

    private static double median(List<Tally> tallies, double percentile) {
        return Median.of(tallies, tally -> Tally.millis(tally.times(Call.GOOD).sinceDue(), percentile));
    }

    private static long poor(List<Tally> tallies) {
        return tallies.stream()
                .mapToLong(tally -> tally.all() - tally.count(Call.GOOD))
                .sum();
    }
}
