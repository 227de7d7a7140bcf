package org.livercds.hooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * A card, <a href="https://cds-hooks.hl7.org/2.0/#card-attributes">CDS Hooks 2.0, card attributes</a>.
 *
 * @param summary fewer than 140 characters
 * @param detail GitHub Flavored Markdown without raw HTML
 * @param indicator {@code info} or {@code warning}; nothing this service says is critical
 */
public record Card(
        String uuid,
        String summary,
        String detail,
        String indicator,
        Source source,
        List<Suggestion> suggestions,
        List<Coding> overrideReasons,
        List<Link> links) {
    public Card {
        suggestions = List.copyOf(suggestions);
        overrideReasons = List.copyOf(overrideReasons);
        links = List.copyOf(links);
    }

    /** The same with one link more. */
    public Card with(Link link) {
        List<Link> more = new ArrayList<>(links);
        more.add(link);
        return new Card(uuid, summary, detail, indicator, source, suggestions, overrideReasons, more);
    }

    /** Each suggestion stands for itself. */
    @JsonProperty
    public String selectionBehavior() {
        return suggestions.isEmpty() ? "" : "any";
    }
}
