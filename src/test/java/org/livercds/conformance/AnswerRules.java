package org.livercds.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What holds for every answer, rule by rule; each names the places that break it. */
final class AnswerRules {

    static final Map<String, Function<JsonNode, Stream<String>>> ALL = Map.ofEntries(
            Map.entry("nothingEmpty", AnswerRules::nothingEmpty),
            Map.entry("root", AnswerRules::root),
            Map.entry("uuid", AnswerRules::uuid),
            Map.entry("summary", AnswerRules::summary),
            Map.entry("detail", AnswerRules::detail),
            Map.entry("indicator", AnswerRules::indicator),
            Map.entry("source", AnswerRules::source),
            Map.entry("topic", AnswerRules::topic),
            Map.entry("overrideReasons", AnswerRules::overrideReasons),
            Map.entry("selectionBehavior", AnswerRules::selectionBehavior),
            Map.entry("suggestions", AnswerRules::suggestions),
            Map.entry("actions", AnswerRules::actions),
            Map.entry("links", AnswerRules::links),
            Map.entry("addresses", AnswerRules::addresses),
            Map.entry("extensions", AnswerRules::extensions));

    private static final String REASONS = "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes";
    private static final String TOPICS = "https://livercds.org/fhir/CodeSystem/card-topic";
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final Pattern SENTENCES = Pattern.compile("[.!?]\\s+\\p{Lu}|\\R");
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9]{1,100}");
    private static final Pattern ADDRESS = Pattern.compile("[a-z]+://[^\\s)\\]>\"]+");
    private static final Pattern OWN_NAME = Pattern.compile("[a-z]+(\\.[A-Za-z0-9-]+){2,}");

    private AnswerRules() {}

    /** No null, no empty text, list or object, but for the list of cards. */
    static Stream<String> nothingEmpty(JsonNode answer) {
        List<String> found = new ArrayList<>();
        empties(answer, "", found);
        return found.stream().filter(place -> !place.equals("/cards"));
    }

    private static void empties(JsonNode node, String place, List<String> found) {
        if (node.isNull() || node.isContainerNode() && node.isEmpty() || node.isTextual() && isBlank(node)) {
            found.add(place);
        }
        node.properties().forEach(member -> empties(member.getValue(), place + "/" + member.getKey(), found));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            empties(node.get(i), place + "/" + i, found);
        }
    }

    static Stream<String> root(JsonNode answer) {
        return broken(
                Stream.of(answer),
                "root",
                root -> root.isObject()
                        && root.path("cards").isArray()
                        && root.path("cards").size() <= 3
                        && onlyHas(root, "cards", "extension"));
    }

    static Stream<String> uuid(JsonNode answer) {
        Stream<JsonNode> named = Stream.concat(cards(answer), suggested(answer));
        return broken(named, "uuid", node -> UUID.matcher(text(node, "uuid")).matches());
    }

    static Stream<String> summary(JsonNode answer) {
        return broken(cards(answer), "summary", card -> {
            String summary = text(card, "summary");
            return !summary.isBlank()
                    && summary.length() < 140
                    && !SENTENCES.matcher(summary).find();
        });
    }

    /** Markdown without raw HTML, and without tables: some clients have a narrow panel. */
    static Stream<String> detail(JsonNode answer) {
        return broken(cards(answer), "detail", card -> {
            String detail = text(card, "detail");
            return !detail.isBlank()
                    && !detail.contains("<")
                    && detail.lines().noneMatch(line -> line.strip().startsWith("|"));
        });
    }

    static Stream<String> indicator(JsonNode answer) {
        return broken(
                cards(answer), "indicator", card -> Set.of("info", "warning").contains(text(card, "indicator")));
    }

    static Stream<String> source(JsonNode answer) {
        return broken(
                cards(answer).map(card -> card.path("source")),
                "source",
                source -> !text(source, "label").isBlank()
                        && isHttps(text(source, "url"))
                        && onlyHas(source, "label", "url", "topic"));
    }

    static Stream<String> topic(JsonNode answer) {
        return broken(
                cards(answer).map(card -> card.path("source").path("topic")),
                "topic",
                topic -> TOPICS.equals(text(topic, "system"))
                        && TOPIC.matcher(text(topic, "code")).matches()
                        && !text(topic, "display").isBlank());
    }

    /** A card that asks to check something has none: some clients silence a topic after one override. */
    static Stream<String> overrideReasons(JsonNode answer) {
        Stream<String> where = broken(
                cards(answer),
                "overrideReasons",
                card -> card.has("overrideReasons")
                        != text(card.at("/source/topic"), "code").equals("checkFirst"));
        Stream<String> each = broken(
                cards(answer).flatMap(card -> Ehr.elements(card.path("overrideReasons"))),
                "overrideReasons",
                reason -> REASONS.equals(text(reason, "system"))
                        && !text(reason, "code").isBlank()
                        && !text(reason, "display").isBlank());
        return Stream.concat(where, each);
    }

    static Stream<String> selectionBehavior(JsonNode answer) {
        return broken(
                cards(answer),
                "selectionBehavior",
                card -> card.has("suggestions")
                        ? text(card, "selectionBehavior").equals("any")
                        : !card.has("selectionBehavior"));
    }

    static Stream<String> suggestions(JsonNode answer) {
        return broken(
                suggested(answer),
                "suggestions",
                suggestion -> !text(suggestion, "label").isBlank()
                        && suggestion.path("actions").size() == 1
                        && onlyHas(suggestion, "label", "uuid", "actions"));
    }

    static Stream<String> actions(JsonNode answer) {
        return broken(
                suggested(answer).flatMap(suggestion -> Ehr.elements(suggestion.path("actions"))),
                "actions",
                action -> text(action, "type").equals("create")
                        && !text(action, "description").isBlank()
                        && text(action.path("resource"), "resourceType").equals("ServiceRequest")
                        && onlyHas(action, "type", "description", "resource"));
    }

    static Stream<String> links(JsonNode answer) {
        return broken(
                cards(answer).flatMap(card -> Ehr.elements(card.path("links"))),
                "links",
                link -> !text(link, "label").isBlank()
                        && isHttps(text(link, "url"))
                        && text(link, "type").equals("absolute")
                        && onlyHas(link, "label", "url", "type"));
    }

    /** Links in the text are not shown everywhere: each stands among the links too. */
    static Stream<String> addresses(JsonNode answer) {
        return broken(cards(answer), "addresses", card -> {
            List<String> links = Ehr.elements(card.path("links"))
                    .map(link -> text(link, "url"))
                    .toList();
            return ADDRESS.matcher(text(card, "detail"))
                    .results()
                    .map(MatchResult::group)
                    .allMatch(links::contains);
        });
    }

    static Stream<String> extensions(JsonNode answer) {
        return broken(answer.findValues("extension").stream(), "extensions", AnswerRules::isObjectUnderOwnNames);
    }

    private static boolean isObjectUnderOwnNames(JsonNode extension) {
        return extension instanceof ObjectNode object
                && object.properties().stream()
                        .allMatch(member -> OWN_NAME.matcher(member.getKey()).matches());
    }

    private static Stream<JsonNode> cards(JsonNode answer) {
        return Ehr.elements(answer.path("cards"));
    }

    private static Stream<JsonNode> suggested(JsonNode answer) {
        return cards(answer).flatMap(card -> Ehr.elements(card.path("suggestions")));
    }

    private static Stream<String> broken(Stream<JsonNode> nodes, String rule, Function<JsonNode, Boolean> keeps) {
        return nodes.filter(node -> !keeps.apply(node)).map(node -> rule + ": " + node);
    }

    /** The text of a member that is text; a number is none. */
    private static String text(JsonNode node, String member) {
        return node.path(member).isTextual() ? node.path(member).asText() : "";
    }

    private static boolean isBlank(JsonNode node) {
        return node.asText().isBlank();
    }

    private static boolean isHttps(String url) {
        return url.startsWith("https://") && URI.create(url).getHost() != null;
    }

    private static boolean onlyHas(JsonNode node, String... members) {
        return Set.of(members)
                .containsAll(node.properties().stream().map(Map.Entry::getKey).toList());
    }
}
