package org.livercds.web;

import java.math.BigDecimal;
import java.util.Optional;
import org.livercds.hooks.Language;

/**
 * In which language a page is, and how its reader comes to the other.
 *
 * @param chosen on the page itself, so that its links keep the choice
 */
public record PageLanguage(Language language, boolean chosen) {

    static final String PARAMETER = "lang";

    /** @param asked what the page's address says, if anything */
    static PageLanguage of(String asked, Language otherwise) {
        Optional<Language> chosen = Optional.ofNullable(asked).flatMap(Language::withCode);
        return new PageLanguage(chosen.orElse(otherwise), chosen.isPresent());
    }

    public String code() {
        return language.code();
    }

    public String other() {
        return (language == Language.EN ? Language.ES : Language.EN).code();
    }

    /** Leads from this page to itself in the other language. */
    public String toggle() {
        return query(other());
    }

    /** What addresses of other pages end with. */
    public String kept() {
        return chosen ? query(code()) : "";
    }

    /** A number in the form of the language. */
    public String number(BigDecimal number) {
        return language.number(number.toPlainString());
    }

    private static String query(String code) {
        return "?" + PARAMETER + "=" + code;
    }
}
