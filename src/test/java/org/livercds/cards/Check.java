package org.livercds.cards;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One thing that no answer may do.
 *
 * @param name what holds for every answer, as a sentence
 * @param complaints what is wrong with an answer; nothing where all is well
 */
public record Check(String name, Function<Answer, Stream<String>> complaints) {

    static Check each(String name, Function<Answer, Stream<String>> complaints) {
        return new Check(name, complaints);
    }

    static Check never(String name, Predicate<Answer> wrong) {
        return new Check(name, answer -> wrong.test(answer) ? Stream.of("it does") : Stream.empty());
    }

    public Stream<String> of(Answer answer) {
        return complaints
                .apply(answer)
                .map(complaint -> "NOT SO: " + name + ": " + complaint + "\nin " + answer + "\n");
    }

    @Override
    public String toString() {
        return name;
    }
}
