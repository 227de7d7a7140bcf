package org.livercds.service;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.livercds.cards.CardTopic;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.guideline.MissingId;
import org.livercds.clinical.guideline.Silence;
import org.livercds.fhir.KeySource;
import org.livercds.fhir.KeyState;
import org.livercds.fhir.PrefetchKey;
import org.livercds.hooks.FeedbackItem.Outcome;

/** The values that labels of metrics usually have: those that stand at 0 from the start. */
final class Labels {

    private static final String INFO = "info";
    private static final String WARNING = "warning";

    private Labels() {}

    static Stream<List<String>> cards(ServiceRegistry services) {
        return services.all().stream()
                .flatMap(service -> (service instanceof OrderService ? ofOrders() : ofCharts())
                        .map(card -> List.of(service.id(), card.get(0), card.get(1))));
    }

    private static Stream<List<String>> ofCharts() {
        Stream<List<String>> leading = recommended();
        Stream<List<String>> beside = Stream.of(
                List.of(CardTopic.OTHER_OPTIONS.code(), INFO),
                List.of(CardTopic.CHECK_FIRST.code(), INFO),
                List.of(CardTopic.CHECK_FIRST.code(), WARNING));
        return Stream.concat(leading, beside);
    }

    private static Stream<List<String>> ofOrders() {
        return Arrays.stream(CardTopic.values())
                .filter(CardTopic::isOfOrder)
                .map(topic -> List.of(topic.code(), WARNING));
    }

    private static Stream<List<String>> recommended() {
        return LiverCancerGuideline.recommendations().entrySet().stream()
                .flatMap(rule -> rule.getValue().stream()
                        .map(status -> List.of(rule.getKey().topic(), status.code())));
    }

    static Stream<List<String>> noCards(ServiceRegistry services) {
        List<String> reasons = Stream.concat(
                        Arrays.stream(Silence.values()).map(Silence::code),
                        Stream.of(
                                Evaluations.NOT_A_CLINICIAN,
                                Evaluations.NO_RELEVANT_ORDER,
                                AnswerMeasures.HELD_BACK,
                                AnswerMeasures.INCOMPLETE,
                                AnswerMeasures.NOTHING_TO_SAY))
                .toList();
        return services.all().stream()
                .flatMap(service -> reasons.stream().map(reason -> List.of(service.id(), reason)));
    }

    static Stream<List<String>> rules() {
        Stream<List<String>> withheld = LiverCancerGuideline.recommendations().keySet().stream()
                .map(rule -> List.of(rule.topic(), AnswerMeasures.WITHHELD));
        return Stream.concat(recommended(), withheld);
    }

    static Stream<List<String>> missing() {
        return Arrays.stream(MissingId.values()).map(datum -> List.of(datum.code()));
    }

    static Stream<List<String>> prefetch() {
        return Arrays.stream(PrefetchKey.values())
                .flatMap(key -> Arrays.stream(KeySource.values())
                        .flatMap(source -> states(source)
                                .map(state ->
                                        List.of(key.key(), source.name().toLowerCase(Locale.ROOT), state.name()))));
    }

    /** What a server gives is never NULL; what nobody gave is nothing else than ABSENT. */
    private static Stream<KeyState> states(KeySource source) {
        return Arrays.stream(KeyState.values()).filter(state -> switch (source) {
            case PREFETCH -> state != KeyState.ABSENT;
            case FETCHED -> state != KeyState.ABSENT && state != KeyState.NULL;
            case ABSENT -> state == KeyState.ABSENT;
        });
    }

    static Stream<List<String>> outcomes() {
        return Arrays.stream(CardTopic.values())
                .flatMap(
                        topic -> Arrays.stream(Outcome.values()).map(outcome -> List.of(topic.code(), outcome.code())));
    }
}
