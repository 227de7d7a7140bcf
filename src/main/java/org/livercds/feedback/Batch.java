package org.livercds.feedback;

import java.util.List;

/**
 * What one call told.
 *
 * @param entries about cards of ours
 * @param strays about cards that nobody here knows
 * @param refused how many items were about a card of another service
 */
public record Batch(List<Entry> entries, List<Stray> strays, int refused) {

    public Batch {
        entries = List.copyOf(entries);
        strays = List.copyOf(strays);
    }

    public boolean isEmpty() {
        return entries.isEmpty() && strays.isEmpty();
    }
}
