package org.livercds.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.explain.CourseView.Amount;
import org.livercds.explain.CourseView.Span;
import org.livercds.hooks.Language;
import org.livercds.service.AppWords;

class AppFormsTest {

    private static final AppForms ENGLISH = new AppForms(Language.EN, words("over", "under", "to"));
    private static final AppForms SPANISH = new AppForms(Language.ES, words("más de", "menos de", "a"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "26 | 26 | false | 2.6 cm | 2,6 cm",
                "30 | 30 | false | 3.0 cm | 3,0 cm",
                "29.9 | 29.9 | false | 2.99 cm | 2,99 cm",
                "20 | 28 | false | 2.0 to 2.8 cm | 2,0 a 2,8 cm",
                "0 | 30 | true | under 3.0 cm | menos de 3,0 cm"
            })
    void sizes_are_in_centimetres_in_the_form_of_the_language(
            BigDecimal low, BigDecimal high, boolean open, String english, String spanish) {
        Amount size = new Amount(low, false, Optional.of(high), open);
        assertEquals(english, ENGLISH.size(size));
        assertEquals(spanish, SPANISH.size(size));
    }

    @Test
    void a_size_without_an_upper_end_says_so() {
        assertEquals("over 3.0 cm", ENGLISH.size(new Amount(new BigDecimal("30"), true, Optional.empty(), false)));
    }

    @Test
    void results_keep_what_was_recorded() {
        BigDecimal value = new BigDecimal("1234.5");
        assertEquals("1,234.5 ng/mL", ENGLISH.result(exactly(value), "ng/mL"));
        assertEquals("1234,5 ng/mL", SPANISH.result(exactly(value), "ng/mL").replace(".", ""));
        assertEquals("> 1,234.5 ng/mL", ENGLISH.result(new Amount(value, true, Optional.empty(), false), "ng/mL"));
        Amount below = new Amount(BigDecimal.ZERO, false, Optional.of(new BigDecimal("5")), true);
        assertEquals("< 5 ng/mL", ENGLISH.result(below, "ng/mL"));
    }

    @Test
    void a_date_is_as_precise_as_it_was_recorded() {
        assertEquals("3 Mar 2026", ENGLISH.span(span("2026-03-03", "2026-03-03")));
        assertEquals("Mar 2026", ENGLISH.span(span("2026-03-01", "2026-03-31")));
        assertEquals("2026", ENGLISH.span(span("2026-01-01", "2026-12-31")));
        assertEquals("3 Mar 2026 – 4 Mar 2026", ENGLISH.span(span("2026-03-03", "2026-03-04")));
        assertEquals("Mar 2026", ENGLISH.date("2026-03-01..2026-03-31"));
        assertEquals("3 mar 2026", SPANISH.date("2026-03-03").replace("mar.", "mar"));
    }

    @Test
    void numbers_in_texts_have_the_sign_of_the_language() {
        assertEquals("2.9 cm = 29 mm", ENGLISH.numbers("2.9 cm = 29 mm"));
        assertEquals("2,9 cm = 29 mm", SPANISH.numbers("2.9 cm = 29 mm"));
    }

    private static Amount exactly(BigDecimal value) {
        return new Amount(value, false, Optional.of(value), false);
    }

    private static Span span(String from, String to) {
        return new Span(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static AppWords.InLanguage words(String over, String under, String to) {
        return new AppWords.InLanguage(
                Map.of(
                        "size.exactly", "{low} cm",
                        "size.between", "{low} " + to + " {high} cm",
                        "size.above", over + " {low} cm",
                        "size.below", under + " {high} cm"),
                Map.of(),
                List.of(),
                "");
    }
}
