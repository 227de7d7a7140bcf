package org.livercds.cards;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Statement;
import org.livercds.clinical.guideline.CautionId;
import org.livercds.clinical.guideline.MissingId;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.guideline.Status;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.InvalidContentException;

/** All cards of one language, checked: the start fails rather than a bedside. */
public record CardCatalogue(Map<CardTopic, CardFile> files, Phrases phrases, Sources sources) {

    /** CDS Hooks asks for fewer than 140 characters. */
    static final int LONGEST_SUMMARY = 139;

    /** The longest lists that fit into a summary; lists are cut to it. */
    static final int LONGEST_LIST = 90;

    private static final List<String> FIXED_PHRASES = List.of(
            "language",
            "pregnancy-open",
            "heading.open",
            "heading.sources",
            "heading.advisory",
            "line.met",
            "line.not-met",
            "line.unknown",
            "line.evidence",
            "line.item",
            "line.item-dated",
            "line.more",
            "line.recorded",
            "line.caution",
            "line.missing",
            "line.unread",
            "line.option",
            "line.option-if",
            "line.option-info");

    /**
     * Reads and checks.
     *
     * @param folder {@code cds-cards}
     * @param recommendations each needs a card
     */
    public static CardCatalogue read(ContentFolder folder, String language, Set<RecommendationId> recommendations) {
        Phrases phrases = Phrases.read(folder, language);
        requiredPhrases().forEach(phrases::require);
        List<CardTopic> topics = new ArrayList<>(
                recommendations.stream().sorted().map(CardTopic::of).toList());
        topics.addAll(List.of(CardTopic.OTHER_OPTIONS, CardTopic.CHECK_FIRST));
        Map<CardTopic, CardFile> files = new EnumMap<>(CardTopic.class);
        for (CardTopic topic : topics) {
            CardFile file = CardFile.read(folder, language, topic);
            String path = folder.path(language + "/" + topic.code() + ".md");
            checkSummaries(path, folder.read(language + "/" + topic.code() + ".md"), file, phrases);
            file.overrideReasons().forEach(reason -> phrases.require("override." + reason));
            files.put(topic, file);
        }
        return new CardCatalogue(files, phrases, Sources.read(folder));
    }

    CardFile file(CardTopic topic) {
        return files.get(topic);
    }

    private static void checkSummaries(String path, String text, CardFile file, Phrases phrases) {
        Map<String, String> longest = Map.of(
                "finding", "x".repeat(Finding.longest(phrases)),
                "if", "x".repeat(longestIf(phrases)),
                "options", "x".repeat(LONGEST_LIST),
                "checks", "x".repeat(LONGEST_LIST));
        for (Template summary : file.summaries().values()) {
            int length = summary.fill(longest).length();
            if (length > LONGEST_SUMMARY) {
                throw new InvalidContentException(
                        path,
                        CardFile.line(text, summary.text()),
                        "a summary could reach " + length + " characters; at most " + LONGEST_SUMMARY + " are allowed");
            }
        }
    }

    private static int longestIf(Phrases phrases) {
        return Stream.of(Statement.values())
                .mapToInt(statement -> phrases.get("if." + statement.key()).length())
                .max()
                .orElseThrow();
    }

    private static Stream<String> requiredPhrases() {
        Stream<String> statements = Stream.of(Statement.values())
                .flatMap(statement -> Stream.of("statement." + statement.key(), "if." + statement.key()));
        Stream<String> reasons = Stream.of(Fact.Reason.values()).map(reason -> "reason." + reason.name());
        Stream<String> cautions = Stream.of(CautionId.values()).flatMap(id -> both("caution." + id.code()));
        Stream<String> missing = Stream.of(MissingId.values()).flatMap(id -> both("missing." + id.code()));
        Stream<String> unread = Stream.of(ChartPart.values()).flatMap(part -> both("unread." + part.key()));
        Stream<String> statuses = Stream.of(Status.values()).map(status -> "status." + status.code());
        return Stream.of(statements, reasons, cautions, missing, unread, statuses, FIXED_PHRASES.stream())
                .flatMap(keys -> keys);
    }

    private static Stream<String> both(String key) {
        return Stream.of(key + ".short", key + ".text");
    }
}
