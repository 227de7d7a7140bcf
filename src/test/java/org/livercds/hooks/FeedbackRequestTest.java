package org.livercds.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.hooks.FeedbackItem.Outcome;

class FeedbackRequestTest {

    private static final String OVERRIDDEN = "'card':'c','outcome':'overridden'";

    @Test
    void the_form_of_the_standard_is_read() {
        FeedbackItem accepted =
                item("'card':'c','outcome':'accepted','acceptedSuggestions':[{'id':'s'},{'id':'t'},{'id':'s'}],"
                        + "'outcomeTimestamp':'2026-11-21T08:15:00.5Z'");
        assertEquals(Outcome.ACCEPTED, accepted.outcome());
        assertEquals("c", accepted.card());
        assertEquals(List.of("s", "t"), accepted.accepted());
        assertEquals(Optional.of(Instant.parse("2026-11-21T08:15:00.500Z")), accepted.at());
        FeedbackItem overridden =
                item(OVERRIDDEN + ",'overrideReason':{'reason':{'system':'http://s','code':'r'},'userComment':'why'}");
        assertEquals(Optional.of(new OverrideReason(Optional.of("http://s"), "r")), overridden.reason());
        assertEquals(Optional.of("why"), overridden.comment());
    }

    @Test
    void overridden_without_a_reason_is_legal_and_so_is_accepted_without_a_suggestion() {
        assertEquals(Optional.empty(), item(OVERRIDDEN).reason());
        assertEquals(List.of(), item("'card':'c','outcome':'accepted'").accepted());
    }

    @Test
    void d20_epic_writes_an_object_in_the_plural() {
        FeedbackItem item = item(OVERRIDDEN
                + ",'overrideReasons':{'reason':{'code':'contraindicated','display':'bad','system':'http: //example.org/x'},"
                + "'userComment':'free'}");
        assertEquals(
                Optional.of(new OverrideReason(Optional.of("http://example.org/x"), "contraindicated")), item.reason());
        assertEquals(Optional.of("free"), item.comment());
    }

    @Test
    void d20_or_only_an_extension_whose_words_are_not_read() {
        FeedbackItem item = item(OVERRIDDEN + ",'overrideReasons':{'extension':{"
                + "'com.epic.cdshooks.feedback.overrideReason.reasonCategory':'45',"
                + "'com.epic.cdshooks.feedback.overrideReason.reasonDisplay':'Ann Bell declined',"
                + "'com.epic.cdshooks.feedback.overrideReason.reasonTitle':'Ann Bell declined'}}");
        assertEquals("45", item.reason().orElseThrow().code());
        assertEquals(Optional.empty(), item.comment());
    }

    @Test
    void d21_a_missing_system_is_left_out() {
        FeedbackItem item = item(OVERRIDDEN + ",'overrideReason':{'reason':{'code':'r'}}");
        assertEquals(Optional.of(new OverrideReason(Optional.empty(), "r")), item.reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",'outcomeTimestamp':null",
                ",'outcomeTimestamp':'yesterday'",
                ",'outcomeTimestamp':5",
                ",'outcomeTimestamp':'+999999999-01-01T00:00:00Z'",
                ",'outcomeTimestamp':'1026-11-21T08:15:00Z'"
            })
    void a_time_that_cannot_be_read_is_a_missing_one(String timestamp) {
        assertEquals(Optional.empty(), item(OVERRIDDEN + timestamp).at());
    }

    @Test
    void words_where_a_code_should_be_are_not_read() {
        assertEquals(
                Optional.empty(),
                item(OVERRIDDEN + ",'overrideReason':{'reason':{'code':'Ann Bell declined'}}")
                        .reason());
        assertEquals(
                Optional.empty(),
                item(OVERRIDDEN + ",'overrideReason':{'reason':{'code':'r','system':'Ann Bell'}}")
                        .reason()
                        .flatMap(OverrideReason::system));
    }

    /** 4 KB are counted as they are written: a letter with a dot above is two bytes, a Chinese one three. */
    @ParameterizedTest
    @CsvSource({
        "x, 4095, true",
        "x, 4096, true",
        "x, 4097, false",
        "ä, 2048, true",
        "ä, 2049, false",
        "癌, 1365, true",
        "癌, 1366, false"
    })
    void a_comment_has_up_to_4_kb_and_a_longer_one_is_left_out(String letter, int letters, boolean taken) {
        String comment = letter.repeat(letters);
        assertEquals(
                Optional.of(comment).filter(any -> taken),
                item(OVERRIDDEN + ",'overrideReason':{'userComment':'" + comment + "'}")
                        .comment());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'card':'c'}",
                "{'outcome':'accepted'}",
                "{'card':'c','outcome':'ignored'}",
                "{'card':'','outcome':'accepted'}",
                "{'card':7,'outcome':'accepted'}",
                "null",
                "'c'",
                "[]"
            })
    void what_does_not_say_what_was_done_with_which_card_is_counted_and_skipped(String bad) {
        FeedbackRequest request = read("{'feedback':[" + bad + ",{" + OVERRIDDEN + "}]}");
        assertEquals(1, request.items().size());
        assertEquals(1, request.unreadable());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | NO_FEEDBACK",
                "{'feedback':{}} | NO_FEEDBACK",
                "{'feedback':null} | NO_FEEDBACK",
                "[] | NOT_JSON"
            })
    void without_an_array_there_is_no_feedback(String body, Refusal refusal) {
        assertEquals(
                refusal, assertThrows(RefusedException.class, () -> read(body)).refusal());
    }

    @Test
    void a_hundred_items_are_taken_and_no_more() {
        assertEquals(100, read(many(100)).items().size());
        assertEquals(
                Refusal.TOO_MUCH_FEEDBACK,
                assertThrows(RefusedException.class, () -> read(many(101))).refusal());
    }

    private static String many(int items) {
        return "{'feedback':[" + String.join(",", Collections.nCopies(items, "{" + OVERRIDDEN + "}")) + "]}";
    }

    private static FeedbackItem item(String members) {
        return read("{'feedback':[{" + members + "}]}").items().get(0);
    }

    private static FeedbackRequest read(String body) {
        return FeedbackRequest.of(WireJson.readObject(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
}
