package org.livercds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/** What is made of nodes of a tree, once for each of those that came last: by the node itself, not by what is in it. */
final class Once<T> {

    private static final int PLACES = 32;

    private final Function<JsonNode, T> make;
    private final JsonNode[] nodes = new JsonNode[PLACES];
    private final Object[] made = new Object[PLACES];
    private int kept;

    Once(Function<JsonNode, T> make) {
        this.make = make;
    }

    @SuppressWarnings("unchecked")
    T of(JsonNode json) {
        for (int i = Math.min(kept, PLACES) - 1; i >= 0; i--) {
            if (nodes[i] == json) {
                return (T) made[i];
            }
        }
        T one = make.apply(json);
        int place = kept++ % PLACES;
        nodes[place] = json;
        made[place] = one;
        return one;
    }
}
