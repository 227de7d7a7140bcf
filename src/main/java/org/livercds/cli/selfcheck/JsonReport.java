package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** For programs: every finding, also those that were met. */
public final class JsonReport implements Report {

    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);

    @Override
    public String of(Outcome outcome) {
        ObjectNode root = JSON.createObjectNode();
        root.put("base", outcome.base().toString()).put("good", outcome.isGood());
        root.set("services", JSON.valueToTree(outcome.services()));
        root.set("measured", JSON.valueToTree(outcome.figures()));
        outcome.findings().forEach(finding -> root.withArrayProperty("findings").add(finding(finding)));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = JSON.valueToTree(finding.requirement());
        node.put("where", finding.where())
                .put("verdict", finding.verdict().name().toLowerCase(Locale.ROOT));
        node.put("times", finding.times());
        return node.set("evidence", JSON.valueToTree(finding.evidence()));
    }
}
