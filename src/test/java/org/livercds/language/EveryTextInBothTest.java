package org.livercds.language;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.hooks.Language;

/** Every text stands in both languages, and says the same in both as far as a test can tell. */
class EveryTextInBothTest {

    private static final Map<String, String> ENGLISH = Texts.all(Language.EN);
    private static final Map<String, String> SPANISH = Texts.all(Language.ES);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
    private static final Pattern CITATION = Pattern.compile("\\b(?:MSK|NCI|NAV)-\\d+");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    /** What front matter and settings of the files hold beside texts. */
    private static final Pattern NO_TEXT =
            Pattern.compile(".*\\.md (?:topic|overrideReasons|orders)|phrases\\.yaml reviewed");

    /** Names, units and words that both languages write alike. */
    private static final Set<String> ALIKE = Set.of(
            "LI-RADS",
            "ECOG",
            "Karnofsky",
            "Child-Pugh",
            "INR",
            "AFP",
            "no",
            "hepatoblastoma",
            "cm",
            "1 cm",
            "3 cm",
            "Sorafenib",
            "Liver CDS",
            "JSON",
            "FHIR");

    /** Words that only one of the languages has, and that hardly any sentence does without. */
    private static final Map<Language, Pattern> OF_THE_OTHER = Map.of(
            Language.ES,
            Pattern.compile(
                    "(?i)\\b(?:the|of|and|is|are|was|with|without|for|that|not|this|by|or|from|may|be|which|than|its)\\b"),
            Language.EN,
            Pattern.compile("(?i)\\b(?:el|los|las|del|de|que|una|con|sin|para|por|es|se|está|son|si|más|su)\\b"));

    @Test
    void there_are_many() {
        assertTrue(ENGLISH.size() > 700, String.valueOf(ENGLISH.size()));
    }

    @Test
    void both_languages_have_the_same_files_and_keys() {
        assertEquals(ENGLISH.keySet(), SPANISH.keySet());
    }

    @Test
    void what_is_no_text_is_the_same() {
        assertEquals(
                List.of(),
                keys(key -> NO_TEXT.matcher(key).matches() && !ENGLISH.get(key).equals(SPANISH.get(key))));
    }

    @Test
    void placeholders_are_the_same() {
        assertSame(text -> matches(PLACEHOLDER, text));
    }

    @Test
    void the_same_sentences_are_cited_in_the_same_order() {
        assertSame(text -> matches(CITATION, text));
    }

    /** Limits, sizes, intervals and years: a criterion cannot differ between the languages. */
    @Test
    void numbers_are_the_same_in_the_form_of_the_language() {
        assertSame(text -> matches(NUMBER, CITATION.matcher(text).replaceAll("")).stream()
                .map(number -> number.replace(',', '.'))
                .collect(toCollection(TreeSet::new)));
        assertEquals(List.of(), keys(key -> ENGLISH.get(key).matches("(?s).*\\d,\\d.*")));
        assertEquals(
                List.of(),
                keys(key -> SPANISH.get(key).replaceAll("\\(\\d\\.\\d\\)", "").matches("(?s).*\\d\\.\\d.*")));
    }

    @Test
    void no_text_is_the_same_in_both_but_for_names() {
        assertEquals(
                List.of(),
                keys(key -> !NO_TEXT.matcher(key).matches()
                        && !ALIKE.contains(PLACEHOLDER
                                .matcher(ENGLISH.get(key))
                                .replaceAll("")
                                .strip())
                        && WORD.matcher(PLACEHOLDER.matcher(ENGLISH.get(key)).replaceAll(""))
                                .find()
                        && ENGLISH.get(key).equals(SPANISH.get(key))));
    }

    @ParameterizedTest
    @EnumSource
    void no_text_holds_a_word_of_the_other_language(Language language) {
        Map<String, String> texts = language == Language.EN ? ENGLISH : SPANISH;
        assertEquals(
                List.of(),
                keys(key -> !NO_TEXT.matcher(key).matches()
                        && OF_THE_OTHER
                                .get(language)
                                .matcher(PLACEHOLDER.matcher(texts.get(key)).replaceAll(" "))
                                .find()));
    }

    @Test
    void the_sources_keep_their_titles_and_say_in_which_language_they_are_written() {
        List<String> english = Texts.ofSources(Language.EN);
        List<String> spanish = Texts.ofSources(Language.ES);
        assertEquals(6, spanish.size());
        for (int i = 0; i < english.size(); i += 2) {
            String title = english.get(i).replaceAll("^.*?, |; verify$", "");
            assertTrue(spanish.get(i).contains(title) && spanish.get(i).contains("en inglés"), spanish.get(i));
        }
        assertTrue(spanish.get(4).startsWith("Respuesta generada por IA")
                && spanish.get(4).endsWith("; verificar"));
    }

    /** An AI-generated source is called so wherever the English words call it so. */
    @Test
    void the_ai_generated_answer_is_labelled_in_both() {
        assertEquals(
                keys(key -> ENGLISH.get(key).contains("AI-generated answer citing NCCN; verify")),
                keys(key -> SPANISH.get(key).contains("respuesta generada por IA que cita a la NCCN; verificar")));
    }

    private static void assertSame(Function<String, ?> of) {
        assertEquals(List.of(), keys(key -> !of.apply(ENGLISH.get(key)).equals(of.apply(SPANISH.get(key)))));
    }

    private static List<String> keys(Function<String, Boolean> wrong) {
        return Stream.concat(ENGLISH.keySet().stream(), SPANISH.keySet().stream())
                .distinct()
                .filter(key -> ENGLISH.containsKey(key) && SPANISH.containsKey(key) && wrong.apply(key))
                .toList();
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }
}
