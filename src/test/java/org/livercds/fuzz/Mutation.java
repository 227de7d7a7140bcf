package org.livercds.fuzz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.livercds.hooks.WireJson;

/**
 * One change at one place of a request.
 *
 * @param place JSON pointer
 * @param how what exactly is done there
 * @param body the bytes of the damaged request
 */
record Mutation(Kind kind, String place, String how, Function<ObjectNode, byte[]> body) {

    enum Kind {
        DROP,
        NULL,
        RETYPE,
        DUPLICATE,
        TRUNCATE,
        SCALE,
        SWAP,
        UNIT
    }

    /** A change of the tree. */
    interface Change {
        void make(ObjectNode request, String place);
    }

    static Mutation of(Kind kind, String place, String how, Change change) {
        return new Mutation(kind, place, how, request -> {
            ObjectNode damaged = request.deepCopy();
            change.make(damaged, place);
            return WireJson.write(damaged);
        });
    }

    /** The same for every element of a list. */
    String group() {
        return Places.general(place) + " " + kind + " " + how;
    }

    @Override
    public String toString() {
        return place + " " + kind + " " + how;
    }
}
