package org.livercds.fhir;

import java.util.function.Function;

/**
 * What is made of nodes of a tree or elements of a resource, once for each of those that came last: by the thing itself,
 * not by what is in it. For one thread.
 */
final class Once<K, T> {

    private static final int PLACES = 32;

    private final Function<K, T> make;
    private final Object[] asked = new Object[PLACES];
    private final Object[] made = new Object[PLACES];
    private int kept;

    Once(Function<K, T> make) {
        this.make = make;
    }

    @SuppressWarnings("unchecked")
    T of(K key) {
        for (int i = Math.min(kept, PLACES) - 1; i >= 0; i--) {
            if (asked[i] == key) {
                return (T) made[i];
            }
        }
        T one = make.apply(key);
        int place = kept++ % PLACES;
        asked[place] = key;
        made[place] = one;
        return one;
    }
}
