package org.livercds.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * The signs, names, texts and numbers of a body in the form in which machines write JSON. A text is looked at eight
 * bytes at a time, and one that was read before is not made again.
 */
final class PlainScan {

    /** What no number of a chart has more of; so many always fit. */
    private static final int MOST_DIGITS = 18;

    /** In bytes; Jackson has its own bounds for longer ones. */
    static final int LONGEST = 50_000;

    private static final int LONGEST_KNOWN = 64;
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    /** Names are few, and the same in all bodies. */
    private static final KnownTexts<Name> NAMES = new KnownTexts<>(12, true, Name::of);

    private final byte[] body;
    private final KnownTexts<TextNode> texts = new KnownTexts<>(9, false, TextNode::valueOf);
    private int at;

    /** Of the text that was read last: what its bytes come to. */
    private long hash;

    PlainScan(byte[] body) {
        this.body = body;
    }

    /** Something only Jackson knows the meaning of, or that it has none. */
    static final class NotPlainException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotPlainException() {
            super("", null, false, false);
        }
    }

    static void require(boolean plain) {
        if (!plain) {
            throw new NotPlainException();
        }
    }

    /** The next byte that is no blank, 0 at the end. It is still to be taken. */
    int next() {
        int sign = here();
        while (sign <= ' ' && (sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t')) {
            at++;
            sign = here();
        }
        return sign;
    }

    boolean isAtEnd() {
        return at == body.length;
    }

    private int here() {
        return at < body.length ? body[at] : 0;
    }

    /** Takes the byte that is next. */
    void take() {
        at++;
    }

    int place() {
        return at;
    }

    /** Takes what is the same as what those know; null where it is nothing of it. */
    JsonNode takeKnown(Repeats repeats) {
        int known = repeats.find(body, at);
        if (known < 0) {
            return null;
        }
        at += repeats.length(known);
        return repeats.value(known);
    }

    void take(String word) {
        for (int i = 0; i < word.length(); i++) {
            require(here() == word.charAt(i));
            at++;
        }
    }

    /**
     * Of a member.
     *
     * @param text two that are equal are the same object, which is also that of the code
     * @param repeats which of {@link Repeats} it has
     */
    record Name(String text, int repeats) {

        private static Name of(String text) {
            String only = text.intern();
            return new Name(only, Repeats.place(only));
        }
    }

    /** And the colon behind it. */
    Name name() {
        require(next() == '"');
        Name name = quoted(NAMES);
        require(next() == ':');
        at++;
        return name;
    }

    TextNode text() {
        return quoted(texts);
    }

    private <T> T quoted(KnownTexts<T> known) {
        int from = at + 1;
        int end = end(from);
        if (end < 0) {
            return known.of(odd());
        }
        at = end + 1;
        int length = end - from;
        if (length > LONGEST_KNOWN) {
            require(length <= LONGEST);
            return known.of(new String(body, from, length, StandardCharsets.ISO_8859_1));
        }
        return known.of(body, from, end, hash);
    }

    /** Where the quote is that ends a text of ASCII without escapes; negative where it is another. */
    private int end(int from) {
        long mixed = 0;
        for (int i = from; i <= body.length - Long.BYTES; i += Long.BYTES) {
            long word = EightBytes.at(body, i);
            long signs = EightBytes.signs(word);
            if (signs != 0) {
                int rest = Long.numberOfTrailingZeros(signs) & -Byte.SIZE;
                hash = (mixed ^ word & (1L << rest) - 1) * MIX;
                int end = i + rest / Byte.SIZE;
                return body[end] == '"' ? end : -1;
            }
            mixed = Long.rotateLeft((mixed ^ word) * MIX, 29);
        }
        return -1;
    }

    /** A text with escapes or with letters that are not ASCII. */
    private String odd() {
        OddText text = new OddText(body, at);
        String read = text.read();
        at = text.end();
        return read;
    }

    /** Passes over a text that nobody reads. */
    void skip() {
        OddText text = new OddText(body, at);
        text.skip();
        at = text.end();
    }

    ValueNode number() {
        boolean negative = here() == '-';
        if (negative) {
            at++;
        }
        int from = at;
        long whole = digits(0);
        require(at > from && (body[from] != '0' || at == from + 1));
        if (here() != '.') {
            require(at - from <= MOST_DIGITS);
            return whole(negative ? -whole : whole);
        }
        int point = at++;
        long digits = digits(whole);
        require(at > point + 1 && at - from - 1 <= MOST_DIGITS);
        return DecimalNode.valueOf(BigDecimal.valueOf(negative ? -digits : digits, at - point - 1));
    }

    /** Reads on. */
    private long digits(long before) {
        long number = before;
        for (int digit = here(); digit >= '0' && digit <= '9'; digit = here()) {
            number = number * 10 + digit - '0';
            at++;
        }
        return number;
    }

    private static ValueNode whole(long number) {
        int small = (int) number;
        return small == number
                ? JsonNodeFactory.instance.numberNode(small)
                : JsonNodeFactory.instance.numberNode(number);
    }
}
