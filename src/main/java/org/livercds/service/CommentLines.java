package org.livercds.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.livercds.feedback.Commented;
import org.livercds.feedback.SealedComments;

/**
 * Opens comments and writes each as a line of JSON, in plain ASCII, so that nothing of them acts on a terminal. A row that
 * moves to the common database meanwhile comes twice and is written once.
 */
final class CommentLines implements Consumer<Commented> {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final SealedComments comments;
    private final Consumer<String> lines;
    private final Set<String> seen = new HashSet<>();
    private int unreadable;

    CommentLines(SealedComments comments, Consumer<String> lines) {
        this.comments = comments;
        this.lines = lines;
    }

    /** How many are of another key, or damaged. */
    int unreadable() {
        return unreadable;
    }

    @Override
    public void accept(Commented row) {
        if (seen.add(row.card() + row.outcome() + row.at())) {
            Optional<String> comment = comments.open(row.card(), row.sealed());
            comment.ifPresentOrElse(words -> lines.accept(line(row, words)), () -> unreadable++);
        }
    }

    private static String line(Commented row, String comment) {
        try {
            return JSON.writeValueAsString(JSON.createObjectNode()
                    .put("card", row.card())
                    .put("service", row.service())
                    .put("topic", row.topic())
                    .put("outcome", row.outcome())
                    .put("reasonCode", row.reasonCode().orElse(null))
                    .put("at", row.at().toString())
                    .put("comment", comment));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts are JSON", impossible);
        }
    }
}
