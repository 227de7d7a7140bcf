package org.livercds.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardIdsTest {

    private static final CardIds IDS = new CardIds(new byte[32]);
    private static final CardIds.Meaning MEANING = new CardIds.Meaning(2, 17, 3, 1, LocalDate.of(2026, 11, 21));

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0, 2020-01-01", "7, 63, 15, 1023, 2109-09-18", "2, 17, 3, 1, 2026-11-21"})
    void an_id_says_what_it_was_made_for(int service, int topic, int part, int version, LocalDate day) {
        CardIds.Meaning meaning = new CardIds.Meaning(service, topic, part, version, day);
        assertEquals(Optional.of(meaning), IDS.recognise(IDS.issue(meaning)));
    }

    @Test
    void an_id_is_a_version_8_uuid_of_the_standard_variant() {
        UUID id = IDS.issue(MEANING);
        assertEquals(8, id.version());
        assertEquals(2, id.variant());
    }

    @Test
    void ids_of_one_issuer_differ_and_stand_together_in_the_order_of_their_issue() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            ids.add(IDS.issue(MEANING).toString());
        }
        assertEquals(ids, List.copyOf(new TreeSet<>(ids)));
    }

    @Test
    void issuers_of_one_key_begin_at_different_numbers() {
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            ids.add(new CardIds(new byte[32]).issue(MEANING));
        }
        assertEquals(1_000, ids.size());
    }

    @Test
    void many_threads_get_different_ids() {
        long different = IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(i -> IDS.issue(MEANING))
                .distinct()
                .count();
        assertEquals(20_000, different);
    }

    @Test
    void an_id_of_another_key_is_not_recognised() {
        assertEquals(Optional.empty(), RandomCardIds.make().recognise(IDS.issue(MEANING)));
    }

    @Test
    void while_keys_are_changed_both_are_valid_and_a_third_is_not() {
        byte[] next = "a key of thirty-two bytes or more".getBytes(StandardCharsets.US_ASCII);
        CardIds rotated = new CardIds(next, Optional.of(new byte[32]));
        assertEquals(Optional.of(MEANING), rotated.recognise(IDS.issue(MEANING)));
        UUID issued = rotated.issue(MEANING);
        assertEquals(Optional.of(MEANING), new CardIds(next).recognise(issued));
        assertEquals(Optional.empty(), IDS.recognise(issued));
        assertEquals(Optional.empty(), rotated.recognise(RandomCardIds.make().issue(MEANING)));
        assertThrows(IllegalArgumentException.class, () -> new CardIds(next, Optional.of(new byte[31])));
    }

    @Test
    void a_changed_bit_anywhere_is_noticed() {
        UUID id = IDS.issue(MEANING);
        for (int bit = 0; bit < 64; bit++) {
            UUID most = new UUID(id.getMostSignificantBits() ^ 1L << bit, id.getLeastSignificantBits());
            UUID least = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 1L << bit);
            assertEquals(Optional.empty(), IDS.recognise(most), "bit " + bit);
            assertEquals(Optional.empty(), IDS.recognise(least), "bit " + bit);
        }
    }

    @Test
    void what_does_not_fit_is_refused() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> new CardIds.Meaning(8, 0, 0, 0, day));
        assertThrows(IllegalArgumentException.class, () -> new CardIds.Meaning(0, 64, 0, 0, day));
        assertThrows(IllegalArgumentException.class, () -> new CardIds.Meaning(0, 0, 16, 0, day));
        assertThrows(IllegalArgumentException.class, () -> new CardIds.Meaning(0, 0, 0, 1024, day));
        assertThrows(IllegalArgumentException.class, () -> new CardIds.Meaning(0, 0, 0, 0, LocalDate.of(2019, 12, 31)));
        assertThrows(IllegalArgumentException.class, () -> new CardIds(new byte[31]));
    }
}
