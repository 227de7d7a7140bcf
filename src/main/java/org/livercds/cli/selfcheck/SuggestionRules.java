package org.livercds.cli.selfcheck;

import java.util.Set;

/**
 * What holds for the suggestions of a card.
 *
 * @param before ids so far
 * @param patient whom the call was about
 * @param selection how many may be chosen
 */
record SuggestionRules(Set<String> before, String patient, String selection) {

    void judge(Place suggestions) {
        suggestions.judge("suggestion.label", suggestions.node().isArray());
        int recommended = 0;
        for (int i = 0; i < suggestions.node().size(); i++) {
            Place suggestion = suggestions.element(i);
            one(suggestion);
            recommended += suggestion.member("isRecommended").node().asBoolean() ? 1 : 0;
        }
        boolean clear = recommended < 2 || !selection.equals("at-most-one");
        suggestions.judge("suggestion.recommended", clear, "recommends " + recommended);
    }

    private void one(Place suggestion) {
        Place label = suggestion.member("label");
        label.judge("suggestion.label", label.isText());
        Place uuid = suggestion.member("uuid");
        uuid.judge("suggestion.uuid", uuid.isText() && before.add("suggestion " + uuid.text()));
        Place actions = suggestion.member("actions");
        if (actions.isThere()) {
            actions.judge("action.type", actions.node().isArray());
        }
        for (int i = 0; i < actions.node().size(); i++) {
            ActionRules.judge(actions.element(i), patient);
        }
    }
}
