package org.livercds.cli.selfcheck;

import java.util.regex.Pattern;
import org.livercds.cli.selfcheck.Finding.Evidence;

/** For an issue or a page. What the service said stands in code, so that it does nothing there. */
public final class MarkdownReport implements Report {

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    @Override
    public String of(Outcome outcome) {
        StringBuilder text = new StringBuilder(
                "# CDS Hooks service at " + code(outcome.base().toString()) + "\n\n");
        text.append(outcome.summary()).append(".\n");
        outcome.figures()
                .forEach((service, figure) ->
                        text.append("\n- ").append(code(service)).append(": ").append(figure));
        text.append("\n");
        for (Finding finding : outcome.broken()) {
            broken(text, finding);
        }
        if (!outcome.unchecked().isEmpty()) {
            text.append("\n## Not checked\n\n");
            outcome.unchecked()
                    .forEach(finding -> text.append("- ")
                            .append(code(TextReport.unchecked(finding)))
                            .append("\n"));
        }
        return text.toString();
    }

    private static void broken(StringBuilder text, Finding finding) {
        Requirement requirement = finding.requirement();
        text.append("\n## ").append(requirement.level()).append(": ").append(requirement.sentence());
        text.append("\n\n").append(requirement.why()).append("\n\n");
        text.append("- ").append(code(requirement.id())).append(" at ").append(code(finding.where()));
        text.append(", [")
                .append(requirement.basis())
                .append("](")
                .append(requirement.link())
                .append(")\n");
        for (Evidence evidence : finding.evidence()) {
            text.append("- sent ").append(code(evidence.sent()));
            text.append(", came ").append(code(evidence.came())).append("\n");
        }
    }

    private static String code(String text) {
        int longest = BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
        String fence = "`".repeat(longest + 1);
        return longest == 0 ? fence + text + fence : fence + " " + text + " " + fence;
    }
}
