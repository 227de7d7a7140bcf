package org.livercds.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a client tells of several cards at once.
 *
 * @param items those that say what was done with which card
 * @param unreadable how many others there were
 */
public record FeedbackRequest(List<FeedbackItem> items, int unreadable) {

    public static final int MOST_ITEMS = 100;

    public FeedbackRequest {
        items = List.copyOf(items);
    }

    /** @throws RefusedException where there is no array, or too much in it */
    public static FeedbackRequest of(ObjectNode body) {
        if (!(body.path("feedback") instanceof ArrayNode array)) {
            throw new RefusedException(Refusal.NO_FEEDBACK);
        }
        if (array.size() > MOST_ITEMS) {
            throw new RefusedException(Refusal.TOO_MUCH_FEEDBACK);
        }
        List<FeedbackItem> items = StreamSupport.stream(array.spliterator(), false)
                .map((JsonNode item) -> FeedbackItem.of(item))
                .flatMap(Optional::stream)
                .toList();
        return new FeedbackRequest(items, array.size() - items.size());
    }
}
