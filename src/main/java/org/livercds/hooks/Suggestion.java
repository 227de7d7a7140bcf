package org.livercds.hooks;

import java.util.List;

/** A suggestion of a card, <a href="https://cds-hooks.hl7.org/2.0/#suggestion">CDS Hooks 2.0</a>; one action each. */
public record Suggestion(String label, String uuid, List<Action> actions) {
    public Suggestion {
        actions = List.copyOf(actions);
    }
}
