package org.livercds.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The signs, names, texts and numbers of a body in the form in which machines write JSON. A text is looked at eight
 * bytes at a time, and one that was read before is not made again.
 */
final class PlainScan {

    /** What no number of a chart has more of; so many always fit. */
    private static final int MOST_DIGITS = 18;

    private static final int LONGEST_KNOWN = 64;
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = ONES << 7;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long BLANKS = ONES * ' ';
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final char UNKNOWN_CHARACTER = '\uFFFD';

    /** Names are few, and the same in all bodies. */
    private static final KnownTexts<Name> NAMES = new KnownTexts<>(12);

    private final byte[] body;
    private final KnownTexts<TextNode> texts = new KnownTexts<>(9);
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
        Name name = nameAtQuote();
        require(next() == ':');
        at++;
        return name;
    }

    private Name nameAtQuote() {
        int from = at + 1;
        int end = end(from);
        if (end < 0) {
            return Name.of(odd());
        }
        at = end + 1;
        if (end - from > LONGEST_KNOWN) {
            return Name.of(latin(from, end));
        }
        Name known = NAMES.of(body, from, end, hash);
        if (known == null) {
            known = Name.of(latin(from, end));
            NAMES.keep(Arrays.copyOfRange(body, from, end), 0, end - from, hash, known);
        }
        return known;
    }

    TextNode text() {
        int from = at + 1;
        int end = end(from);
        if (end < 0) {
            return TextNode.valueOf(odd());
        }
        at = end + 1;
        if (end - from > LONGEST_KNOWN) {
            return TextNode.valueOf(latin(from, end));
        }
        TextNode known = texts.of(body, from, end, hash);
        if (known == null) {
            known = TextNode.valueOf(latin(from, end));
            texts.keep(body, from, end, hash, known);
        }
        return known;
    }

    private String latin(int from, int end) {
        return new String(body, from, end - from, StandardCharsets.ISO_8859_1);
    }

    /** Where the quote is that ends a text of ASCII without escapes; negative where it is another. */
    private int end(int from) {
        long mixed = 0;
        for (int i = from; i <= body.length - Long.BYTES; i += Long.BYTES) {
            long word = (long) WORDS.get(body, i);
            long signs = signs(word);
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

    /** The first high bit that is set stands in the first byte that is a quote, a backslash, no letter or not ASCII. */
    private static long signs(long word) {
        long quotes = word ^ QUOTES;
        long backslashes = word ^ BACKSLASHES;
        return ((quotes - ONES & ~quotes) | (backslashes - ONES & ~backslashes) | (word - BLANKS & ~word) | word)
                & HIGHS;
    }

    /** Where the first byte stands that is none of a plain text. */
    private int plain(int from) {
        int i = from;
        for (; i <= body.length - Long.BYTES; i += Long.BYTES) {
            long signs = signs((long) WORDS.get(body, i));
            if (signs != 0) {
                return i + Long.numberOfTrailingZeros(signs) / Byte.SIZE;
            }
        }
        while (i < body.length && body[i] >= ' ' && body[i] != '"' && body[i] != '\\') {
            i++;
        }
        return i;
    }

    /** A text with escapes or with letters that are not ASCII. */
    private String odd() {
        StringBuilder text = new StringBuilder();
        int from = ++at;
        for (at = plain(at); here() != '"'; at = plain(at)) {
            if (here() == '\\') {
                decode(text, from, at);
                char letter = escaped();
                require(!Character.isSurrogate(letter));
                text.append(letter);
                from = at;
            } else {
                require(here() < 0);
                at++;
            }
        }
        decode(text, from, at++);
        return text.toString();
    }

    /** What is no UTF-8 becomes the character that stands for what is unknown. */
    private void decode(StringBuilder text, int from, int end) {
        String part = new String(body, from, end - from, StandardCharsets.UTF_8);
        require(part.indexOf(UNKNOWN_CHARACTER) < 0);
        text.append(part);
    }

    private char escaped() {
        at++;
        int sign = here();
        at++;
        return switch (sign) {
            case '"', '\\', '/' -> (char) sign;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> numbered();
            default -> throw new NotPlainException();
        };
    }

    private char numbered() {
        int number = 0;
        for (int i = 0; i < 4; i++) {
            int digit = here() < 0 ? -1 : Character.digit(here(), 16);
            require(digit >= 0);
            number = number << 4 | digit;
            at++;
        }
        return (char) number;
    }

    /** Passes over a text that nobody reads, as Jackson does: its letters are only counted. */
    void skip() {
        at++;
        for (at = plain(at); here() != '"'; at = plain(at)) {
            if (here() == '\\') {
                escaped();
            } else {
                int bytes = Integer.numberOfLeadingZeros(~(here() << 24));
                require(bytes >= 2 && bytes <= 4);
                for (int i = 1; i < bytes; i++) {
                    at++;
                    require((here() & 0xC0) == 0x80);
                }
                at++;
            }
        }
        at++;
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
