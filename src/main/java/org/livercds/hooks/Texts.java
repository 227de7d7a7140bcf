package org.livercds.hooks;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Arrays;

/**
 * The texts of one body. A chart says most of its own many times (systems, units, statuses, its patient): what has been
 * read lately and is read again is not made again.
 */
final class Texts {

    private static final int PLACES = 512;
    private static final int LONGEST = 64;

    private final char[][] letters = new char[PLACES][];
    private final TextNode[] nodes = new TextNode[PLACES];

    /** The one at which the parser stands. */
    TextNode of(JsonParser parser) throws IOException {
        int length = parser.getTextLength();
        if (length == 0 || length > LONGEST) {
            return TextNode.valueOf(parser.getText());
        }
        char[] read = parser.getTextCharacters();
        int from = parser.getTextOffset();
        int place = place(read, from, length);
        char[] known = letters[place];
        if (known == null || !Arrays.equals(known, 0, known.length, read, from, from + length)) {
            letters[place] = Arrays.copyOfRange(read, from, from + length);
            nodes[place] = TextNode.valueOf(parser.getText());
        }
        return nodes[place];
    }

    /** By some letters: who is in the way of another only gives the place away. */
    private static int place(char[] text, int from, int length) {
        int last = from + length - 1;
        int hash = length * 31 + text[from];
        hash = hash * 31 + text[from + length / 2];
        hash = hash * 31 + text[last];
        hash = hash * 31 + text[Math.max(from, last - 2)];
        return (hash ^ hash >>> 9) & PLACES - 1;
    }
}
