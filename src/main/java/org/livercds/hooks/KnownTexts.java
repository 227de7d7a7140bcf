package org.livercds.hooks;

import java.util.Arrays;

/**
 * What was made of texts that were read lately, by their bytes. A chart says most of its own many times (systems, units,
 * statuses, its patient). Who is in the way of another only takes its place. Threads may share one.
 */
final class KnownTexts<T> {

    private final int bits;
    private final Known<?>[] places;

    /** @param bits two to their power are its places */
    KnownTexts(int bits) {
        this.bits = bits;
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

    /** Null where it is not known. */
    @SuppressWarnings("unchecked")
    T of(byte[] body, int from, int end, long hash) {
        Known<T> known = (Known<T>) places[place(hash)];
        return known != null && known.is(body, from, end - from, hash) ? known.made : null;
    }

    /** @param source holds the text, and is kept as long as this is */
    void keep(byte[] source, int from, int end, long hash, T made) {
        places[place(hash)] = new Known<>(source, from, end - from, hash, made);
    }

    private int place(long hash) {
        return (int) (hash >>> Long.SIZE - bits);
    }
}
