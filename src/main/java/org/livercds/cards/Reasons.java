package org.livercds.cards;

import java.util.BitSet;

/**
 * Which references may be reasons of an order: a Condition or an Observation, relative or with the address of a server.
 * Nothing else goes into an order.
 */
final class Reasons {

    private static final int LONGEST_ID = 256;
    private static final int LONGEST_ADDRESS = 500;
    private static final String[] TYPES = {"Condition/", "Observation/"};
    private static final String[] SCHEMES = {"http://", "https://"};

    private static final BitSet OF_ID = signs("._-");
    private static final BitSet OF_ADDRESS = signs("._~:/%[]-");

    private Reasons() {}

    static boolean mayBe(String reference) {
        int id = reference.lastIndexOf('/') + 1;
        if (!isMadeOf(OF_ID, reference, id, reference.length(), LONGEST_ID)) {
            return false;
        }
        for (String type : TYPES) {
            int begin = id - type.length();
            if (reference.startsWith(type, begin)) {
                return begin == 0 || isAddress(reference, begin);
            }
        }
        return false;
    }

    /** With a slash at its end. */
    private static boolean isAddress(String reference, int end) {
        for (String scheme : SCHEMES) {
            if (reference.startsWith(scheme) && reference.charAt(end - 1) == '/') {
                return isMadeOf(OF_ADDRESS, reference, scheme.length(), end - 1, LONGEST_ADDRESS);
            }
        }
        return false;
    }

    private static boolean isMadeOf(BitSet signs, String text, int from, int to, int longest) {
        for (int i = from; i < to; i++) {
            if (!signs.get(text.charAt(i))) {
                return false;
            }
        }
        return to > from && to - from <= longest;
    }

    private static BitSet signs(String marks) {
        BitSet signs = new BitSet();
        signs.set('a', 'z' + 1);
        signs.set('A', 'Z' + 1);
        signs.set('0', '9' + 1);
        marks.chars().forEach(signs::set);
        return signs;
    }
}
