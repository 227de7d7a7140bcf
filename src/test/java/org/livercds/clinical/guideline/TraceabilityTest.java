package org.livercds.clinical.guideline;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** No sentence of the documents is lost, and no rule and no word rests on a sentence that is not there. */
class TraceabilityTest {

    private static final Pattern SENTENCE = Pattern.compile("\\b(MSK|NCI|NAV)-\\d+\\b");
    private static final Path HERE = Path.of("src/test/java/org/livercds/clinical/guideline");
    private static final JsonNode FILE = read(Path.of("docs/traceability.yaml"));

    @Test
    void every_sentence_of_the_three_documents_is_in_it() {
        Set<String> all = new TreeSet<>();
        IntStream.rangeClosed(1, 36).forEach(number -> all.add("MSK-" + number));
        IntStream.rangeClosed(1, 40).forEach(number -> all.add("NCI-" + number));
        IntStream.rangeClosed(1, 27).forEach(number -> all.add("NAV-" + number));
        assertEquals(all, new TreeSet<>(names()));
    }

    @Test
    void every_sentence_has_a_place_or_a_reason_for_none() {
        for (String name : names()) {
            JsonNode sentence = FILE.path(name);
            assertFalse(sentence.path("says").asText().isBlank(), name);
            boolean placed = sentence.has("rules") || sentence.has("words");
            boolean explained = !sentence.path("notShown").asText().isBlank();
            assertTrue(placed != explained, name);
        }
    }

    @Test
    void the_rules_are_those_that_cite_it() {
        Map<String, Set<String>> cited = new TreeMap<>();
        LiverCancerGuideline.citations()
                .forEach((rule, citations) ->
                        citations.forEach(citation -> cited.computeIfAbsent(citation.id(), any -> new TreeSet<>())
                                .add(rule.rule())));
        assertEquals(cited, listed("rules"));
    }

    @Test
    void the_words_are_those_that_quote_it() throws IOException {
        Map<String, Set<String>> quoted = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("cds-cards/en"))) {
            for (Path file : files.toList()) {
                Matcher sentence = SENTENCE.matcher(Files.readString(file));
                while (sentence.find()) {
                    quoted.computeIfAbsent(sentence.group(), any -> new TreeSet<>())
                            .add(file.getFileName().toString());
                }
            }
        }
        assertEquals(quoted, listed("words"));
    }

    @Test
    void the_cases_are_there_and_every_rule_is_shown_by_one_or_by_a_test() {
        Set<String> cases = new TreeSet<>();
        read(Path.of("src/test/resources/vignettes.yaml"))
                .path("vignettes")
                .forEach(vignette -> cases.add(vignette.path("id").asText()));
        Set<String> shown = new TreeSet<>();
        for (String name : names()) {
            Set<String> listed = texts(FILE.path(name).path("cases"));
            assertTrue(cases.containsAll(listed), name);
            Set<String> tests = texts(FILE.path(name).path("tests"));
            tests.forEach(test -> assertTrue(Files.exists(HERE.resolve(test + ".java")), test));
            if (!listed.isEmpty() || !tests.isEmpty()) {
                shown.addAll(texts(FILE.path(name).path("rules")));
            }
        }
        Set<String> rules = new TreeSet<>();
        LiverCancerGuideline.recommendations().keySet().forEach(id -> rules.add(id.rule()));
        assertEquals(rules, shown);
    }

    private static Map<String, Set<String>> listed(String field) {
        Map<String, Set<String>> listed = new TreeMap<>();
        for (String name : names()) {
            if (FILE.path(name).has(field)) {
                listed.put(name, texts(FILE.path(name).path(field)));
            }
        }
        return listed;
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        FILE.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(Files.readString(file));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
