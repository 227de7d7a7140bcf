package org.livercds.service;

import java.util.List;
import org.livercds.hooks.Evaluation;
import org.livercds.hooks.HookResponse;

/** An answer without cards, of whatever status. */
public final class AnyAnswer {

    private AnyAnswer() {}

    public static HookResponse withStatus(String status) {
        return new HookResponse(
                List.of(),
                new Evaluation(
                        "1.0.0",
                        "0123456789ab",
                        null,
                        "2026-11-20",
                        status,
                        null,
                        "none",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }
}
