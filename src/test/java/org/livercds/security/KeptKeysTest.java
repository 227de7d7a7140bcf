package org.livercds.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keys whose host is away, slow, or has others, by a clock that the test moves. */
@Timeout(20)
class KeptKeysTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 7);
    private volatile Optional<JWKSet> published = Optional.of(new JWKSet(List.of(Keys.ES384.toPublicJWK())));
    private int asked;

    @Test
    void a_host_that_is_away_for_a_day_keeps_nobody_out_and_after_it_everybody() throws Exception {
        KeptKeys keys = keys(Runnable::run, LONG);
        keys.upkeep();
        published = Optional.empty();
        for (int minute = 0; minute < 24 * 60; minute++) {
            assertEquals(1, known(keys));
            keys.upkeep();
            pass(Duration.ofMinutes(1));
        }
        assertThrows(JWKSetUnavailableException.class, () -> known(keys));
        published = Optional.of(new JWKSet(List.of(Keys.ES384.toPublicJWK())));
        pass(KeptKeys.WITHOUT_KEYS);
        keys.upkeep();
        assertEquals(1, known(keys));
    }

    @Test
    void without_keys_the_host_is_asked_every_five_seconds_and_no_call_asks_more_often() {
        published = Optional.empty();
        KeptKeys keys = keys(Runnable::run, LONG);
        for (int second = 0; second < 20; second++) {
            keys.upkeep();
            assertThrows(JWKSetUnavailableException.class, () -> known(keys));
            pass(SECOND);
        }
        assertEquals(4, asked);
    }

    @Test
    void unknown_keys_have_the_host_asked_once_a_minute() throws Exception {
        KeptKeys keys = keys(Runnable::run, LONG);
        for (int second = 0; second < 180; second++) {
            assertEquals(0, unknown(keys));
            pass(SECOND);
        }
        assertEquals(3, asked);
    }

    @Test
    void new_keys_are_found_by_the_call_that_names_one_and_old_ones_open_nothing() throws Exception {
        KeptKeys keys = keys(Runnable::run, LONG);
        assertEquals(1, known(keys));
        published = Optional.of(new JWKSet(List.of(Keys.RS384.toPublicJWK())));
        pass(KeptKeys.ASKED_AGAIN);
        assertEquals(1, find(keys, Keys.RS384.getKeyID()).size());
        assertEquals(0, known(keys));
    }

    @Test
    void keys_are_read_again_every_quarter_of_an_hour_without_a_call() {
        KeptKeys keys = keys(Runnable::run, LONG);
        for (int second = 0; second <= 2 * KeptKeys.FRESH.toSeconds(); second++) {
            keys.upkeep();
            pass(SECOND);
        }
        assertEquals(3, asked);
    }

    @Test
    void a_host_that_hangs_is_not_waited_for_and_what_it_says_at_last_serves_the_next_call() throws Exception {
        CountDownLatch answers = new CountDownLatch(1);
        ExecutorService background = Executors.newSingleThreadExecutor();
        try {
            background.execute(() -> await(answers));
            KeptKeys keys = keys(background, SHORT);
            long begin = System.nanoTime();
            assertThrows(JWKSetUnavailableException.class, () -> known(keys));
            long waited = (System.nanoTime() - begin) / 1_000_000;
            assertTrue(waited >= 40 && waited < 2_000, waited + " ms");
            answers.countDown();
            while (find(keys).isEmpty()) {
                Thread.sleep(5);
            }
            assertEquals(1, known(keys));
        } finally {
            background.shutdownNow();
        }
    }

    @Test
    void what_goes_wrong_while_they_are_read_is_as_if_there_were_none() {
        KeptKeys keys = new KeptKeys(
                "ehr",
                () -> {
                    throw new IllegalStateException("on purpose");
                },
                Runnable::run,
                LONG,
                nanos::get);
        assertThrows(JWKSetUnavailableException.class, () -> known(keys));
    }

    private Optional<JWK> find(KeptKeys keys) {
        try {
            return find(keys, Keys.ES384.getKeyID()).stream().findFirst();
        } catch (KeySourceException none) {
            return Optional.empty();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private KeptKeys keys(Executor background, Duration patience) {
        return new KeptKeys(
                "ehr",
                () -> {
                    asked++;
                    return published;
                },
                background,
                patience,
                nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static int known(KeptKeys keys) throws KeySourceException {
        return find(keys, Keys.ES384.getKeyID()).size();
    }

    private static int unknown(KeptKeys keys) throws KeySourceException {
        return find(keys, "unknown").size();
    }

    private static List<JWK> find(KeptKeys keys, String id) throws KeySourceException {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
    }
}
