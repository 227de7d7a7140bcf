package org.livercds.cli.evaluate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.livercds.explain.Explanation;
import org.livercds.explain.Explanation.EvidenceView;
import org.livercds.explain.Explanation.RuleView;
import org.livercds.explain.Explanation.StatementView;
import org.livercds.service.AppWords;
import org.livercds.service.ExplainService.Explained;

/** Each rule with its criteria and the chart values behind them, and why there is a card or none. */
public final class ExplainReport implements Report {

    private static final String OTHER_KIND = "otherKind";

    @Override
    public String of(Evaluated evaluated) {
        return evaluated.name() + "\n"
                + evaluated
                        .explained()
                        .map(explained -> of(explained, evaluated.words()))
                        .orElseGet(() ->
                                "  cannot be evaluated: " + evaluated.problem().orElse("") + "\n")
                + "\n";
    }

    private static String of(Explained explained, AppWords.InLanguage words) {
        String heading = "  " + CardsReport.heading(explained.evaluation(), 0).replace(", 0 cards", "") + "\n";
        Explanation explanation = explained.explanation();
        if (explanation == null) {
            return heading;
        }
        String rules = explanation.rules().stream()
                .filter(rule -> !rule.status().equals(OTHER_KIND))
                .map(rule -> rule(rule, words))
                .collect(Collectors.joining());
        return heading + rules + beside(explanation, words) + data(explained);
    }

    private static String beside(Explanation explanation, AppWords.InLanguage words) {
        Stream<String> missing = explanation.missing().stream()
                .map(one -> words.phrase("missing." + one.id() + ".text") + because(one.reason(), words));
        Stream<String> cautions = explanation.cautions().stream()
                .map(one -> words.phrase("caution." + one.id() + ".text") + evidence(one.evidence(), words));
        Stream<String> notUsed = explanation.setAside().stream()
                .map(one -> one.reference() + " (" + one.key() + "): " + words.phrase("unread." + one.why()));
        return block("Missing", missing) + block("Cautions", cautions) + block("Not used", notUsed);
    }

    private static String data(Explained explained) {
        return block(
                "Data",
                explained.evaluation().data().stream()
                        .map(key -> key.key() + ": " + key.source() + ", " + key.state() + ", " + key.resources()
                                + " used, " + key.skipped() + " not"));
    }

    private static String rule(RuleView rule, AppWords.InLanguage words) {
        return "\n  " + words.topic(rule.topic()) + ": " + words.phrase("explain.status." + rule.status()) + " ("
                + rule.rule() + "; " + String.join(", ", rule.citations()) + ")\n"
                + statements(rule.criteria(), 4, words);
    }

    private static String statements(List<StatementView> all, int indent, AppWords.InLanguage words) {
        return all.stream()
                .map(one -> " ".repeat(indent) + mark(one.truth()) + " " + words.phrase("statement." + one.statement())
                        + because(one.reason(), words) + role(one.role(), words) + evidence(one.evidence(), words)
                        + "\n"
                        + statements(one.parts(), indent + 2, words))
                .collect(Collectors.joining());
    }

    private static String mark(String truth) {
        return switch (truth) {
            case "met" -> "+";
            case "notMet" -> "-";
            default -> "?";
        };
    }

    private static String because(String reason, AppWords.InLanguage words) {
        return reason == null ? "" : ": " + words.phrase("explain.reason." + reason);
    }

    /** What is required goes without saying. */
    private static String role(String role, AppWords.InLanguage words) {
        return role == null || role.equals("required") ? "" : " [" + words.phrase("explain.role." + role) + "]";
    }

    private static String evidence(List<EvidenceView> all, AppWords.InLanguage words) {
        return all.isEmpty()
                ? ""
                : all.stream()
                        .map(one -> Stream.of(
                                        words.phrase("subject." + one.subject()),
                                        one.value(),
                                        one.date(),
                                        one.reference())
                                .filter(part -> part != null && !part.isBlank())
                                .collect(Collectors.joining(" ")))
                        .collect(Collectors.joining("; ", " <- ", ""));
    }

    private static String block(String heading, Stream<String> lines) {
        String all = lines.map(line -> "    " + line + "\n").collect(Collectors.joining());
        return all.isEmpty() ? "" : "\n  " + heading + "\n" + all;
    }
}
