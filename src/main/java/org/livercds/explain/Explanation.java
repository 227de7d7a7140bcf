package org.livercds.explain;

import java.util.List;

/**
 * Everything that was asked of one chart, and what it answered: for people who want to know why there is a card, or why
 * there is none. It holds references, numbers, dates and words of our own; no name and no free text.
 *
 * @param ordered what the draft orders ask for, and what the rules say to it; on the order hooks only
 * @param rules every rule, in the order of the decision table
 * @param lesions the live lesions, each with its size in millimetres
 * @param facts every fact that the rules know of, as the newest usable result says
 * @param tippingPoints what would change the recommendation that leads
 * @param setAside resources that could not be used, and why
 */
public record Explanation(
        List<OrderView> ordered,
        List<RuleView> rules,
        List<LesionView> lesions,
        List<FactView> facts,
        List<CautionView> cautions,
        List<MissingView> missing,
        List<TippingView> tippingPoints,
        List<SetAsideView> setAside) {
    public Explanation {
        ordered = List.copyOf(ordered);
        rules = List.copyOf(rules);
        lesions = List.copyOf(lesions);
        facts = List.copyOf(facts);
        cautions = List.copyOf(cautions);
        missing = List.copyOf(missing);
        tippingPoints = List.copyOf(tippingPoints);
        setAside = List.copyOf(setAside);
    }

    /**
     * One rule.
     *
     * @param kinds the disease kinds that it is for
     * @param status {@code recommended}, {@code conditional}, {@code info}, {@code absent}, or {@code otherKind} where it is
     *     not for this kind of disease
     */
    public record RuleView(
            String rule,
            String topic,
            String status,
            List<String> kinds,
            List<String> citations,
            List<StatementView> criteria) {}

    /**
     * A statement and those that it rests on.
     *
     * @param role what it does to its rule: {@code required}, {@code blocking}, {@code limiting}, {@code shown}; only at
     *     the top
     * @param truth {@code met}, {@code notMet}, {@code unknown}
     * @param reason why it is unknown
     */
    public record StatementView(
            String role,
            String statement,
            String truth,
            String reason,
            List<EvidenceView> evidence,
            List<StatementView> parts) {}

    /** A chart entry: the resource, what it speaks of, its value as recorded, its date or the days that it may mean. */
    public record EvidenceView(String reference, String subject, String value, String date) {}

    /**
     * A live lesion.
     *
     * @param millimetres its longest diameter, or a range of it; left out where it is not known
     * @param reason why the size is not known
     * @param inLiver false where the chart does not say what organ was measured
     */
    public record LesionView(
            String millimetres,
            String reason,
            String measured,
            boolean inLiver,
            List<EvidenceView> evidence,
            List<EvidenceView> treatments) {}

    /**
     * A fact.
     *
     * @param value in the unit of the rules; left out where it is not known
     * @param unit of the value, UCUM
     */
    public record FactView(String fact, String value, String unit, String reason, List<EvidenceView> evidence) {}

    /** A caution and the entries behind it. */
    public record CautionView(String id, List<EvidenceView> evidence) {}

    /** What is asked for, and why it is not known. */
    public record MissingView(String id, String reason) {}

    /**
     * What would change the answer.
     *
     * @param then the status that the leading recommendation would have, or {@code absent}
     * @param first the topic that would lead
     */
    public record TippingView(String change, String then, String first, List<EvidenceView> today) {}

    /** A resource that could not be used, under which key, and why. */
    public record SetAsideView(String key, String reference, String why) {}

    /**
     * An ordered treatment.
     *
     * @param verdict {@code warns}, or {@code silent}: the rule agrees, or does not speak of this kind of disease
     */
    public record OrderView(String topic, String verdict, List<StatementView> notMet, List<StatementView> open) {}
}
