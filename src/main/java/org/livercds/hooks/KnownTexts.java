package org.livercds.hooks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/**
 * What was made of texts that were read lately, by their bytes. A chart says most of its own many times (systems, units,
 * statuses, its patient). Who is in the way of another only takes its place. Threads may share one.
 */
final class KnownTexts<T> {

    private final int bits;
    private final boolean ofManyBodies;
    private final Function<String, T> make;
    private final Known<?>[] places;

    /**
     * @param bits two to their power are its places
     * @param ofManyBodies it outlives each of them, and keeps none
     */
    KnownTexts(int bits, boolean ofManyBodies, Function<String, T> make) {
        this.bits = bits;
        this.ofManyBodies = ofManyBodies;
        this.make = make;
        this.places = new Known<?>[1 << bits];
    }

    private record Known<T>(byte[] source, int from, int length, long hash, T made) {

        /** Shorter ones have the same hash only where they are the same. */
        private boolean is(byte[] other, int start, int length, long hash) {
            return this.hash == hash && this.length == length && (length < Long.BYTES || isAt(other, start));
        }

        /** The first and the last eight bytes, which may be partly the same, and what is between them. */
        private boolean isAt(byte[] other, int start) {
            int last = length - Long.BYTES;
            return EightBytes.at(source, from) == EightBytes.at(other, start)
                    && EightBytes.at(source, from + last) == EightBytes.at(other, start + last)
                    && (last <= Long.BYTES || hasBetween(other, start + Long.BYTES, start + last));
        }

        private boolean hasBetween(byte[] other, int start, int end) {
            int between = from + Long.BYTES;
            return Arrays.equals(source, between, between + end - start, other, start, end);
        }
    }

    /** @param hash of its bytes, all of which are ASCII */
    @SuppressWarnings("unchecked")
    T of(byte[] body, int from, int end, long hash) {
        int place = (int) (hash >>> Long.SIZE - bits);
        Known<T> known = (Known<T>) places[place];
        if (known == null || !known.is(body, from, end - from, hash)) {
            known = known(body, from, end, hash);
            places[place] = known;
        }
        return known.made;
    }

    /** Of one that is not looked up. */
    T of(String text) {
        return make.apply(text);
    }

    private Known<T> known(byte[] body, int from, int end, long hash) {
        T made = make.apply(new String(body, from, end - from, StandardCharsets.ISO_8859_1));
        return ofManyBodies
                ? new Known<>(Arrays.copyOfRange(body, from, end), 0, end - from, hash, made)
                : new Known<>(body, from, end - from, hash, made);
    }
}
