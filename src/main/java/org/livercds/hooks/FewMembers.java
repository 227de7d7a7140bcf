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

    private String[] names = new String[4];
    private JsonNode[] values = new JsonNode[4];
    private int size;

    @Override
    public JsonNode put(String name, JsonNode value) {
        int place = place(name);
        if (place >= 0) {
            JsonNode before = values[place];
            values[place] = value;
            return before;
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        names[size] = name;
        values[size++] = value;
        return null;
    }

    @Override
    public JsonNode get(Object name) {
        int place = place(name);
        return place < 0 ? null : values[place];
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
        JsonNode removed = values[place];
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
            action.accept(names[i], values[i]);
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
        int hash = name.hashCode();
        for (int i = 0; i < size; i++) {
            // the parser and the code name most members by the same object, which knows its hash
            if (names[i] == name || names[i].hashCode() == hash && names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private void removeAt(int place) {
        size--;
        System.arraycopy(names, place + 1, names, place, size - place);
        System.arraycopy(values, place + 1, values, place, size - place);
        names[size] = null;
        values[size] = null;
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
            super(names[place], values[place]);
            this.place = place;
        }

        @Override
        public JsonNode setValue(JsonNode value) {
            values[place] = value;
            return super.setValue(value);
        }
    }
}
