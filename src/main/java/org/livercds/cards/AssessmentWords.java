package org.livercds.cards;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;

/** Assessments as lists: each statement with a sign and the chart entries behind it. */
record AssessmentWords(ChartWords words) {

    String lines(List<Assessment> assessments) {
        List<String> lines = new ArrayList<>(assessments.size());
        for (Assessment assessment : assessments) {
            lines.add(line(assessment));
        }
        return String.join("\n", lines);
    }

    /** What stands in the way: that something is so, or that something is not. */
    String obstacles(List<Assessment> obstacles) {
        List<String> list = new ArrayList<>(obstacles.size());
        for (Assessment obstacle : obstacles) {
            list.add(obstacle(obstacle) + words.evidence(evidence(obstacle)));
        }
        return String.join(phrases().get("line.also"), list);
    }

    String obstacleLines(List<Assessment> obstacles) {
        Set<String> lines = new LinkedHashSet<>();
        for (Assessment obstacle : obstacles) {
            String evidence = words.evidence(evidence(obstacle));
            lines.add(phrases().fill("line.obstacle", "obstacle", obstacle(obstacle), "evidence", evidence));
        }
        return String.join("\n", lines);
    }

    /** What is not known, and what is known too late or not in full. */
    String openLines(List<Assessment> open) {
        List<String> lines = new ArrayList<>(open.size());
        for (Assessment assessment : open) {
            lines.add(filled(assessment.truth() == Truth.UNKNOWN ? "line.unknown" : "line.limit", assessment));
        }
        return String.join("\n", lines);
    }

    String obstacle(Assessment obstacle) {
        if (obstacle.truth() == Truth.MET) {
            return statement(obstacle);
        }
        String own = phrases().orNothing("obstacle", obstacle.statement().key());
        return own.isEmpty() ? phrases().fill("obstacle.otherwise", "statement", statement(obstacle)) : own;
    }

    /** What keeps a recommendation from being firmer, under a heading; nothing where nothing does. */
    String open(List<Assessment> open) {
        Set<String> lines = new LinkedHashSet<>();
        for (Assessment assessment : open) {
            lines.add(openLine(assessment));
        }
        return lines.isEmpty() ? "" : phrases().get("heading.open") + "\n\n" + String.join("\n", lines);
    }

    String firstCondition(List<Assessment> open) {
        return open.isEmpty() ? "" : condition(open.get(0));
    }

    String conditions(List<Assessment> open) {
        Set<String> conditions = new LinkedHashSet<>();
        for (Assessment assessment : open) {
            conditions.add(condition(assessment));
        }
        return String.join(phrases().get("line.and"), conditions);
    }

    /** Why a fact is not known; nothing where it is simply not recorded. */
    String reason(Optional<Fact.Reason> reason) {
        return phrases().of("reason", reason.orElse(Fact.Reason.NOT_RECORDED).name());
    }

    /** What is not known may need other words than what is known and speaks against it. */
    private String condition(Assessment assessment) {
        String key = assessment.statement().key();
        String unknown = assessment.truth() == Truth.UNKNOWN ? phrases().orNothing("if-unknown", key) : "";
        return unknown.isEmpty() ? phrases().of("if", key) : unknown;
    }

    /** The chart entries of what is unknown stand with the criteria above. */
    private String openLine(Assessment assessment) {
        return phrases()
                .fill(
                        assessment.truth() == Truth.UNKNOWN ? "line.open" : "line.open-because",
                        "if",
                        condition(assessment),
                        "statement",
                        statement(assessment),
                        "evidence",
                        words.evidence(evidence(assessment)));
    }

    private String line(Assessment assessment) {
        return switch (assessment.truth()) {
            case MET -> filled("line.met", assessment);
            case NOT_MET -> filled("line.not-met", assessment);
            case UNKNOWN -> filled("line.unknown", assessment);
        };
    }

    private String filled(String form, Assessment assessment) {
        return phrases()
                .fill(
                        form,
                        "statement",
                        statement(assessment),
                        "evidence",
                        words.evidence(evidence(assessment)),
                        "reason",
                        reason(assessment.reason()));
    }

    private String statement(Assessment assessment) {
        return phrases().of("statement", assessment.statement().key());
    }

    /** The entries that make the statement what it is; those that say otherwise only where nothing else does. */
    private static List<Evidence> evidence(Assessment assessment) {
        if (assessment.parts().isEmpty() && assessment.evidence().size() < 2) {
            return assessment.evidence();
        }
        Set<Evidence> decisive = new LinkedHashSet<>();
        for (Assessment leaf : assessment.leaves()) {
            if (leaf.truth() == assessment.truth()) {
                decisive.addAll(leaf.evidence());
            }
        }
        if (decisive.isEmpty()) {
            assessment.addEntriesTo(decisive);
        }
        return List.copyOf(decisive);
    }

    private Phrases phrases() {
        return words.phrases();
    }
}
