package org.livercds.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.livercds.hooks.Card;
import org.livercds.hooks.Link;

/** What holds for every card, whoever the patient is. */
public final class CardRules {

    private static final Pattern QUOTED = Pattern.compile("\\b(MSK|NCI|NAV)-\\d+\\b");
    private static final Pattern ADDRESS = Pattern.compile("\\]\\((https?:[^)]+)\\)");

    /** What begins a tag, a comment or a declaration in Markdown; "< 3 cm" does not. */
    private static final Pattern HTML = Pattern.compile("<[A-Za-z/!?]");

    private CardRules() {}

    public static void check(List<Card> cards) {
        assertTrue(cards.size() <= 3);
        cards.forEach(CardRules::check);
    }

    private static void check(Card card) {
        String detail = card.detail();
        assertTrue(card.summary().length() <= 139, card.summary());
        assertFalse(card.summary().isBlank());
        assertFalse((card.summary() + detail).contains("{"), detail);
        assertFalse(HTML.matcher(card.summary() + detail).find(), detail);
        assertFalse(detail.contains("\n\n\n"), detail);
        int footer = detail.indexOf("Source: [");
        assertTrue(footer > 0, detail);
        assertTrue(
                quoted(detail.substring(footer)).containsAll(quoted(detail.substring(0, footer))),
                () -> "quoted and not listed: " + detail);
        Set<String> links = card.links().stream().map(Link::url).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(links, matches(ADDRESS, detail, 1));
        assertTrue(links.contains(card.source().url()));
        boolean quotesNav = card.detail().contains("NAV-");
        assertEquals(quotesNav, detail.contains("AI-generated"), detail);
    }

    private static Set<String> quoted(String text) {
        return matches(QUOTED, text, 0);
    }

    private static Set<String> matches(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(group))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
