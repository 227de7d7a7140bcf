package org.livercds.cards;

import java.util.List;

/** A list for a summary, cut to what fits; what is left out is counted. */
final class SummaryList {

    private SummaryList() {}

    static String of(List<String> items, Phrases phrases) {
        String list = "";
        for (int i = 0; i < items.size(); i++) {
            String more = list.isEmpty() ? items.get(i) : list + ", " + items.get(i);
            int after = items.size() - i - 1;
            if ((more + rest(after, phrases)).length() > CardCatalogue.LONGEST_LIST) {
                return list + rest(items.size() - i, phrases);
            }
            list = more;
        }
        return list;
    }

    private static String rest(int hidden, Phrases phrases) {
        return hidden == 0 ? "" : " " + phrases.fill("line.more", "n", String.valueOf(hidden));
    }
}
