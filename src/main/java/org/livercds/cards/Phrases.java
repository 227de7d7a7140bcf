package org.livercds.cards;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.InvalidContentException;
import org.livercds.hooks.Language;

/**
 * The words of one language other than the cards themselves, by keys such as {@code caution.K-STALE.text}; also its form
 * of dates and numbers.
 */
final class Phrases {

    static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String REVIEWED = "reviewed";

    private final String path;
    private final Language language;
    private final Map<String, String> texts;
    private final Map<String, Template> templates = new HashMap<>();
    private final Map<String, Map<String, String>> groups = new HashMap<>();

    private Phrases(String path, Language language, Map<String, String> texts) {
        this.path = path;
        this.language = language;
        this.texts = Map.copyOf(texts);
        texts.forEach((key, text) -> {
            templates.put(key, new Template(text));
            int end = Math.max(0, key.indexOf('.'));
            groups.computeIfAbsent(key.substring(0, end), any -> new HashMap<>())
                    .put(key.substring(end + 1), text);
        });
    }

    static Phrases read(ContentFolder folder, Language language) {
        String file = language.code() + "/phrases.yaml";
        Map<String, String> texts = new HashMap<>();
        try {
            collect("", YAML.readTree(folder.read(file)), texts);
        } catch (JsonProcessingException malformed) {
            throw new InvalidContentException(
                    folder.path(file),
                    malformed.getLocation().getLineNr(),
                    CardFile.firstSentence(malformed.getOriginalMessage()));
        }
        Phrases phrases = new Phrases(folder.path(file), language, texts);
        phrases.requireOneOf("language", Set.of(language.code()));
        phrases.requireOneOf(REVIEWED, Set.of("true", "false"));
        return phrases;
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** Refuses to go on without the key. */
    void require(String key) {
        get(key);
    }

    /** @param allowed the placeholders that a phrase may have, by its key */
    void checkPlaceholders(Function<String, Set<String>> allowed) {
        templates.forEach((key, template) -> template.placeholders().stream()
                .filter(name -> !allowed.apply(key).contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidContentException(path, 0, "{" + name + "} is no placeholder of " + key);
                }));
    }

    String get(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw missing(key);
        }
        return text;
    }

    /** @param key the rest of it, below its first part */
    String of(String group, String key) {
        String text = in(group).get(key);
        if (text == null) {
            throw missing(group + "." + key);
        }
        return text;
    }

    /** @param namesAndValues of the placeholders, by turns */
    String fill(String key, String... namesAndValues) {
        Template template = templates.get(key);
        if (template == null) {
            throw missing(key);
        }
        return template.fill(namesAndValues);
    }

    /** For keys of our own vocabulary that read well as they are. */
    String orKey(String group, String key) {
        return in(group).getOrDefault(key, key);
    }

    String orNothing(String group, String key) {
        return in(group).getOrDefault(key, "");
    }

    String orNothing(String key) {
        return texts.getOrDefault(key, "");
    }

    Map<String, String> all() {
        return texts;
    }

    String day(LocalDate date) {
        return language.day(date);
    }

    String month(LocalDate date) {
        return language.month(date);
    }

    /** As {@link Language#number}. */
    String number(String plain) {
        return language.number(plain);
    }

    /** What each card says for as long as no clinician has reviewed the words of its language. */
    String review() {
        return Boolean.parseBoolean(get(REVIEWED)) ? "" : get("heading.not-reviewed") + " ";
    }

    Language language() {
        return language;
    }

    private void requireOneOf(String key, Set<String> allowed) {
        if (!allowed.contains(get(key))) {
            throw new InvalidContentException(path, 0, key + " is none of " + allowed);
        }
    }

    private Map<String, String> in(String group) {
        return groups.getOrDefault(group, Map.of());
    }

    private InvalidContentException missing(String key) {
        return new InvalidContentException(path, 0, "the words for " + key + " are missing");
    }

    private static void collect(String prefix, JsonNode node, Map<String, String> texts) {
        node.properties().forEach(entry -> {
            String key = prefix + entry.getKey();
            if (entry.getValue().isValueNode()) {
                texts.put(key, entry.getValue().asText());
            } else {
                collect(key + ".", entry.getValue(), texts);
            }
        });
    }
}
