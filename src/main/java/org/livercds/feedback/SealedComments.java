package org.livercds.feedback;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.livercds.hooks.SealedText;

/**
 * What users wrote, as it stands in the tables: {@code 1.} and the sealed text. It belongs to its card, so that it says
 * nothing beside another. While keys are changed it is sealed under the first and opened under both.
 */
public final class SealedComments {

    private static final String FORM = "1.";

    private final List<SealedText> keys;

    /** @param previous the key before this one, under which older comments stand */
    public SealedComments(byte[] key, Optional<byte[]> previous) {
        this.keys = Stream.concat(Stream.of(key), previous.stream())
                .map(each -> new SealedText(each, "livercds feedback comment"))
                .toList();
    }

    public String seal(UUID card, String comment) {
        return FORM + keys.get(0).seal(FORM + card, comment);
    }

    /** The comment, or nothing where it is of another key or another card, or damaged. */
    public Optional<String> open(String card, String sealed) {
        return Optional.of(sealed)
                .filter(text -> text.startsWith(FORM))
                .map(text -> text.substring(FORM.length()))
                .flatMap(text -> keys.stream()
                        .flatMap(key -> key.open(FORM + card, text).stream())
                        .findFirst());
    }
}
