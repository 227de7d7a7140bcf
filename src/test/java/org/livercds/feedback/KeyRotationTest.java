package org.livercds.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.livercds.hooks.CardIds;
import org.livercds.hooks.CardIds.Meaning;

/** The steps in which docs/OPERATIONS.md has the key of feedback changed while replicas are restarted one by one. */
class KeyRotationTest {

    private static final byte[] OLD = "the key of last year, 32 bytes or more".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEW = "the key of this year, 32 bytes or more".getBytes(StandardCharsets.US_ASCII);
    private static final Meaning CARD = new Meaning(1, 1, 0, 2, LocalDate.of(2026, 11, 21));

    /** @param previous the one that is recognised, too */
    private record Replica(byte[] key, Optional<byte[]> previous) {

        private UUID issues() {
            return new CardIds(key, previous).issue(CARD);
        }

        private boolean recognises(UUID card) {
            return new CardIds(key, previous).recognise(card).isPresent();
        }

        /** What one wrote under its key is found by the other. */
        private boolean finds(Replica other) {
            String row = new Hashes(other.key, other.previous).patient("t", "p");
            return new Hashes(key, previous).allOfPatient("t", "p").contains(row);
        }

        private boolean reads(Replica other) {
            UUID card = UUID.randomUUID();
            String sealed = new SealedComments(other.key, other.previous).seal(card, "words");
            return new SealedComments(key, previous)
                    .open(card.toString(), sealed)
                    .filter("words"::equals)
                    .isPresent();
        }
    }

    private static final List<Replica> STEPS = List.of(
            new Replica(OLD, Optional.empty()),
            new Replica(OLD, Optional.of(NEW)),
            new Replica(NEW, Optional.of(OLD)),
            new Replica(NEW, Optional.empty()));

    /** At any time two steps run beside each other: those of before the restart, and those of after it. */
    @Test
    void two_replicas_of_neighbouring_steps_know_each_others_cards() {
        for (int step = 0; step < 2; step++) {
            Replica before = STEPS.get(step);
            Replica after = STEPS.get(step + 1);
            assertTrue(before.recognises(after.issues()) && after.recognises(before.issues()), "step " + step);
            assertTrue(before.finds(after) && after.finds(before), "step " + step);
            assertTrue(before.reads(after) && after.reads(before), "step " + step);
        }
    }

    /** When the old key is taken away, what was written under it is lost: so that comes last, and late. */
    @Test
    void without_the_old_key_nobody_knows_what_is_older() {
        assertEquals(
                List.of(true, true, true, false),
                IntStream.range(0, STEPS.size())
                        .mapToObj(
                                step -> STEPS.get(step).recognises(STEPS.get(0).issues()))
                        .toList());
    }

    /** To change both at once would lose the feedback on the cards of those that are restarted already. */
    @Test
    void in_one_step_the_others_would_not_know_the_new_cards() {
        assertEquals(false, STEPS.get(0).recognises(STEPS.get(2).issues()));
    }
}
