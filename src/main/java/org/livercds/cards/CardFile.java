package org.livercds.cards;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.InvalidContentException;
import org.livercds.hooks.Language;

/**
 * The words of one card: YAML front matter, then GitHub Markdown with {@code {placeholders}}. What cannot be used is
 * refused when it is read, with file and line.
 *
 * @param option the criterion in a few words, for the list of other options
 * @param summaries by variant
 * @param leads first sentences of the body, by variant
 * @param whys reasons, by variant
 * @param orders the requests that it suggests
 */
record CardFile(
        CardTopic topic,
        String name,
        String option,
        Map<Variant, Template> summaries,
        Map<Variant, String> leads,
        Map<Variant, String> whys,
        List<String> overrideReasons,
        List<SuggestedOrder> orders,
        CardBody body) {

    private static final String FENCE = "---\n";
    private static final Set<String> IN_SUMMARY = Set.of("finding", "if", "why", "options", "checks");
    private static final Set<String> IN_BODY = Set.of(
            "finding",
            "lead",
            "why",
            "status",
            "criteria",
            "obstacles",
            "open",
            "chart",
            "tipping",
            "cautions",
            "missing",
            "unread",
            "options");

    /** The keys that front matter may have. */
    private record FrontMatter(
            @JsonProperty(required = true) String topic,
            @JsonProperty(required = true) String name,
            String option,
            @JsonProperty(required = true) Map<String, String> summary,
            Map<String, String> lead,
            Map<String, String> why,
            List<String> orders,
            @JsonProperty(required = true) List<String> overrideReasons) {
        FrontMatter {
            option = option == null ? "" : option;
            lead = lead == null ? Map.of() : lead;
            why = why == null ? Map.of() : why;
            orders = orders == null ? List.of() : orders;
        }
    }

    /** @param statuses variants that the summary has to have words for */
    static CardFile read(ContentFolder folder, Language language, CardTopic topic, Set<Variant> statuses) {
        String file = path(language, topic);
        String path = folder.path(file);
        String text = folder.read(file).replace("\r\n", "\n");
        int end = text.indexOf("\n" + FENCE);
        if (!text.startsWith(FENCE) || end < 0) {
            throw new InvalidContentException(path, 1, "no front matter between two lines of ---");
        }
        FrontMatter front = frontMatter(path, text.substring(FENCE.length(), end + 1));
        String body = text.substring(end + 1 + FENCE.length());
        check(path, text, front, topic, body);
        Map<Variant, Template> summaries = summaries(path, text, front, statuses);
        return new CardFile(
                topic,
                front.name(),
                front.option(),
                summaries,
                variants(path, text, front.lead()),
                variants(path, text, front.why()),
                List.copyOf(front.overrideReasons()),
                front.orders().stream().map(code -> order(path, text, code)).toList(),
                new CardBody(body));
    }

    /** Within {@code cds-cards}. */
    static String path(Language language, CardTopic topic) {
        return language.code() + "/" + topic.code() + ".md";
    }

    private static Map<Variant, Template> summaries(
            String path, String text, FrontMatter front, Set<Variant> statuses) {
        Map<Variant, Template> summaries = new EnumMap<>(Variant.class);
        variants(path, text, front.summary()).forEach((variant, words) -> summaries.put(variant, new Template(words)));
        for (Variant status : statuses) {
            if (!summaries.containsKey(status)) {
                throw new InvalidContentException(
                        path, line(text, "summary:"), "the summary has no words for " + status.code());
            }
        }
        return summaries;
    }

    private static FrontMatter frontMatter(String path, String yaml) {
        try {
            return Phrases.YAML.readValue(yaml, FrontMatter.class);
        } catch (UnrecognizedPropertyException unknown) {
            String key = unknown.getPropertyName();
            throw new InvalidContentException(path, 1 + line(yaml, key + ":"), "unknown key " + key);
        } catch (MismatchedInputException mismatch) {
            String key = mismatch.getPath().isEmpty()
                    ? ""
                    : mismatch.getPath().get(0).getFieldName();
            throw new InvalidContentException(
                    path, 1 + line(yaml, key + ":"), key + " is missing or is not what it has to be");
        } catch (JsonProcessingException malformed) {
            JsonLocation location = malformed.getLocation();
            int line = location == null ? 1 : location.getLineNr() + 1;
            throw new InvalidContentException(path, line, firstSentence(malformed.getOriginalMessage()));
        }
    }

    /** Libraries explain themselves over many lines. */
    static String firstSentence(String message) {
        return message.lines().findFirst().orElse("cannot be read").replaceAll(" \\(for .*| \\(class .*", "");
    }

    private static void check(String path, String text, FrontMatter front, CardTopic topic, String body) {
        if (!front.topic().equals(topic.code())) {
            throw new InvalidContentException(path, line(text, "topic:"), "the topic is not " + topic.code());
        }
        front.summary().values().forEach(summary -> checkPlaceholders(path, text, summary, IN_SUMMARY));
        checkPlaceholders(path, text, body, IN_BODY);
        requireDefault(path, text, body, "lead", front.lead());
        requireDefault(path, text, body, "why", front.why());
        if (text.contains("<")) {
            throw new InvalidContentException(path, line(text, "<"), "raw HTML is not allowed");
        }
    }

    private static void requireDefault(
            String path, String text, String body, String name, Map<String, String> variants) {
        if (body.contains("{" + name + "}") && !variants.containsKey(Variant.DEFAULT.code())) {
            throw new InvalidContentException(
                    path, line(text, "{" + name + "}"), "{" + name + "} needs words for " + Variant.DEFAULT.code());
        }
    }

    private static SuggestedOrder order(String path, String text, String code) {
        return SuggestedOrder.withCode(code)
                .orElseThrow(() -> new InvalidContentException(path, line(text, code), code + " is no order"));
    }

    private static Map<Variant, String> variants(String path, String text, Map<String, String> words) {
        Map<Variant, String> variants = new EnumMap<>(Variant.class);
        words.forEach((name, value) -> {
            Variant variant = Variant.named(name)
                    .orElseThrow(() -> new InvalidContentException(
                            path,
                            line(text, " " + name + ":"),
                            name + " is none of " + new TreeSet<>(Variant.codes())));
            variants.put(variant, value);
        });
        return variants;
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

    /** There are words for each variant that a card of an order or of a list can have. */
    Template summary(Variant variant) {
        return summaries.get(variant);
    }

    Template summary(Advice advice, LiverChart chart) {
        return first(summaries, advice, chart).orElseThrow();
    }

    String lead(Advice advice, LiverChart chart) {
        return first(leads, advice, chart).orElse("");
    }

    String why(Advice advice, LiverChart chart) {
        return first(whys, advice, chart).orElse("");
    }

    /** The words of the most special variant that applies. */
    private static <T> Optional<T> first(Map<Variant, T> words, Advice advice, LiverChart chart) {
        for (Map.Entry<Variant, T> entry : words.entrySet()) {
            if (entry.getKey().applies(advice, chart)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }
}
