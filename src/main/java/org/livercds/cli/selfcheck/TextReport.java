package org.livercds.cli.selfcheck;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.livercds.cli.selfcheck.Finding.Evidence;

/**
 * For a terminal.
 *
 * @param red what a service shall do and does not
 * @param bold the heads of findings
 */
public record TextReport(UnaryOperator<String> red, UnaryOperator<String> bold) implements Report {

    @Override
    public String of(Outcome outcome) {
        StringBuilder text = new StringBuilder();
        text.append("CDS Hooks service at ").append(outcome.base()).append(": ");
        text.append(String.join(", ", outcome.services())).append("\n");
        outcome.figures()
                .forEach((service, figure) ->
                        text.append(service).append(": ").append(figure).append("\n"));
        outcome.broken().forEach(finding -> broken(text, finding));
        Map<String, Integer> reasons = new LinkedHashMap<>();
        outcome.unchecked().forEach(finding -> reasons.merge(unchecked(finding), 1, Integer::sum));
        if (!reasons.isEmpty()) {
            text.append("\nNot checked:\n");
            reasons.keySet().forEach(line -> text.append("  ").append(line).append("\n"));
        }
        return text.append("\n").append(outcome.summary()).append("\n").toString();
    }

    private void broken(StringBuilder text, Finding finding) {
        Requirement requirement = finding.requirement();
        String head = requirement.level() + " " + requirement.id() + " (" + finding.where() + ")";
        UnaryOperator<String> colour = requirement.level() == Level.SHALL ? red : bold;
        text.append("\n").append(colour.apply(head)).append("\n");
        text.append("  ").append(requirement.sentence()).append("\n");
        text.append("  Why: ").append(requirement.why()).append("\n");
        for (Evidence evidence : finding.evidence()) {
            text.append("  Sent: ").append(evidence.sent()).append("\n");
            text.append("  Came: ").append(evidence.came()).append("\n");
        }
        text.append("  ")
                .append(requirement.basis())
                .append(": ")
                .append(requirement.link())
                .append("\n");
    }

    static String unchecked(Finding finding) {
        return finding.requirement().id() + " (" + finding.where() + "): "
                + finding.evidence().get(0).came();
    }
}
