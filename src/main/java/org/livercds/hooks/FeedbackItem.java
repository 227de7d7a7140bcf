package org.livercds.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a clinician did with one card, <a href="https://cds-hooks.hl7.org/2.0/#feedback">CDS Hooks 2.0, feedback</a>.
 *
 * @param card its id as the client has it, which may be anybody's
 * @param accepted ids of the suggestions that were taken
 * @param comment what the user wrote; free text that may name a patient
 * @param at empty where the client did not say it in a form that can be read
 */
public record FeedbackItem(
        String card,
        Outcome outcome,
        List<String> accepted,
        Optional<OverrideReason> reason,
        Optional<String> comment,
        Optional<Instant> at) {

    private static final int LONGEST_ID = 256;
    private static final int LONGEST_COMMENT_IN_BYTES = 4 * 1024;
    private static final int MOST_SUGGESTIONS = 16;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** What was done; that a card was ignored is never told. */
    public enum Outcome {
        ACCEPTED,
        OVERRIDDEN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Outcome> of(String code) {
            return List.of(values()).stream()
                    .filter(outcome -> outcome.code().equalsIgnoreCase(code))
                    .findFirst();
        }
    }

    public FeedbackItem {
        accepted = List.copyOf(accepted);
    }

    /** Empty where it does not say what was done with which card. */
    static Optional<FeedbackItem> of(JsonNode item) {
        Optional<String> card = id(item.path("card"));
        Optional<Outcome> outcome = Outcome.of(item.path("outcome").asText().strip());
        if (card.isEmpty() || outcome.isEmpty()) {
            return Optional.empty();
        }
        JsonNode why = why(item);
        return Optional.of(new FeedbackItem(
                card.get(),
                outcome.get(),
                outcome.get() == Outcome.ACCEPTED ? suggestions(item.path("acceptedSuggestions")) : List.of(),
                outcome.get() == Outcome.OVERRIDDEN ? OverrideReason.of(why) : Optional.empty(),
                comment(why.path("userComment")),
                at(item.path("outcomeTimestamp"))));
    }

    /** Without card and comment. */
    @Override
    public String toString() {
        return "FeedbackItem";
    }

    /** Epic writes it in the plural; either may be in a list of one. */
    private static JsonNode why(JsonNode item) {
        JsonNode why = item.path("overrideReason") instanceof ObjectNode one ? one : item.path("overrideReasons");
        return why.isArray() ? why.path(0) : why;
    }

    private static Optional<String> id(JsonNode id) {
        return Optional.of(id)
                .filter(JsonNode::isTextual)
                .map(text -> text.asText().strip())
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_ID);
    }

    private static List<String> suggestions(JsonNode accepted) {
        return StreamSupport.stream(accepted.spliterator(), false)
                .flatMap(suggestion -> id(suggestion.path("id")).stream())
                .distinct()
                .limit(MOST_SUGGESTIONS)
                .toList();
    }

    /** A part of a comment could mean something else: one that is too long is left out. No database keeps a NUL. */
    private static Optional<String> comment(JsonNode comment) {
        return Optional.of(comment)
                .filter(JsonNode::isTextual)
                .map(text -> text.asText().replace("\0", ""))
                .filter(text -> !text.isBlank())
                .filter(text -> text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_COMMENT_IN_BYTES);
    }

    private static Optional<Instant> at(JsonNode timestamp) {
        try {
            return Optional.of(OffsetDateTime.parse(timestamp.asText().strip()).toInstant())
                    .filter(at -> at.isAfter(EARLIEST) && at.isBefore(LATEST));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
