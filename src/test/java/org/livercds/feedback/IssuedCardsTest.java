package org.livercds.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cards go to where they are kept behind the answer, and never in its way. */
@Timeout(30)
class IssuedCardsTest {

    private static final Duration GATHERING = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void closing_writes_what_is_in_the_queue() throws InterruptedException {
        List<Answered> kept = new CopyOnWriteArrayList<>();
        IssuedCards cards = new IssuedCards(kept::addAll, 1_000, GATHERING, PATIENCE, metrics);
        cards(0, 500).forEach(cards::add);
        cards.close();
        assertEquals(cards(0, 500), kept);
        cards(500, 501).forEach(cards::add);
        assertEquals(500, kept.size());
        assertEquals(1, dropped());
    }

    @Test
    void many_calls_at_once_lose_and_double_nothing() throws InterruptedException {
        List<String> kept = new CopyOnWriteArrayList<>();
        IssuedCards cards = new IssuedCards(
                batch -> batch.forEach(answer -> kept.add(answer.cards().get(0).card())),
                10_000,
                GATHERING,
                PATIENCE,
                metrics);
        ExecutorService calls = Executors.newFixedThreadPool(8);
        for (int call = 0; call < 800; call++) {
            List<Answered> three = cards(call * 3, call * 3 + 3);
            calls.execute(() -> three.forEach(cards::add));
        }
        calls.shutdown();
        assertTrue(calls.awaitTermination(10, TimeUnit.SECONDS));
        cards.close();
        assertEquals(2_400, kept.size());
        assertEquals(2_400, kept.stream().distinct().count());
        assertEquals(0, dropped());
    }

    @Test
    void where_writing_hangs_the_rest_is_dropped_and_nobody_waits() throws InterruptedException {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        IssuedCardLog hanging = batch -> {
            writing.countDown();
            try {
                never.await();
            } catch (InterruptedException closed) {
                throw new SQLException("interrupted", closed);
            }
        };
        IssuedCards cards = new IssuedCards(hanging, 10, GATHERING, Duration.ofMillis(100), metrics);
        cards(0, 1).forEach(cards::add);
        assertTrue(writing.await(10, TimeUnit.SECONDS));
        long begin = System.nanoTime();
        cards(1, 1_001).forEach(cards::add);
        assertTrue(System.nanoTime() - begin < 1_000_000_000L);
        assertEquals(990, dropped());
        begin = System.nanoTime();
        cards.close();
        assertTrue(System.nanoTime() - begin < 2_000_000_000L);
        assertTrue(dropped() >= 1_000, "what was left is counted");
    }

    @Test
    void after_a_batch_that_could_not_be_kept_comes_the_next() throws InterruptedException {
        List<Answered> kept = new CopyOnWriteArrayList<>();
        AtomicBoolean broken = new AtomicBoolean(true);
        CountDownLatch tried = new CountDownLatch(1);
        IssuedCards cards = new IssuedCards(
                batch -> {
                    if (broken.get()) {
                        tried.countDown();
                        throw new SQLException("away");
                    }
                    kept.addAll(batch);
                },
                100,
                GATHERING,
                PATIENCE,
                metrics);
        cards(0, 1).forEach(cards::add);
        assertTrue(tried.await(10, TimeUnit.SECONDS));
        broken.set(false);
        cards(1, 2).forEach(cards::add);
        cards.close();
        assertEquals(1, dropped());
        assertEquals(cards(1, 2), kept);
    }

    @Test
    void silent_answers_wait_for_each_other_and_not_for_ever() throws InterruptedException {
        List<Integer> batches = new CopyOnWriteArrayList<>();
        IssuedCards cards = new IssuedCards(batch -> batches.add(batch.size()), 1_000, GATHERING, PATIENCE, metrics);
        for (int i = 0; i < 10; i++) {
            cards.add(answered(List.of()));
            Thread.sleep(20);
        }
        while (batches.isEmpty()) {
            Thread.sleep(10);
        }
        assertEquals(10, batches.get(0));
        cards.add(answered(List.of()));
        cards(0, 1).forEach(cards::add);
        cards.close();
        assertEquals(2, batches.stream().skip(1).mapToInt(Integer::intValue).sum(), batches::toString);
        assertEquals(0, dropped());
    }

    @Test
    void cards_that_come_within_a_moment_are_written_together() throws InterruptedException {
        List<Integer> batches = new CopyOnWriteArrayList<>();
        IssuedCards cards = new IssuedCards(batch -> batches.add(batch.size()), 1_000, GATHERING, PATIENCE, metrics);
        for (Answered answer : cards(0, 10)) {
            cards.add(answer);
            Thread.sleep(10);
        }
        while (batches.isEmpty()) {
            Thread.sleep(10);
        }
        cards.close();
        assertEquals(List.of(10), batches);
    }

    @Test
    void who_is_in_a_hurry_does_not_wait_for_others() throws InterruptedException {
        BlockingQueue<Integer> batches = new LinkedBlockingQueue<>();
        IssuedCards cards = new IssuedCards(batch -> batches.add(batch.size()), 10_000, GATHERING, PATIENCE, metrics);
        long begin = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            cards(i, i + 1).forEach(cards::add);
            cards.hurry();
            assertEquals(1, batches.take());
        }
        assertTrue(System.nanoTime() - begin < 10_000_000_000L, "a second each without the hurry");
        cards.close();
    }

    @Test
    void so_many_are_not_kept_waiting() throws InterruptedException {
        BlockingQueue<Integer> batches = new LinkedBlockingQueue<>();
        IssuedCards cards = new IssuedCards(batch -> batches.add(batch.size()), 20_000, GATHERING, PATIENCE, metrics);
        long begin = System.nanoTime();
        cards(0, 10_000).forEach(cards::add);
        int written = 0;
        while (written < 9_500) {
            int batch = batches.take();
            assertTrue(batch <= 500);
            written += batch;
        }
        assertTrue(System.nanoTime() - begin < 10_000_000_000L, "20 batches, none waits");
        cards.close();
    }

    private double dropped() {
        return metrics.counter("livercds.feedback.issued.dropped").count();
    }

    private static List<Answered> cards(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> answered(List.of(new IssuedCard(
                        "card-" + i, "", "p", "u", "s", "ablation", "2.0.0", Map.of("a", "1"), Instant.EPOCH))))
                .toList();
    }

    private static Answered answered(List<IssuedCard> cards) {
        return new Answered("", "s", "2.0.0", LocalDate.EPOCH, cards);
    }
}
