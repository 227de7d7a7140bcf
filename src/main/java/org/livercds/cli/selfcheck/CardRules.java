package org.livercds.cli.selfcheck;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;

/**
 * What holds for every card.
 *
 * @param before ids of the cards of all answers so far
 * @param patient whom the call was about
 */
record CardRules(Set<String> before, String patient) {

    private static final Set<String> INDICATORS = Set.of("info", "warning", "critical");
    private static final Set<String> SELECTIONS = Set.of("at-most-one", "any");
    private static final int TOO_LONG = 140;
    private static final Pattern MARKUP = Pattern.compile("[\\r\\n]|<[a-zA-Z/!]|\\*\\*|\\]\\(");
    private static final Pattern SCRIPT =
            Pattern.compile("<\\s*(script|iframe|object|embed)|javascript:|data:text|\\son\\w+\\s*=\\s*[\"']?");
    private static final Parser MARKDOWN = Parser.builder().build();

    void judge(Place card) {
        Place uuid = card.member("uuid");
        uuid.judge("card.uuid", uuid.isText());
        if (uuid.isText()) {
            uuid.judge("card.uuid-unique", before.add(uuid.text()));
        }
        summary(card.member("summary"));
        Place indicator = card.member("indicator");
        indicator.judge("card.indicator", indicator.isTextOf(INDICATORS));
        source(card.member("source"));
        detail(card.member("detail"));
        overrideReasons(card.member("overrideReasons"));
        Place links = card.member("links");
        if (links.isThere()) {
            LinkRules.judge(links);
        }
        Place suggestions = card.member("suggestions");
        if (suggestions.isThere()) {
            Place behavior = card.member("selectionBehavior");
            behavior.judge("card.selection-behavior", behavior.isTextOf(SELECTIONS));
            new SuggestionRules(before, patient, behavior.text()).judge(suggestions);
        }
    }

    private static void summary(Place summary) {
        summary.judge("card.summary", summary.isText());
        int length = summary.text().length();
        summary.judge("card.summary-length", length < TOO_LONG, "has " + length + " characters");
        summary.judge("card.summary-plain", !MARKUP.matcher(summary.text()).find());
    }

    private static void source(Place source) {
        source.member("label").judge("card.source", source.member("label").isText());
        for (String address : Set.of("url", "icon")) {
            if (source.member(address).isThere()) {
                source.member(address)
                        .judge("card.source-url", source.member(address).isWebAddress());
            }
        }
        if (source.member("topic").isThere()) {
            source.member("topic").judge("card.topic", source.member("topic").isCoding());
        }
    }

    private static void detail(Place detail) {
        if (!detail.isThere()) {
            return;
        }
        detail.judge("card.detail", detail.node().isTextual());
        Html html = new Html();
        MARKDOWN.parse(detail.text()).accept(html);
        detail.judge("card.detail-html", html.found.isEmpty(), "holds " + html.found);
        detail.judge("card.detail-script", !html.script, "holds a script");
    }

    private static void overrideReasons(Place reasons) {
        if (!reasons.isThere()) {
            return;
        }
        boolean sound = reasons.node().isArray();
        for (int i = 0; i < reasons.node().size(); i++) {
            sound &= reasons.element(i).isCoding()
                    && reasons.element(i).member("display").isText();
        }
        reasons.judge("card.override-reasons", sound);
    }

    private static boolean isScript(String text) {
        return SCRIPT.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    /** HTML between the Markdown, and scripts in it and in its links. */
    private static final class Html extends AbstractVisitor {
        private String found = "";
        private boolean script;

        @Override
        public void visit(HtmlBlock block) {
            html(block.getLiteral());
        }

        @Override
        public void visit(HtmlInline inline) {
            html(inline.getLiteral());
        }

        @Override
        public void visit(Link link) {
            script |= isScript(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            script |= isScript(image.getDestination());
            visitChildren(image);
        }

        private void html(String literal) {
            found = found.isEmpty() ? literal : found;
            script |= isScript(literal);
        }
    }
}
