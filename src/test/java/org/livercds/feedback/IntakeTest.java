package org.livercds.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.livercds.hooks.Caller;
import org.livercds.hooks.CardIds;
import org.livercds.hooks.RandomCardIds;

class IntakeTest {

    private static final byte[] KEY = "a key of thirty-two bytes or more".getBytes(StandardCharsets.US_ASCII);
    private static final UUID CARD = Told.card(1, 1, 0);

    @Test
    void a_card_of_ours_says_what_it_was() {
        Batch batch = Told.sorted(item(CARD.toString().toUpperCase(Locale.ROOT), ""));
        Entry entry = batch.entries().get(0);
        assertEquals(CARD, entry.card());
        assertEquals(
                List.of("patient-view-service", "ablation", "2.0.0", "overridden"),
                List.of(entry.service(), entry.topic(), entry.ruleVersion(), entry.outcome()));
        assertEquals(Told.NOW.toEpochMilli(), entry.outcomeAt());
        assertEquals(List.of(), batch.strays());
    }

    @Test
    void a_card_of_another_service_is_refused() {
        Batch batch = Told.sorted(item(Told.card(2, 1, 0).toString(), "") + "," + item(CARD.toString(), ""));
        assertEquals(1, batch.refused());
        assertEquals(1, batch.entries().size());
        assertEquals(List.of(), batch.strays());
    }

    @Test
    void what_nobody_here_issued_is_a_stray() {
        CardIds others = RandomCardIds.make();
        UUID foreign = others.issue(new CardIds.Meaning(1, 1, 0, 2, LocalDate.of(2026, 11, 21)));
        for (UUID id : List.of(foreign, UUID.randomUUID(), Told.card(1, 1, 3), Told.card(1, 40, 0))) {
            Batch batch = Told.sorted(item(id.toString(), ""));
            assertEquals(List.of(), batch.entries());
            assertEquals(id.toString(), batch.strays().get(0).card());
        }
    }

    @Test
    void an_id_that_is_no_uuid_may_be_anything_and_is_kept_as_a_hash() {
        Stray stray = Told.sorted(item("Ann Bell", "")).strays().get(0);
        assertEquals(Told.HASHES.foreign("Ann Bell"), stray.card());
        assertFalse(stray.toString().contains("Ann"));
    }

    @Test
    void only_suggestions_of_the_card_count_as_accepted() {
        UUID own = Told.card(1, 1, 3);
        String accepted = "'acceptedSuggestions':[{'id':'" + own + "'},{'id':'" + Told.card(1, 0, 3) + "'},{'id':'"
                + CARD + "'},{'id':'" + UUID.randomUUID() + "'},{'id':'Ann Bell'}],";
        Batch batch = Told.sorted("{" + accepted + "'card':'" + CARD + "','outcome':'accepted'}");
        assertEquals(List.of(own), batch.entries().get(0).accepted());
    }

    @Test
    void cards_of_the_key_before_are_recognised() {
        Intake rotated = new Intake(
                new CardIds(KEY, Optional.of(new byte[32])), Told.HASHES, new Told.TwoTopics(), Optional.empty());
        assertEquals(
                1,
                rotated.sort(Told.request(item(CARD.toString(), "")), Told.PATIENT_VIEW, Caller.UNKNOWN, Told.NOW)
                        .entries()
                        .size());
    }

    @Test
    void comments_are_kept_where_the_site_wants_it_and_nowhere_else() {
        String item = item(CARD.toString(), ",'overrideReason':{'userComment':'free text'}");
        assertEquals(Optional.empty(), Told.sorted(item).entries().get(0).comment());
        SealedComments comments = new SealedComments(KEY, Optional.empty());
        Intake keeping = new Intake(Told.IDS, Told.HASHES, new Told.TwoTopics(), Optional.of(comments));
        Entry kept = keeping.sort(Told.request(item), Told.PATIENT_VIEW, Caller.UNKNOWN, Told.NOW)
                .entries()
                .get(0);
        assertEquals(
                Optional.of("free text"),
                comments.open(CARD.toString(), kept.comment().orElseThrow()));
        assertFalse(kept.toString().contains("free"));
    }

    private static String item(String card, String more) {
        return "{'card':'" + card + "','outcome':'overridden'" + more + "}";
    }
}
