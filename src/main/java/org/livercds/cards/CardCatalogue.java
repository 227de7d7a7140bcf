package org.livercds.cards;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.livercds.clinical.Statement;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.guideline.Status;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ContentProblems;
import org.livercds.codes.ContentVersion;
import org.livercds.codes.InvalidContentException;
import org.livercds.hooks.Language;

/** All cards of one language, checked: the start fails rather than a bedside. */
public record CardCatalogue(Map<CardTopic, CardFile> files, Phrases phrases, Sources sources) {

    /** CDS Hooks asks for fewer than 140 characters. */
    static final int LONGEST_SUMMARY = 139;

    /** The longest lists that fit into a summary; lists are cut to it. */
    static final int LONGEST_LIST = 90;

    /**
     * Reads and checks.
     *
     * @param folder {@code cds-cards}
     * @param recommendations each needs a card with words for each of its statuses
     */
    public static CardCatalogue read(
            ContentFolder folder, Language language, Map<RecommendationId, Set<Status>> recommendations) {
        Phrases phrases = phrases(folder, language);
        Map<CardTopic, CardFile> files = new EnumMap<>(CardTopic.class);
        topics(recommendations).forEach((topic, variants) -> files.put(topic, file(folder, topic, variants, phrases)));
        return new CardCatalogue(files, phrases, Sources.read(folder, language));
    }

    /** Reads and checks, and goes on behind a file that cannot be used. Without phrases no card can be checked. */
    static void check(
            ContentFolder folder,
            Language language,
            Map<RecommendationId, Set<Status>> recommendations,
            ContentProblems problems) {
        problems.attempt(() -> phrases(folder, language))
                .ifPresent(phrases -> topics(recommendations)
                        .forEach((topic, variants) -> problems.attempt(() -> file(folder, topic, variants, phrases))));
        problems.attempt(() -> Sources.read(folder, language));
    }

    private static Phrases phrases(ContentFolder folder, Language language) {
        Phrases phrases = Phrases.read(folder, language);
        RequiredPhrases.check(phrases);
        return phrases;
    }

    /** Each with the variants that it needs words for. */
    private static Map<CardTopic, Set<Variant>> topics(Map<RecommendationId, Set<Status>> recommendations) {
        Map<CardTopic, Set<Variant>> topics = new EnumMap<>(CardTopic.class);
        recommendations.forEach((id, statuses) ->
                topics.put(CardTopic.of(id), statuses.stream().map(Variant::of).collect(toUnmodifiableSet())));
        topics.put(CardTopic.OTHER_OPTIONS, Set.of(Variant.DEFAULT));
        topics.put(CardTopic.CHECK_FIRST, Set.of(Variant.DEFAULT));
        Stream.of(CardTopic.values())
                .filter(CardTopic::isOfOrder)
                .forEach(topic -> topics.put(topic, Set.of(Variant.NOT_MET, Variant.OPEN)));
        return topics;
    }

    private static CardFile file(ContentFolder folder, CardTopic topic, Set<Variant> variants, Phrases phrases) {
        CardFile file = CardFile.read(folder, phrases.language(), topic, variants);
        String path = CardFile.path(phrases.language(), topic);
        checkSummaries(folder.path(path), folder.read(path), file, phrases);
        file.overrideReasons().forEach(reason -> phrases.require("override." + reason));
        return file;
    }

    public Language language() {
        return phrases.language();
    }

    /** What the card of a topic is called. */
    public Optional<String> name(String topic) {
        return CardTopic.withCode(topic).map(this::file).map(CardFile::name);
    }

    /** The words of a reason that cards offer for overriding them. */
    public Optional<String> overrideReason(String code) {
        return phrases.find("override." + code);
    }

    /** Why a call is refused, for people. */
    public Optional<String> refusal(String code) {
        return phrases.find("explain.refusal." + code);
    }

    /** Which content answers, as cards and pages say it. */
    public String version(ContentVersion content) {
        String key = content.shipped() ? "heading.content" : "heading.content-changed";
        return phrases.fill(key, "version", content.version(), "hash", content.hash());
    }

    /** In the order of their ids. */
    public List<SourceDocument> documents() {
        return sources.entries().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(source -> new SourceDocument(
                        source.getKey().name(),
                        source.getValue().label(),
                        source.getValue().url(),
                        source.getValue().date()))
                .toList();
    }

    /** Of the card of a recommendation. */
    CardFile file(RecommendationId id) {
        return file(CardTopic.of(id));
    }

    CardFile file(CardTopic topic) {
        return files.get(topic);
    }

    private static void checkSummaries(String path, String text, CardFile file, Phrases phrases) {
        Map<String, Integer> longest = Map.of(
                "finding", Finding.longest(phrases),
                "if", longestIf(phrases),
                "why", longestObstacle(phrases),
                "options", LONGEST_LIST,
                "checks", LONGEST_LIST);
        for (Template summary : file.summaries().values()) {
            int length = summary.fill(name -> "x".repeat(longest.get(name))).length();
            if (length > LONGEST_SUMMARY) {
                throw new InvalidContentException(
                        path,
                        CardFile.line(text, summary.text()),
                        "a summary could reach " + length + " characters; at most " + LONGEST_SUMMARY + " are allowed");
            }
        }
    }

    private static int longestObstacle(Phrases phrases) {
        return Stream.of(Statement.values())
                .flatMap(statement -> obstacles(statement, phrases))
                .mapToInt(String::length)
                .max()
                .orElseThrow();
    }

    /** That it is so, or that it is not. */
    private static Stream<String> obstacles(Statement statement, Phrases phrases) {
        String words = phrases.of("statement", statement.key());
        String own = phrases.orNothing("obstacle", statement.key());
        return Stream.of(words, own.isEmpty() ? phrases.fill("obstacle.otherwise", "statement", words) : own);
    }

    private static int longestIf(Phrases phrases) {
        return Stream.of(Statement.values())
                .flatMap(statement ->
                        Stream.of("if", "if-unknown").map(form -> phrases.orNothing(form, statement.key())))
                .mapToInt(String::length)
                .max()
                .orElseThrow();
    }
}
