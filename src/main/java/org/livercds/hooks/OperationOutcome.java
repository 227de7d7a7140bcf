package org.livercds.hooks;

import java.util.List;

/** The FHIR OperationOutcome of an error answer: a fixed text and nothing of the request. */
public record OperationOutcome(String resourceType, List<Issue> issue) {

    public static OperationOutcome of(Refusal refusal) {
        return new OperationOutcome(
                "OperationOutcome",
                List.of(new Issue("error", refusal.code(), new Text(refusal.sentence()), refusal.name())));
    }

    public record Issue(String severity, String code, Text details, String diagnostics) {}

    public record Text(String text) {}
}
