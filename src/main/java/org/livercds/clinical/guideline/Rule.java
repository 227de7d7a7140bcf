package org.livercds.clinical.guideline;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Citation;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;
import org.livercds.clinical.criteria.ChartNotReadInFull;
import org.livercds.clinical.criteria.Criterion;
import org.livercds.clinical.criteria.MeasurementsOutOfDate;
import org.livercds.clinical.guideline.JudgedRule.Role;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.clinical.patient.LiverChart;

/**
 * One row of the decision table.
 *
 * @param kinds the patients it is for
 * @param best the firmest status it can have
 * @param requires each NOT_MET makes it absent, each UNKNOWN conditional
 * @param blockedBy each MET makes it absent
 * @param onlyIf each MET makes it conditional, and so does one whose part of the chart could not be read
 * @param showing what is told beside it and decides nothing
 */
record Rule(
        RecommendationId id,
        Set<DiseaseKind> kinds,
        Status best,
        List<Citation> citations,
        List<Criterion> requires,
        List<Criterion> blockedBy,
        List<Criterion> onlyIf,
        List<Criterion> showing) {

    /** What keeps every recommendation from being more than conditional. */
    private static final List<Criterion> ALWAYS = List.of(new MeasurementsOutOfDate(), new ChartNotReadInFull());

    private static final Optional<Fact.Reason> UNREAD = Optional.of(Fact.Reason.INCOMPLETE);

    Rule {
        requireNonNull(id, "id");
        kinds = Set.copyOf(kinds);
        requireNonNull(best, "best");
        citations = List.copyOf(citations);
        requires = List.copyOf(requires);
        blockedBy = List.copyOf(blockedBy);
        onlyIf = List.copyOf(onlyIf);
        showing = List.copyOf(showing);
    }

    static Rule recommend(RecommendationId id, Set<DiseaseKind> kinds, Citation... citations) {
        return of(id, kinds, Status.RECOMMENDED, citations);
    }

    static Rule inform(RecommendationId id, Set<DiseaseKind> kinds, Citation... citations) {
        return of(id, kinds, Status.INFO, citations);
    }

    private static Rule of(RecommendationId id, Set<DiseaseKind> kinds, Status best, Citation... citations) {
        return new Rule(id, kinds, best, List.of(citations), List.of(), List.of(), List.of(), List.of());
    }

    Rule requiring(Criterion... criteria) {
        List<Criterion> all =
                Stream.concat(requires.stream(), Stream.of(criteria)).toList();
        return new Rule(id, kinds, best, citations, all, blockedBy, onlyIf, showing);
    }

    Rule blockedBy(Criterion... criteria) {
        return new Rule(id, kinds, best, citations, requires, List.of(criteria), onlyIf, showing);
    }

    Rule conditionalWhen(Criterion... criteria) {
        return new Rule(id, kinds, best, citations, requires, blockedBy, List.of(criteria), showing);
    }

    Rule showing(Criterion... criteria) {
        return new Rule(id, kinds, best, citations, requires, blockedBy, onlyIf, List.of(criteria));
    }

    /** Those that are for such patients, in their order. */
    static Map<DiseaseKind, List<Rule>> byKind(List<Rule> rules) {
        Map<DiseaseKind, List<Rule>> byKind = new EnumMap<>(DiseaseKind.class);
        for (DiseaseKind kind : DiseaseKind.values()) {
            byKind.put(
                    kind,
                    rules.stream().filter(rule -> rule.kinds.contains(kind)).toList());
        }
        return byKind;
    }

    boolean isFor(LiverChart chart) {
        return kinds.contains(chart.kind());
    }

    Optional<Recommendation> apply(LiverChart chart) {
        return isFor(chart) ? answer(chart).offer() : Optional.empty();
    }

    /** What keeps the recommendation from a patient that it is for. */
    List<Assessment> obstacles(LiverChart chart) {
        return isFor(chart) ? answer(chart).obstacles() : List.of();
    }

    /** What the rule says of a patient that it is for: an offer, or everything in its way. */
    record Answer(Optional<Recommendation> offer, List<Assessment> obstacles) {}

    Answer answer(LiverChart chart) {
        List<Assessment> required = assess(requires, chart);
        List<Assessment> blocks = assess(blockedBy, chart);
        List<Assessment> obstacles = new ArrayList<>();
        add(required, of -> of.truth() == Truth.NOT_MET, obstacles);
        add(blocks, of -> of.truth() == Truth.MET, obstacles);
        return obstacles.isEmpty()
                ? new Answer(Optional.of(offer(required, blocks, chart)), List.of())
                : new Answer(Optional.empty(), obstacles);
    }

    private Recommendation offer(List<Assessment> required, List<Assessment> blocks, LiverChart chart) {
        List<Assessment> limits = assess(onlyIf, chart);
        List<Assessment> open = new ArrayList<>();
        add(required, of -> of.truth() == Truth.UNKNOWN, open);
        add(limits, of -> of.truth() == Truth.MET, open);
        add(assess(ALWAYS, chart), Rule::demotes, open);
        add(limits, Rule::isUnread, open);
        List<Assessment> considered = new ArrayList<>();
        add(blocks, Rule::isPassed, considered);
        add(limits, Rule::isPassed, considered);
        List<Assessment> because = new ArrayList<>(required);
        because.addAll(assess(showing, chart));
        return new Recommendation(id, open.isEmpty() ? best : lowered(), citations, because, open, considered);
    }

    /** Whether the chart keeps every recommendation from being more than conditional. */
    static boolean demotesAll(LiverChart chart) {
        return anyDemotes(ALWAYS, chart);
    }

    /** How firmly it is offered, and nothing else: for the many charts that are only supposed. */
    Optional<Status> status(LiverChart chart) {
        return isFor(chart) ? status(chart, demotesAll(chart)) : Optional.empty();
    }

    /**
     * The same for a patient that it is for.
     *
     * @param demoted as {@link #demotesAll}, which is the same for all rules
     */
    Optional<Status> status(LiverChart chart, boolean demoted) {
        boolean firm = !demoted;
        for (Criterion criterion : requires) {
            Truth truth = criterion.truth(chart);
            if (truth == Truth.NOT_MET) {
                return Optional.empty();
            }
            firm &= truth == Truth.MET;
        }
        for (Criterion criterion : blockedBy) {
            if (criterion.truth(chart) == Truth.MET) {
                return Optional.empty();
            }
        }
        return Optional.of(firm && !anyDemotes(onlyIf, chart) ? best : lowered());
    }

    Set<Status> statuses() {
        return EnumSet.of(best, lowered());
    }

    JudgedRule judge(LiverChart chart) {
        return new JudgedRule(id, kinds, status(chart), citations, asked(chart));
    }

    /** Everything that it asks of a patient that it is for. */
    List<JudgedRule.Rung> asked(LiverChart chart) {
        List<JudgedRule.Rung> asked = new ArrayList<>();
        if (isFor(chart)) {
            addRungs(Role.REQUIRED, requires, chart, asked);
            addRungs(Role.BLOCKING, blockedBy, chart, asked);
            addRungs(Role.LIMITING, onlyIf, chart, asked);
            addRungs(Role.LIMITING, ALWAYS, chart, asked);
            addRungs(Role.SHOWN, showing, chart, asked);
        }
        return asked;
    }

    private Status lowered() {
        return best == Status.RECOMMENDED ? Status.CONDITIONAL : best;
    }

    private static void addRungs(Role role, List<Criterion> criteria, LiverChart chart, List<JudgedRule.Rung> rungs) {
        for (Criterion criterion : criteria) {
            rungs.add(new JudgedRule.Rung(role, criterion.assess(chart)));
        }
    }

    private static boolean anyDemotes(List<Criterion> criteria, LiverChart chart) {
        for (Criterion criterion : criteria) {
            if (demotes(criterion.assess(chart))) {
                return true;
            }
        }
        return false;
    }

    private static boolean demotes(Assessment assessment) {
        return assessment.truth() == Truth.MET || isUnread(assessment);
    }

    private static boolean isUnread(Assessment assessment) {
        return assessment.truth() == Truth.UNKNOWN && assessment.reason().equals(UNREAD);
    }

    private static boolean isPassed(Assessment assessment) {
        return assessment.truth() == Truth.NOT_MET && assessment.reason().isEmpty();
    }

    private static List<Assessment> assess(List<Criterion> criteria, LiverChart chart) {
        List<Assessment> assessed = new ArrayList<>(criteria.size());
        for (Criterion criterion : criteria) {
            assessed.add(criterion.assess(chart));
        }
        return assessed;
    }

    private static void add(List<Assessment> some, Predicate<Assessment> which, List<Assessment> to) {
        for (Assessment assessment : some) {
            if (which.test(assessment)) {
                to.add(assessment);
            }
        }
    }
}
