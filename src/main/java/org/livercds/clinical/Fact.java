package org.livercds.clinical;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** One thing the guideline needs to know: read from the chart with its evidence, or not known and why. */
public sealed interface Fact<T> {

    /** The only way to open a fact: both cases are answered. */
    <R> R fold(Function<Known<T>, R> known, Function<Unknown<T>, R> unknown);

    /** What was read; for an unknown fact what was found and could not be used. */
    List<Evidence> evidence();

    static <T> Fact<T> known(T value, List<Evidence> evidence) {
        return new Known<>(value, evidence);
    }

    static <T> Fact<T> unknown(Reason reason, List<Evidence> evidence) {
        return new Unknown<>(reason, evidence);
    }

    static <T> Fact<T> notRecorded() {
        return new Unknown<>(Reason.NOT_RECORDED, List.of());
    }

    default Truth test(Predicate<? super T> predicate) {
        return decide(value -> Truth.of(predicate.test(value)));
    }

    default Truth decide(Function<? super T, Truth> question) {
        return this instanceof Known<T> known ? question.apply(known.content()) : Truth.UNKNOWN;
    }

    default boolean isKnown() {
        return this instanceof Known<T>;
    }

    default Optional<T> value() {
        return this instanceof Known<T> known ? Optional.of(known.content()) : Optional.empty();
    }

    default Optional<Reason> reason() {
        return this instanceof Unknown<T> unknown ? unknown.because().told : Optional.empty();
    }

    default boolean isUnknownBecause(Reason reason) {
        return this instanceof Unknown<T> unknown && unknown.because() == reason;
    }

    default <U> Fact<U> map(Function<? super T, ? extends U> mapping) {
        return fold(
                known -> known(mapping.apply(known.content()), known.evidence()),
                unknown -> unknown(unknown.because(), unknown.evidence()));
    }

    /** Why a fact is not known. */
    enum Reason {
        NOT_RECORDED,
        INCOMPLETE,
        OUT_OF_DATE,
        CONFLICTING,
        UNREADABLE,
        TREATED_SINCE;

        private final Optional<Reason> told = Optional.of(this);
    }

    record Known<T>(T content, List<Evidence> evidence) implements Fact<T> {
        public Known {
            requireNonNull(content, "content");
            evidence = List.copyOf(evidence);
            if (evidence.isEmpty()) {
                throw new IllegalArgumentException("A known fact needs evidence");
            }
        }

        @Override
        public <R> R fold(Function<Known<T>, R> known, Function<Unknown<T>, R> unknown) {
            return known.apply(this);
        }
    }

    record Unknown<T>(Reason because, List<Evidence> evidence) implements Fact<T> {
        public Unknown {
            requireNonNull(because, "because");
            evidence = List.copyOf(evidence);
        }

        @Override
        public <R> R fold(Function<Known<T>, R> known, Function<Unknown<T>, R> unknown) {
            return unknown.apply(this);
        }
    }
}
