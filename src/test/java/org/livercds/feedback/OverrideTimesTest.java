package org.livercds.feedback;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What has no room is uncertain, never forgotten. */
class OverrideTimesTest {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long NOW = 1_000 * DAY;

    private final OverrideTimes times = new OverrideTimes(Duration.ofDays(30), 2, 2);

    @Test
    void the_last_time_of_a_reader_counts() {
        times.add(reader("a"), NOW - DAY, NOW);
        times.add(reader("a"), NOW, NOW);
        times.add(reader("a"), NOW - 2 * DAY, NOW);
        assertTrue(mayHave("a", NOW));
        assertFalse(mayHave("a", NOW + 1));
        assertFalse(mayHave("b", 0));
    }

    @Test
    void readers_who_find_no_room_make_everybody_uncertain_as_long_as_they_count() {
        times.add(reader("a"), NOW, NOW);
        times.add(reader("b"), NOW, NOW);
        assertFalse(mayHave("c", 0));
        times.add(reader("c"), NOW - DAY, NOW);
        assertTrue(mayHave("c", NOW - DAY));
        assertTrue(mayHave("d", NOW - DAY));
        assertFalse(mayHave("d", NOW - DAY + 1));
    }

    @Test
    void who_does_not_count_any_more_makes_room() {
        times.add(reader("a"), NOW - 32 * DAY, NOW - 32 * DAY);
        times.add(reader("b"), NOW - 31 * DAY, NOW - 31 * DAY);
        times.add(reader("c"), NOW, NOW);
        assertTrue(mayHave("c", NOW - 30 * DAY));
        assertTrue(mayHave("b", NOW - 31 * DAY), "a day more, for clocks that are set");
        assertFalse(mayHave("a", NOW - 30 * DAY));
        assertFalse(mayHave("d", NOW - 32 * DAY));
    }

    @Test
    void cards_on_their_way_that_find_no_room_make_everybody_uncertain() {
        times.await("1", NOW - 2 * DAY, NOW);
        times.await("2", NOW, NOW);
        times.await("3", NOW - DAY, NOW);
        assertTrue(mayHave("d", NOW - DAY));
        assertFalse(mayHave("d", NOW));
        times.place("1", reader("a"));
        assertTrue(mayHave("a", NOW - 2 * DAY));
        assertTrue(mayHave("d", NOW - DAY));
    }

    @Test
    void a_card_that_never_came_makes_room_after_an_hour() {
        times.await("1", NOW - DAY, NOW);
        times.await("2", NOW, NOW);
        long later = NOW + Duration.ofHours(1).toMillis() + 1;
        times.await("3", later, later);
        times.place("3", reader("c"));
        assertTrue(mayHave("c", later));
        times.place("1", reader("a"));
        assertFalse(mayHave("a", 0));
    }

    private boolean mayHave(String name, long since) {
        return times.mayHave(List.of(reader("x"), reader(name)), since);
    }

    private static Reader reader(String name) {
        return new Reader("patient " + name, "user " + name);
    }
}
