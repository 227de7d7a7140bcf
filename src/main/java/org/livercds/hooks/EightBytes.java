package org.livercds.hooks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of a body at a time: the first of them is the lowest of the number. */
final class EightBytes {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = ONES << 7;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long BLANKS = ONES * ' ';
    private static final long SURROGATES = ONES * 0xED;

    private EightBytes() {}

    static long at(byte[] body, int from) {
        return (long) WORDS.get(body, from);
    }

    /** No backslash, and no byte that begins a surrogate in UTF-8. */
    static boolean holdsNoHalves(long word) {
        long backslashes = word ^ BACKSLASHES;
        long surrogates = word ^ SURROGATES;
        return ((backslashes - ONES & ~backslashes | surrogates - ONES & ~surrogates) & HIGHS) == 0;
    }

    /** The lowest bit that is set is in the first byte that is a quote, a backslash, a control character or not ASCII. */
    static long signs(long word) {
        long quotes = word ^ QUOTES;
        long backslashes = word ^ BACKSLASHES;
        return (quotes - ONES & ~quotes | backslashes - ONES & ~backslashes | word - BLANKS & ~word | word) & HIGHS;
    }
}
