package org.livercds.cards;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.InvalidContentException;

/**
 * The words of one card: YAML front matter, then GitHub Markdown with {@code {placeholders}}. What cannot be used is
 * refused when it is read, with file and line.
 *
 * @param summaries by variant, usually the status of the recommendation
 */
record CardFile(
        CardTopic topic, String name, Map<String, Template> summaries, List<String> overrideReasons, Template body) {

    private static final String FENCE = "---\n";
    private static final Set<String> IN_SUMMARY = Set.of("finding", "if", "options", "checks");
    private static final Set<String> IN_BODY =
            Set.of("finding", "status", "kindnote", "criteria", "open", "cautions", "missing", "unread", "options");

    /** The keys that front matter may have. */
    private record FrontMatter(
            @JsonProperty(required = true) String topic,
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) Map<String, String> summary,
            @JsonProperty(required = true) List<String> overrideReasons) {}

    static CardFile read(ContentFolder folder, String language, CardTopic topic) {
        String file = language + "/" + topic.code() + ".md";
        String text = folder.read(file).replace("\r\n", "\n");
        int end = text.indexOf("\n" + FENCE);
        if (!text.startsWith(FENCE) || end < 0) {
            throw new InvalidContentException(folder.path(file), 1, "no front matter between two lines of ---");
        }
        FrontMatter front = frontMatter(folder.path(file), text.substring(FENCE.length(), end + 1));
        String body = text.substring(end + 1 + FENCE.length());
        check(folder.path(file), text, front, topic, body);
        Map<String, Template> summaries = front.summary().entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> new Template(entry.getValue())));
        return new CardFile(topic, front.name(), summaries, List.copyOf(front.overrideReasons()), new Template(body));
    }

    private static FrontMatter frontMatter(String path, String yaml) {
        try {
            return Phrases.YAML.readValue(yaml, FrontMatter.class);
        } catch (UnrecognizedPropertyException unknown) {
            String key = unknown.getPropertyName();
            throw new InvalidContentException(path, 1 + line(yaml, key + ":"), "unknown key " + key);
        } catch (JsonProcessingException malformed) {
            JsonLocation location = malformed.getLocation();
            int line = location == null ? 1 : location.getLineNr() + 1;
            throw new InvalidContentException(path, line, malformed.getOriginalMessage());
        }
    }

    private static void check(String path, String text, FrontMatter front, CardTopic topic, String body) {
        if (!front.topic().equals(topic.code())) {
            throw new InvalidContentException(path, line(text, "topic:"), "the topic is not " + topic.code());
        }
        if (front.summary().isEmpty()) {
            throw new InvalidContentException(path, line(text, "summary:"), "the card has no summary");
        }
        front.summary().values().forEach(summary -> checkPlaceholders(path, text, summary, IN_SUMMARY));
        checkPlaceholders(path, text, body, IN_BODY);
        if (body.contains("<")) {
            throw new InvalidContentException(path, line(text, "<"), "raw HTML is not allowed");
        }
    }

    private static void checkPlaceholders(String path, String text, String part, Set<String> allowed) {
        Set<String> unknown = new TreeSet<>(new Template(part).placeholders());
        unknown.removeAll(allowed);
        if (!unknown.isEmpty()) {
            String name = "{" + unknown.iterator().next() + "}";
            throw new InvalidContentException(path, line(text, name), name + " is no placeholder");
        }
    }

    static int line(String text, String part) {
        int at = text.indexOf(part);
        return at < 0
                ? 1
                : 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    /** The first variant that the card has words for. */
    Template summary(Stream<String> variants) {
        return variants.filter(summaries::containsKey)
                .findFirst()
                .map(summaries::get)
                .orElseThrow();
    }
}
