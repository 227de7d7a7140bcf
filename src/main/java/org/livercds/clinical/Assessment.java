package org.livercds.clinical;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A statement about the patient, what the chart allows us to say about it, and why: a tree. */
public record Assessment(
        Statement statement,
        Truth truth,
        Optional<Fact.Reason> reason,
        List<Evidence> evidence,
        List<Assessment> parts) {

    public Assessment {
        requireNonNull(statement, "statement");
        requireNonNull(truth, "truth");
        requireNonNull(reason, "reason");
        evidence = List.copyOf(evidence);
        parts = List.copyOf(parts);
    }

    public static Assessment of(Statement statement, Truth truth, List<Evidence> evidence) {
        return new Assessment(statement, truth, Optional.empty(), evidence, List.of());
    }

    public static <T> Assessment of(Statement statement, Fact<T> fact, Function<? super T, Truth> question) {
        return new Assessment(statement, fact.decide(question), fact.reason(), fact.evidence(), List.of());
    }

    /** Every part holds. Of no part it is UNKNOWN. */
    public static Assessment allOf(Statement statement, List<Assessment> parts) {
        return new Assessment(statement, Truth.allOf(truths(parts)), Optional.empty(), List.of(), parts);
    }

    /** At least one part holds. Of no part it is UNKNOWN. */
    public static Assessment anyOf(Statement statement, List<Assessment> parts) {
        return new Assessment(statement, Truth.anyOf(truths(parts)), Optional.empty(), List.of(), parts);
    }

    public Assessment withTruth(Truth other) {
        return new Assessment(statement, other, reason, evidence, parts);
    }

    /** This statement and, below it, the statements that it rests on: only those without parts of their own. */
    public List<Assessment> leaves() {
        if (parts.isEmpty()) {
            return List.of(this);
        }
        List<Assessment> leaves = new ArrayList<>();
        for (Assessment part : parts) {
            leaves.addAll(part.leaves());
        }
        return leaves;
    }

    /** Adds all entries of the chart that it rests on; some may come more than once. */
    public void addEntriesTo(Collection<Evidence> entries) {
        if (parts.isEmpty()) {
            entries.addAll(evidence);
        }
        for (Assessment part : parts) {
            part.addEntriesTo(entries);
        }
    }

    private static List<Truth> truths(List<Assessment> parts) {
        List<Truth> truths = new ArrayList<>(parts.size());
        for (Assessment part : parts) {
            truths.add(part.truth);
        }
        return truths;
    }
}
