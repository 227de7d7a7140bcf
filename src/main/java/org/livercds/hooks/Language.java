package org.livercds.hooks;

import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/** A language in which cards and pages are written, and its form of dates and numbers. */
public enum Language {
    EN("en"),
    ES("es");

    /** Browsers send some dozens of characters; what is longer is as good as not said. */
    private static final int LONGEST_HEADER = 500;

    private static final List<Locale> LOCALES =
            Arrays.stream(values()).map(Language::locale).toList();

    private static final char POINT = '.';

    private final String code;
    private final Locale locale;
    private final char decimalSign;
    private final DateTimeFormatter day;
    private final DateTimeFormatter month;

    Language(String code) {
        this.code = code;
        this.locale = Locale.forLanguageTag(code);
        this.decimalSign = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        this.day = DateTimeFormatter.ofPattern("d MMM yyyy", locale);
        this.month = DateTimeFormatter.ofPattern("MMM yyyy", locale);
    }

    public String code() {
        return code;
    }

    public Locale locale() {
        return locale;
    }

    public String day(LocalDate date) {
        return day.format(date);
    }

    public String month(LocalDate date) {
        return month.format(date);
    }

    /** A number that is written with a point, or words that hold such numbers, in the form of the language. */
    public String number(String plain) {
        if (decimalSign == POINT) {
            return plain;
        }
        StringBuilder written = new StringBuilder(plain);
        for (int i = 1; i < plain.length() - 1; i++) {
            if (plain.charAt(i) == POINT && isDigit(plain.charAt(i - 1)) && isDigit(plain.charAt(i + 1))) {
                written.setCharAt(i, decimalSign);
            }
        }
        return written.toString();
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    /** By its code, as in {@code es}. */
    public static Optional<Language> withCode(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    /**
     * The one that a client prefers, by its {@code Accept-Language}
     * (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4">RFC 9110, 12.5.4</a>): {@code es-MX} is Spanish,
     * and {@code *} is no preference. Empty where the header names none of ours or cannot be read, which is no error.
     */
    public static Optional<Language> preferredBy(String acceptLanguage) {
        if (acceptLanguage.length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        try {
            Locale found = Locale.lookup(LanguageRange.parse(acceptLanguage), LOCALES);
            return Optional.ofNullable(found).map(Locale::getLanguage).flatMap(Language::withCode);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
