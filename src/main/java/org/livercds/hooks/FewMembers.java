package org.livercds.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The members of one JSON object in the order in which they came, looked up one after the other: quicker than by hash as
 * long as they are few, and a third of the memory. Most objects of a chart have two to four.
 */
final class FewMembers extends AbstractMap<String, JsonNode> {

    /** Where there are more, another map is quicker. */
    static final int MOST = 16;

    /** Negative also when halved. */
    private static final int NOWHERE = -2;

    /** Name and value by turns. */
    private Object[] members;

    private int size;

    /** @param members names, each once, and values by turns; they are its own from now on */
    FewMembers(Object[] members) {
        this.members = members;
        this.size = members.length / 2;
    }

    private String name(int place) {
        return (String) members[2 * place];
    }

    private JsonNode value(int place) {
        return (JsonNode) members[2 * place + 1];
    }

    @Override
    public JsonNode put(String name, JsonNode value) {
        int place = place(name);
        if (place >= 0) {
            JsonNode before = value(place);
            members[2 * place + 1] = value;
            return before;
        }
        if (2 * size == members.length) {
            members = Arrays.copyOf(members, 4 * size + 2);
        }
        members[2 * size] = name;
        members[2 * size++ + 1] = value;
        return null;
    }

    @Override
    public JsonNode get(Object name) {
        int place = place(name);
        return place < 0 ? null : value(place);
    }

    @Override
    public boolean containsKey(Object name) {
        return place(name) >= 0;
    }

    @Override
    public JsonNode remove(Object name) {
        int place = place(name);
        if (place < 0) {
            return null;
        }
        JsonNode removed = value(place);
        removeAt(place);
        return removed;
    }

    @Override
    public int size() {
        return size;
    }

    /** Without an object for each. */
    @Override
    public void forEach(BiConsumer<? super String, ? super JsonNode> action) {
        for (int i = 0; i < size; i++) {
            action.accept(name(i), value(i));
        }
    }

    @Override
    public Set<Map.Entry<String, JsonNode>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, JsonNode>> iterator() {
                return new Members();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private int place(Object name) {
        return place(members, 0, 2 * size, name) / 2;
    }

    /** Where a name stands among names and values by turns, or a negative number. */
    static int place(Object[] members, int from, int to, Object name) {
        int hash = name.hashCode();
        for (int i = from; i < to; i += 2) {
            // the parser and the code name most members by the same object, which knows its hash
            if (members[i] == name || members[i].hashCode() == hash && members[i].equals(name)) {
                return i;
            }
        }
        return NOWHERE;
    }

    private void removeAt(int place) {
        size--;
        System.arraycopy(members, 2 * place + 2, members, 2 * place, 2 * (size - place));
        members[2 * size] = null;
        members[2 * size + 1] = null;
    }

    private final class Members implements Iterator<Map.Entry<String, JsonNode>> {

        private int next;

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        public Map.Entry<String, JsonNode> next() {
            if (next >= size) {
                throw new NoSuchElementException();
            }
            return new Member(next++);
        }

        @Override
        public void remove() {
            removeAt(--next);
        }
    }

    /** Whose value can be set as long as no member is removed. */
    private final class Member extends SimpleEntry<String, JsonNode> {

        private static final long serialVersionUID = 1L;

        private final int place;

        private Member(int place) {
            super(name(place), FewMembers.this.value(place));
            this.place = place;
        }

        @Override
        public JsonNode setValue(JsonNode value) {
            members[2 * place + 1] = value;
            return super.setValue(value);
        }
    }
}
