package org.livercds.cards;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.InvalidContentException;

/** The words of one language other than the cards themselves, by keys such as {@code caution.K-STALE.text}. */
final class Phrases {

    static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String path;
    private final Map<String, String> texts;

    private Phrases(String path, Map<String, String> texts) {
        this.path = path;
        this.texts = Map.copyOf(texts);
    }

    static Phrases read(ContentFolder folder, String language) {
        String file = language + "/phrases.yaml";
        Map<String, String> texts = new HashMap<>();
        try {
            collect("", YAML.readTree(folder.read(file)), texts);
        } catch (JsonProcessingException malformed) {
            throw new InvalidContentException(
                    folder.path(file),
                    malformed.getLocation().getLineNr(),
                    CardFile.firstSentence(malformed.getOriginalMessage()));
        }
        return new Phrases(folder.path(file), texts);
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** Refuses to go on without the key. */
    void require(String key) {
        if (!texts.containsKey(key)) {
            throw new InvalidContentException(path, 0, "the words for " + key + " are missing");
        }
    }

    /** @param allowed the placeholders that a phrase may have, by its key */
    void checkPlaceholders(Function<String, Set<String>> allowed) {
        texts.forEach((key, text) -> new Template(text)
                .placeholders().stream()
                        .filter(name -> !allowed.apply(key).contains(name))
                        .findFirst()
                        .ifPresent(name -> {
                            throw new InvalidContentException(path, 0, "{" + name + "} is no placeholder of " + key);
                        }));
    }

    String get(String key) {
        require(key);
        return texts.get(key);
    }

    String get(String key, Map<String, String> values) {
        return new Template(get(key)).fill(values);
    }

    /** For keys of our own vocabulary that read well as they are. */
    String orKey(String prefix, String key) {
        return texts.getOrDefault(prefix + "." + key, key);
    }

    String orNothing(String key) {
        return texts.getOrDefault(key, "");
    }

    Map<String, String> all() {
        return texts;
    }

    Locale locale() {
        return Locale.forLanguageTag(get("language"));
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
