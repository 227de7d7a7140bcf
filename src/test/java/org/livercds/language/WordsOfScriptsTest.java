package org.livercds.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.codes.ContentFolder;
import org.livercds.hooks.Language;
import org.livercds.hooks.WireJson;
import org.livercds.service.PlainServices;

/** Scripts, templates and pictures hold no words of their own: those stand in the files of the languages. */
class WordsOfScriptsTest {

    /** Names for the style sheets that read like words. */
    private static final Set<String> CLASSES = Set.of("\"lesion range\"", "\"lesion least\"");

    private static final Path SCRIPTS = Path.of("src/main/resources/web/app");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path PICTURES = Path.of("src/main/java/org/livercds/picture");

    private static final String WORDS = "words/demo ";
    private static final Pattern KEY = Pattern.compile("'([a-z]\\w*\\.[\\w-]+)'");
    private static final Pattern BEGUN_KEY = Pattern.compile("(?:say|sayOr)\\(`(\\w+\\.)\\$");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");

    /** Text between tags, or of an attribute that is read out. */
    private static final Pattern MARKUP = Pattern.compile(
            "(?<!=)>\\s*(?:[^<>`${}]*\\b)?[A-Za-z]{3,}[^<>`${}=;()]*<|(?:aria-label|title|alt|placeholder)=\"(?!https?:)[^\"$]*[A-Za-z]{3,}");

    private static final Pattern SENTENCE = Pattern.compile("'[A-Za-z][^'\\n]*[a-z],? [a-z][^'\\n]*'");
    private static final Pattern OF_SQL_OR_XML = Pattern.compile("\"[^\"]*[A-Za-z]{2,} [a-z]{2,}[^\"]*\"");

    private static final Set<String> OF_CARDS = Texts.ofCards(Language.EN).keySet();

    /** An extension, a key of the session storage, a selector. */
    private static final Set<String> NO_KEYS = Set.of("org.livercds", "livercds.request", "details.rule");

    static List<Path> scripts() {
        return Texts.files(SCRIPTS).stream()
                .filter(file -> file.toString().endsWith(".js"))
                .toList();
    }

    static List<Path> templates() {
        return Texts.files(TEMPLATES);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void no_script_holds_words(Path script) {
        assertEquals(List.of(), found(MARKUP, script), "between tags");
        assertEquals(List.of(), found(SENTENCE, script), "as a sentence");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void no_template_holds_words(Path template) {
        String markup = Texts.read(template).replaceAll("\\{[^}]*}", "").replace("Liver CDS", "");
        assertEquals(
                List.of(),
                MARKUP.matcher(markup).results().map(found -> found.group()).toList());
    }

    @Test
    void no_picture_holds_sentences() {
        Texts.files(PICTURES)
                .forEach(file -> assertEquals(
                        List.of(),
                        found(OF_SQL_OR_XML, file).stream()
                                .filter(text -> !text.matches("\".*(?:can always be|must|is not|are not).*\""))
                                .filter(text -> !CLASSES.contains(text))
                                .filter(text -> text.matches("(?i).*\\b(?:the|of|and|no|not|cards?|lesions?)\\b.*"))
                                .toList()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h2>What if?</h2>",
                "<p class=\"quiet\">Nothing was read.</p>",
                "<nav aria-label=\"Pages\">",
                "<td>Size</td>"
            })
    void what_is_not_allowed_between_tags_is_found(String markup) {
        assertTrue(MARKUP.matcher(markup).find());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'No answer'", "'The chart could not be read.'"})
    void a_sentence_is_found(String text) {
        assertTrue(SENTENCE.matcher(text).find());
    }

    @Test
    void every_key_that_a_script_says_has_words_and_all_words_are_said() {
        Set<String> keys = ofPages(Language.EN).keySet().stream()
                .map(key -> key.substring(WORDS.length()))
                .collect(toCollection(TreeSet::new));
        List<String> scripts = scripts().stream().map(WordsOfScriptsTest::code).toList();
        Set<String> said = scripts.stream()
                .flatMap(script -> KEY.matcher(script).results())
                .map(key -> key.group(1))
                .filter(key -> !key.endsWith(".js") && !NO_KEYS.contains(key) && !isOfCards(key))
                .collect(toCollection(TreeSet::new));
        List<String> begun = scripts.stream()
                .flatMap(script -> BEGUN_KEY.matcher(script).results())
                .map(key -> key.group(1))
                .distinct()
                .toList();
        assertEquals(List.of(), said.stream().filter(key -> !keys.contains(key)).toList(), "without words");
        assertEquals(
                List.of(),
                keys.stream()
                        .filter(key -> !said.contains(key) && begun.stream().noneMatch(key::startsWith))
                        .toList(),
                "never said");
    }

    /** The words of the cards, or a group of them. */
    private static boolean isOfCards(String key) {
        String begin = "phrases.yaml " + key.replace('.', ' ');
        return OF_CARDS.stream().anyMatch(known -> known.equals(begin) || known.startsWith(begin + " "));
    }

    /** The synthetic patients are titled as in their Bundles, and each draft order as in its resource. */
    @Test
    void patients_and_orders_of_the_demonstration_have_words() {
        Map<String, String> words = ofPages(Language.EN);
        PlainServices.REQUESTS
                .patients()
                .forEach(patient -> assertEquals(patient.title(), words.get(WORDS + "patient." + patient.name())));
        WireJson.readObject(ContentFolder.inJar("fhir-profiles")
                        .read("examples/Bundle-draft-orders.json")
                        .getBytes(UTF_8))
                .path("entry")
                .forEach(entry -> {
                    String text = Stream.of("/resource/code/text", "/resource/medicationCodeableConcept/text")
                            .map(path -> entry.at(path).asText())
                            .filter(found -> !found.isEmpty())
                            .findFirst()
                            .orElseThrow();
                    assertEquals(
                            text,
                            words.get(
                                    WORDS + "draft." + entry.at("/resource/id").asText()));
                });
    }

    private static Map<String, String> ofPages(Language language) {
        Map<String, String> words = Texts.ofProperties(language);
        words.keySet().removeIf(key -> !key.startsWith(WORDS));
        return words;
    }

    private static List<String> found(Pattern pattern, Path file) {
        return pattern.matcher(code(file)).results().map(found -> found.group()).toList();
    }

    private static String code(Path file) {
        return COMMENT.matcher(Texts.read(file)).replaceAll("");
    }
}
