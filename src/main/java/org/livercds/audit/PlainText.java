package org.livercds.audit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text from outside, made fit to be kept: bounded, and nothing in it that could break a line or turn the order of what is
 * read.
 */
final class PlainText {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
    private static final String REPLACEMENT = "\uFFFD";
    private static final String ELLIPSIS = "…";
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private PlainText() {}

    /** At most so many characters; empty where nothing is left. */
    static Optional<String> of(String text, int most) {
        String start = text.substring(0, Math.min(text.length(), most));
        String plain = INVISIBLE.matcher(start).replaceAll(REPLACEMENT).strip();
        return Optional.of(text.length() > most ? plain + ELLIPSIS : plain).filter(left -> !left.isEmpty());
    }

    /** Only if it is a plain word, as ids and codes are. */
    static Optional<String> word(String text) {
        return Optional.of(text).filter(candidate -> WORD.matcher(candidate).matches());
    }

    /** Without blanks, as FHIR writes addresses. */
    static Optional<String> uri(String text, int most) {
        return of(text, most).map(plain -> plain.replaceAll("\\s", REPLACEMENT));
    }
}
