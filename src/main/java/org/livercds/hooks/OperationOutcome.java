package org.livercds.hooks;

import java.util.List;

/** The FHIR OperationOutcome of an error answer: a fixed text and nothing of the request. */
public record OperationOutcome(String resourceType, List<Issue> issue) {

    public static OperationOutcome of(Refusal refusal) {
        return of(new RefusedException(refusal));
    }

    /** The fixed text, behind it the keys that were not read, and what to change for the one that matters. */
    public static OperationOutcome of(RefusedException refused) {
        Refusal refusal = refused.refusal();
        String keys = refused.notRead().isEmpty() ? "" : " Not read: " + String.join(", ", refused.notRead()) + ".";
        String remedy = refused.remedy().isEmpty() ? "" : " " + refused.remedy();
        Text text = new Text(refusal.sentence() + keys + remedy);
        return new OperationOutcome(
                "OperationOutcome", List.of(new Issue("error", refusal.code(), text, refusal.name())));
    }

    public record Issue(String severity, String code, Text details, String diagnostics) {}

    public record Text(String text) {}
}
