package org.livercds.hooks;

import static org.livercds.hooks.PlainScan.require;

import java.nio.charset.StandardCharsets;
import org.livercds.hooks.PlainScan.NotPlainException;

/** A text of a body that may have escapes, and letters that are not ASCII. */
final class OddText {

    private static final char UNKNOWN_CHARACTER = '\uFFFD';

    private final byte[] body;
    private int at;

    /** @param at where its first quote is */
    OddText(byte[] body, int at) {
        this.body = body;
        this.at = at;
    }

    /** Once it was read or skipped, where what is behind it begins. */
    int end() {
        return at;
    }

    private int here() {
        return at < body.length ? body[at] : 0;
    }

    /** Where the first byte stands that is none of a plain text. */
    private int plain(int from) {
        int i = from;
        for (; i <= body.length - Long.BYTES; i += Long.BYTES) {
            long signs = EightBytes.signs(EightBytes.at(body, i));
            if (signs != 0) {
                return i + Long.numberOfTrailingZeros(signs) / Byte.SIZE;
            }
        }
        while (i < body.length && body[i] >= ' ' && body[i] != '"' && body[i] != '\\') {
            i++;
        }
        return i;
    }

    String read() {
        StringBuilder text = new StringBuilder();
        int start = ++at;
        int from = start;
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
        require(at - start <= PlainScan.LONGEST);
        decode(text, from, at++);
        return text.toString();
    }

    /** What is no UTF-8 becomes the character that stands for what is unknown. */
    private void decode(StringBuilder text, int from, int end) {
        if (end > from) {
            String part = new String(body, from, end - from, StandardCharsets.UTF_8);
            require(part.indexOf(UNKNOWN_CHARACTER) < 0);
            text.append(part);
        }
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

    /** Passes over a text that nobody reads, as Jackson does: of its letters only the bytes are counted. */
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
}
