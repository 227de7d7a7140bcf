package org.livercds.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.livercds.hooks.Caller;

/** 600 items a minute are one in 100 milliseconds. */
class ItemBucketsTest {

    private static final Caller NORTH = client("north");
    private static final Caller SOUTH = client("south");

    private final Ticking clock = new Ticking();
    private final ItemBuckets rate = new ItemBuckets(600, clock);

    private static final class Ticking implements TimeMeter {
        private long now = -5;

        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }

        private void after(long milliseconds) {
            now += TimeUnit.MILLISECONDS.toNanos(milliseconds);
        }
    }

    @Test
    void a_minute_s_worth_may_come_at_once_and_not_one_more() {
        for (int i = 0; i < 6; i++) {
            assertTaken(NORTH, 100);
        }
        assertEquals(Optional.of(Duration.ofMillis(100)), rate.take(NORTH, 1));
    }

    @Test
    void a_call_is_taken_whole_or_not_at_all_and_later_it_is() {
        assertTaken(NORTH, 550);
        assertEquals(Optional.of(Duration.ofSeconds(5)), rate.take(NORTH, 100));
        assertTaken(NORTH, 50);
        assertEquals(Optional.of(Duration.ofSeconds(10)), rate.take(NORTH, 100));
        clock.after(9_999);
        assertEquals(Optional.of(Duration.ofMillis(1)), rate.take(NORTH, 100));
        clock.after(1);
        assertTaken(NORTH, 100);
    }

    @Test
    void what_is_not_used_is_not_saved_up_beyond_a_minute() {
        clock.after(TimeUnit.HOURS.toMillis(1));
        assertTaken(NORTH, 600);
        assertTrue(rate.take(NORTH, 1).isPresent());
    }

    @Test
    void clients_do_not_disturb_each_other_and_those_without_a_name_share() {
        assertTaken(NORTH, 600);
        assertTaken(SOUTH, 600);
        assertTaken(Caller.UNKNOWN, 600);
        assertTrue(rate.take(NORTH, 1).isPresent());
        assertTrue(rate.take(Caller.UNKNOWN, 1).isPresent());
    }

    @Test
    void a_call_without_items_counts_as_one() {
        assertTaken(NORTH, 599);
        assertTaken(NORTH, 0);
        assertTrue(rate.take(NORTH, 0).isPresent());
    }

    @Test
    void without_a_limit_all_is_taken() {
        assertEquals(Optional.empty(), ItemRate.UNLIMITED.take(NORTH, Integer.MAX_VALUE));
    }

    private void assertTaken(Caller caller, int items) {
        assertEquals(Optional.empty(), rate.take(caller, items));
    }

    private static Caller client(String name) {
        return new Caller(Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
