package org.livercds.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;

/**
 * What was read lately under one name of a body. A chart says who it is about, of which kind each result is and what is
 * measured again with each of them, letter by letter: what the same bytes under the same name stand for was read before.
 */
final class Repeats {

    /** Elements with data types that nearly every resource repeats. None of them holds a resource. */
    private static final List<String> NAMES = List.of(
            "meta",
            "subject",
            "patient",
            "encounter",
            "performer",
            "recorder",
            "asserter",
            "requester",
            "category",
            "code",
            "clinicalStatus",
            "verificationStatus",
            "severity",
            "bodySite",
            "interpretation",
            "referenceRange",
            "medicationCodeableConcept");

    /** As many kinds of results as a chart may have in turns. */
    private static final int PLACES = 16;

    private static final int LONGEST = 512;

    /** After so many that were not known, one of two has to be for the search to be worth its while. */
    private static final int TRIALS = 2 * PLACES;

    private final int[] from = new int[PLACES];
    private final int[] length = new int[PLACES];
    private final JsonNode[] value = new JsonNode[PLACES];
    private int kept;
    private int known;
    private int unknown;

    /** For each name of {@link #place}. */
    static Repeats[] ofABody() {
        Repeats[] all = new Repeats[NAMES.size()];
        Arrays.setAll(all, i -> new Repeats());
        return all;
    }

    /** Negative for a name under which nothing is looked up. */
    static int place(String name) {
        return NAMES.indexOf(name);
    }

    /** Where the same is that begins there, negative where there is none. */
    int find(byte[] body, int at) {
        if (unknown > TRIALS && unknown > known) {
            return -1;
        }
        for (int i = Math.min(kept, PLACES) - 1; i >= 0; i--) {
            int end = at + length[i];
            if (end <= body.length && Arrays.equals(body, at, end, body, from[i], from[i] + length[i])) {
                known++;
                return i;
            }
        }
        unknown++;
        return -1;
    }

    JsonNode value(int place) {
        return value[place];
    }

    int length(int place) {
        return length[place];
    }

    void keep(int start, int end, JsonNode read) {
        if (end - start <= LONGEST) {
            int place = kept++ % PLACES;
            from[place] = start;
            length[place] = end - start;
            value[place] = read;
        }
    }
}
