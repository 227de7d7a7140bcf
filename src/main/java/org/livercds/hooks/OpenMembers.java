package org.livercds.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/** Names and values by turns of the JSON objects that are under way, the innermost last. */
final class OpenMembers {

    private Object[] members = new Object[128];

    private int top;

    /** Where the next object begins. */
    int top() {
        return top;
    }

    /** The object that began there has as many as {@link FewMembers} should have. */
    boolean isFull(int from) {
        return top - from == 2 * FewMembers.MOST;
    }

    boolean has(int from, String name) {
        return FewMembers.place(members, from, top, name) >= 0;
    }

    /** Where equal names are the same object. */
    boolean hasSame(int from, String name) {
        for (int i = from; i < top; i += 2) {
            if (members[i] == name) {
                return true;
            }
        }
        return false;
    }

    /** @return where its value belongs */
    int add(String name) {
        if (top == members.length) {
            members = Arrays.copyOf(members, 2 * top);
        }
        members[top] = name;
        top += 2;
        return top - 1;
    }

    void set(int place, JsonNode value) {
        members[place] = value;
    }

    /** The members of the object that began there. */
    FewMembers take(int from) {
        FewMembers taken = new FewMembers(Arrays.copyOfRange(members, from, top));
        top = from;
        return taken;
    }
}
