package org.livercds.codes;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What keeps content from being used, all of it and not only the first: for who writes it. */
public final class ContentProblems {

    private final List<String> sentences = new ArrayList<>();

    /** @return what was read; empty where it cannot be used */
    public <T> Optional<T> attempt(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidContentException invalid) {
            add(invalid.getMessage());
        } catch (UncheckedIOException unreadable) {
            add(unreadable.getMessage());
        }
        return Optional.empty();
    }

    /** Each once, naming file and line. */
    public List<String> sentences() {
        return List.copyOf(sentences);
    }

    private void add(String sentence) {
        if (!sentences.contains(sentence)) {
            sentences.add(sentence);
        }
    }
}
