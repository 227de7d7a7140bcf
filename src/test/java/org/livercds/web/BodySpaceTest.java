package org.livercds.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.service.Turns;

@Timeout(30)
class BodySpaceTest {

    private final Turns turns = new Turns(1);

    /** Room for 100 kB of bodies. */
    private final BodySpace space = new BodySpace(100 * 40 * 1024L, turns);

    @ParameterizedTest(name = "{0} and {1} bytes at once: {2}")
    @CsvSource({"51199, 50000, true", "51200, 51200, false", ", 1, false", "999999999, 1, false"})
    void bodies_share_the_space(String first, String second, boolean fit) throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<Response> answer = other.submit(() -> space.during(length(first), () -> {
            inside.countDown();
            await(leave);
            return null;
        }));
        inside.await();
        if (fit) {
            assertEquals(null, space.during(length(second), () -> null));
        } else {
            RefusedException refused =
                    assertThrows(RefusedException.class, () -> space.during(length(second), () -> null));
            assertEquals(Refusal.BUSY, refused.refusal());
        }
        leave.countDown();
        answer.get();
        assertEquals(null, space.during(length("102399"), () -> null), "all of it is free again");
        other.shutdown();
    }

    @Test
    void what_fails_gives_its_space_back() throws IOException {
        for (int call = 0; call < 3; call++) {
            assertThrows(
                    RefusedException.class,
                    () -> space.during(length(null), () -> {
                        throw new RefusedException(Refusal.NOT_JSON);
                    }));
        }
        assertEquals(null, space.during(length(null), () -> null));
    }

    @Test
    void who_waits_gets_the_space_that_is_given_back() throws Exception {
        ExecutorService calls = Executors.newFixedThreadPool(20);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        for (int call = 0; call < 40; call++) {
            calls.submit(() -> space.during(length("30000"), () -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                LockSupport.parkNanos(5_000_000);
                inside.decrementAndGet();
                done.incrementAndGet();
                return null;
            }));
        }
        calls.shutdown();
        assertTrue(calls.awaitTermination(20, TimeUnit.SECONDS));
        assertEquals(40, done.get());
        assertEquals(3, most.get());
    }

    /** Otherwise all turns would be held by calls that wait for space, and the space by calls that wait for a turn. */
    @Test
    void who_waits_for_space_gives_the_turn_away() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch wanted = new CountDownLatch(1);
        ExecutorService calls = Executors.newFixedThreadPool(2);
        Future<Response> holds = calls.submit(() -> space.during(length("102399"), () -> {
            taken.countDown();
            await(wanted);
            return turns.take(() -> null);
        }));
        taken.await();
        Future<Response> waits = calls.submit(() -> turns.take(() -> {
            wanted.countDown();
            return space.during(length("1"), () -> null);
        }));
        assertEquals(null, holds.get());
        assertEquals(null, waits.get());
        calls.shutdown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpHeaders length(String length) {
        return (HttpHeaders) Proxy.newProxyInstance(
                HttpHeaders.class.getClassLoader(), new Class<?>[] {HttpHeaders.class}, (proxy, method, arguments) -> {
                    assertEquals("getHeaderString", method.getName());
                    return length;
                });
    }
}
