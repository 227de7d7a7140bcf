package org.livercds.cards;

import static org.livercds.cards.Check.each;
import static org.livercds.cards.Check.never;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.livercds.clinical.patient.CountRange;
import org.livercds.clinical.patient.DiseaseKind;

/** The words of cards as they are written for a patient. */
final class WordChecks {

    static final int LONGEST_SUMMARY = 139;

    /** The topics that may name drugs. */
    static final Set<CardTopic> WITH_DRUGS =
            Set.of(CardTopic.SYSTEMIC_THERAPY, CardTopic.RECURRENCE, CardTopic.SYSTEMIC_THERAPY_FIRST);

    private static final Pattern SOURCE = Pattern.compile(
            "(?m)^Source: \\[[^\\]]+]\\(https://[^)]+\\), .*\\b20\\d\\d; (?:(?:MSK|NCI|NAV)-\\d+(?:, |\\.$))+$");
    private static final Pattern ADVISORY = Pattern.compile(
            "Advisory, for clinicians who treat adults; .*\\. Rules \\d+\\.\\d+\\.\\d+ \\(content [0-9a-f]{12}\\), evaluated \\d{1,2} [A-Z][a-z]{2} 20\\d\\d\\.$");
    private static final Pattern OF_THE_AI = Pattern.compile("\\bNAV-\\d+");

    static final List<Check> ALL = List.of(
            never(
                    "a summary fits",
                    answer -> answer.cards().stream()
                            .anyMatch(card ->
                                    card.summary().isBlank() || card.summary().length() > LONGEST_SUMMARY)),
            each(
                    "no words ask, oblige, dose, phone or promise",
                    answer -> answer.cards().stream()
                            .flatMap(card -> WordRules.wrong(card.summary() + "\n" + card.detail()).stream())),
            never(
                    "every card ends with its sources, dated and by sentence",
                    answer -> answer.cards().stream()
                            .anyMatch(card ->
                                    SOURCE.matcher(card.detail()).results().count() == 0
                                            || SOURCE.matcher(card.detail())
                                                            .results()
                                                            .count()
                                                    != card.detail().split("(?m)^Source: ", -1).length - 1)),
            never(
                    "every card ends with the advisory line",
                    answer -> answer.cards().stream()
                            .anyMatch(card -> !ADVISORY.matcher(card.detail()).find())),
            never(
                    "sentences of the AI-generated answer are called so on the card",
                    answer -> answer.cards().stream()
                            .anyMatch(card -> OF_THE_AI.matcher(card.detail()).find()
                                    && !card.detail().contains("AI-generated answer citing NCCN"))),
            each(
                    "only cards on drugs name drugs",
                    answer -> answer.cards().stream()
                            .filter(card -> WITH_DRUGS.stream().noneMatch(card::is))
                            .flatMap(card -> WordRules.drug(card.summary() + card.detail()).stream())),
            never(
                    "only a single hepatocellular carcinoma is told of 71 %",
                    answer -> answer.words().contains("71 %")
                            && (answer.chart().kind() != DiseaseKind.HEPATOCELLULAR_CARCINOMA
                                    || !answer.chart().lesions().count().equals(CountRange.exactly(1)))));

    private WordChecks() {}
}
