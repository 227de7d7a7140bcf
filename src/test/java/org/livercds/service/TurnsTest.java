package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.livercds.security.UsedTokens;

@Timeout(30)
class TurnsTest {

    private final ExecutorService calls = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        calls.shutdownNow();
    }

    @Test
    void so_many_work_at_once_and_no_more() throws Exception {
        Turns turns = new Turns(3);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<Integer>> all = new ArrayList<>();
        for (int call = 0; call < 50; call++) {
            all.add(calls.submit(() -> turns.take(() -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                rest(2);
                return inside.decrementAndGet();
            })));
        }
        for (Future<Integer> one : all) {
            one.get();
        }
        assertEquals(3, most.get());
    }

    @Test
    void who_waits_for_a_server_gives_the_turn_away_and_goes_on_at_once() throws Exception {
        Turns turns = new Turns(1);
        CountDownLatch away = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Future<String> asks = calls.submit(() -> turns.take(() -> {
            turns.begins();
            away.countDown();
            await(answer);
            turns.ends();
            return "answered";
        }));
        away.await();
        CountDownLatch inside = new CountDownLatch(1);
        Future<String> other = calls.submit(() -> turns.take(() -> {
            inside.countDown();
            await(leave);
            return "worked";
        }));
        inside.await();
        answer.countDown();
        assertEquals("answered", asks.get(), "it does not stand in line again");
        leave.countDown();
        assertEquals("worked", other.get());
        assertEquals("next", turns.take(() -> "next"));
    }

    @Test
    void what_fails_gives_its_turn_back_also_when_it_was_away() {
        Turns turns = new Turns(1);
        for (int call = 0; call < 3; call++) {
            assertThrows(
                    IOException.class,
                    () -> turns.take(() -> {
                        turns.begins();
                        turns.ends();
                        throw new IOException();
                    }));
        }
    }

    @Test
    void the_expected_wait_grows_with_those_who_sleep_and_does_not_count_servers() throws Exception {
        Turns turns = new Turns(1);
        assertEquals(Duration.ZERO, turns.expectedWait(100), "nobody has worked yet");
        for (int call = 0; call < 20; call++) {
            turns.take(() -> {
                rest(1);
                turns.begins();
                rest(40);
                turns.ends();
                return "";
            });
        }
        assertEquals(Duration.ZERO, turns.expectedWait(1), "nobody sleeps");
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        calls.submit(() -> turns.take(() -> {
            inside.countDown();
            await(leave);
            return "";
        }));
        inside.await();
        List<Future<String>> sleeping = new ArrayList<>();
        for (int call = 0; call < 100; call++) {
            sleeping.add(calls.submit(() -> turns.take(() -> "")));
        }
        Duration wait = turns.expectedWait(101);
        assertTrue(wait.compareTo(Duration.ofMillis(20)) > 0, wait::toString);
        assertTrue(wait.compareTo(Duration.ofSeconds(1)) < 0, wait::toString);
        assertFalse(turns.isLong(101, wait), "exactly as long as one may wait");
        assertTrue(turns.isLong(101, wait.minusNanos(1)));
        leave.countDown();
        for (Future<String> one : sleeping) {
            one.get();
        }
        assertEquals(Duration.ZERO, turns.expectedWait(1));
    }

    @Test
    void in_a_line_that_lasts_few_wait_and_not_for_long() throws Exception {
        Turns turns = new Turns(1);
        turns.take(() -> {
            rest(10);
            return "";
        });
        List<Turns.Turn> held = new ArrayList<>();
        turns.next(held::add);
        Future<String> waits = calls.submit(() -> turns.take(() -> "worked"));
        Duration few = turns.expectedWait(9);
        Duration more = turns.expectedWait(10);
        assertFalse(turns.isLong(10, more), "a burst");
        rest(1_100);
        assertTrue(turns.isLong(10, more.multipliedBy(5).minusNanos(5)));
        assertFalse(turns.isLong(10, more.multipliedBy(5)));
        assertFalse(turns.isLong(9, few), "eight for a place are no crowd");
        held.get(0).endUnused();
        assertEquals("worked", waits.get());
        assertTrue(turns.isLong(10, turns.expectedWait(10)), "nobody waits for a moment");
        rest(1_100);
        assertFalse(turns.isLong(10, turns.expectedWait(10)), "the line has ended");
    }

    @Test
    void a_line_has_ended_when_several_in_a_row_did_not_have_to_stand_in_it() throws Exception {
        Turns turns = new Turns(1);
        for (int round = 0; round < 2; round++) {
            List<Turns.Turn> held = new ArrayList<>();
            turns.next(held::add);
            Future<String> waits = calls.submit(() -> turns.take(() -> {
                rest(10);
                return "worked";
            }));
            rest(1_100);
            held.get(0).endUnused();
            assertEquals("worked", waits.get());
            for (int call = 0; call < 7; call++) {
                turns.take(() -> "at once");
            }
            assertTrue(turns.isLong(10, turns.expectedWait(10)), "seven are a moment");
            turns.take(() -> "at once");
            assertFalse(turns.isLong(10, turns.expectedWait(10)));
        }
    }

    @Test
    void who_works_in_a_turn_needs_no_other() throws Exception {
        Turns turns = new Turns(1);
        assertEquals("once", turns.take(() -> turns.take(() -> "once")));
        assertEquals("again", turns.take(() -> "again"));
    }

    @Test
    void who_asks_a_database_for_a_token_gives_the_turn_away() throws Exception {
        Turns turns = new Turns(1);
        List<Turns.Turn> others = new ArrayList<>();
        UsedTokens tokens = new Clients.AskedOutOfTurn(
                (client, token, until) -> {
                    turns.next(others::add);
                    assertEquals(1, others.size());
                    return UsedTokens.Use.AGAIN;
                },
                turns);
        assertEquals(UsedTokens.Use.AGAIN, turns.take(() -> tokens.use("c", "t", Instant.EPOCH)));
        turns.next(others::add);
        assertEquals(1, others.size(), "the other still works");
    }

    @Test
    void a_turn_that_nobody_used_goes_to_the_next_and_only_once() throws Exception {
        Turns turns = new Turns(1);
        List<Turns.Turn> begun = new ArrayList<>();
        for (int call = 0; call < 4; call++) {
            turns.next(begun::add);
        }
        assertEquals(1, begun.size());
        begun.get(0).endUnused();
        begun.get(0).endUnused();
        assertEquals(2, begun.size());
        assertEquals("worked", begun.get(1).during(() -> "worked"));
        begun.get(1).endUnused();
        assertEquals(3, begun.size(), "it was given back when the work was done");
    }

    /** A client hangs up, and the thread that was on its way to the call does not know. */
    @Test
    void who_works_in_a_turn_that_was_given_back_has_a_place_all_the_same() throws Exception {
        Turns turns = new Turns(1);
        List<Turns.Turn> begun = new ArrayList<>();
        turns.next(begun::add);
        begun.get(0).endUnused();
        begun.get(0).during(() -> {
            turns.next(begun::add);
            assertEquals(1, begun.size());
            begun.get(0).endUnused();
            assertEquals(1, begun.size(), "somebody works in it");
            return "";
        });
        assertEquals(2, begun.size());
    }

    private static void rest(int milliseconds) {
        long end = System.nanoTime() + milliseconds * 1_000_000L;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(100_000);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
