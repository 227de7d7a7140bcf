package org.livercds.cards;

import java.util.Collection;
import org.livercds.clinical.Citation;
import org.livercds.clinical.Citation.Document;

/** The ids of sentences that words quote, such as {@code MSK-6}. */
final class QuotedIds {

    private static final Document[] DOCUMENTS = Document.values();

    private QuotedIds() {}

    /** In the order in which they stand there. */
    static void addTo(Collection<Citation> cited, String text) {
        for (int hyphen = text.indexOf('-'); hyphen >= 0; hyphen = text.indexOf('-', hyphen + 1)) {
            int end = hyphen + 1;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            if (end > hyphen + 1 && !isInWord(text, end)) {
                addTo(cited, text, hyphen, end);
            }
        }
    }

    private static void addTo(Collection<Citation> cited, String text, int hyphen, int end) {
        for (Document document : DOCUMENTS) {
            int begin = hyphen - document.name().length();
            if (text.startsWith(document.name(), begin) && !isInWord(text, begin - 1)) {
                cited.add(new Citation(document, Integer.parseInt(text, hyphen + 1, end, 10)));
            }
        }
    }

    private static boolean isInWord(String text, int at) {
        return at >= 0 && at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }
}
