package org.livercds.cli.selfcheck;

import java.util.Set;

/** What holds for the links of a card. */
final class LinkRules {

    private static final String SMART = "smart";
    private static final Set<String> TYPES = Set.of("absolute", SMART);

    private LinkRules() {}

    static void judge(Place links) {
        links.judge("link.label", links.node().isArray());
        for (int i = 0; i < links.node().size(); i++) {
            link(links.element(i));
        }
    }

    private static void link(Place link) {
        link.member("label").judge("link.label", link.member("label").isText());
        link.member("url").judge("link.url", link.member("url").isWebAddress());
        Place type = link.member("type");
        type.judge("link.type", type.isTextOf(TYPES));
        Place context = link.member("appContext");
        if (context.isThere()) {
            context.judge(
                    "link.app-context",
                    context.node().isTextual() && type.text().equals(SMART));
        }
    }
}
