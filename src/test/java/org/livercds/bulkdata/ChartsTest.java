package org.livercds.bulkdata;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.livercds.cards.CardTopic;
import org.livercds.clinical.guideline.CautionId;
import org.livercds.clinical.guideline.MissingId;
import org.livercds.hooks.Evaluation;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.Language;
import org.livercds.hooks.WireJson;
import org.livercds.service.Standalone;

/** What the service says about the patients of an export: everything that it can say occurs. */
class ChartsTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);
    private static final int PATIENTS = 3_000;

    private static List<HookResponse> answers;

    @BeforeAll
    static void evaluate() {
        Charts charts = new Charts(new Population(1, AS_OF));
        try (Standalone services = new Standalone(Map.of(), Optional.empty(), Optional.of(AS_OF))) {
            answers = IntStream.range(0, PATIENTS)
                    .filter(number -> isSick(charts.population().person(number)) || number < 100)
                    .mapToObj(charts::bundle)
                    .map(bundle ->
                            services.answer(WireJson.readRequest(WireJson.write(services.about(bundle))), Language.EN))
                    .toList();
        }
    }

    private static boolean isSick(Person person) {
        return person.group() != Group.NO_LIVER_DISEASE;
    }

    @Test
    void no_chart_has_an_entry_that_cannot_be_used() {
        List<Evaluation.KeyReport> doubtful = evaluations()
                .flatMap(evaluation -> evaluation.data().stream())
                .filter(key ->
                        key.skipped() > 0 || !Set.of("DATA", "EMPTY", "NULL").contains(key.state()))
                .toList();
        assertEquals(List.of(), doubtful);
    }

    @Test
    void every_topic_of_a_card_occurs() {
        Set<String> found = answers.stream()
                .flatMap(answer -> answer.cards().stream())
                .map(card -> card.source().topic().code())
                .collect(toSet());
        evaluations()
                .flatMap(evaluation -> evaluation.recommendations().stream())
                .map(Evaluation.Offer::topic)
                .forEach(found::add);
        Set<String> wanted = Stream.of(CardTopic.values())
                .filter(topic -> !topic.isOfOrder())
                .map(CardTopic::code)
                .collect(toCollection(TreeSet::new));
        assertEquals(wanted, new TreeSet<>(found));
    }

    @Test
    void every_caution_occurs() {
        assertAllFound(Stream.of(CautionId.values()).map(CautionId::code), Evaluation::cautions);
    }

    @Test
    void every_missing_datum_occurs() {
        assertAllFound(Stream.of(MissingId.values()).map(MissingId::code), Evaluation::missing);
    }

    @Test
    void every_kind_of_disease_and_every_reason_for_silence_occurs() {
        assertTrue(
                kinds().containsAll(Set.of(
                        "hepatocellularCarcinoma",
                        "primaryLiverCancer",
                        "liverMetastases",
                        "unspecified",
                        "cholangiocarcinoma",
                        "sarcoma",
                        "pediatric",
                        "suspected",
                        "otherCancerWithLiverLesion",
                        "history",
                        "atRisk",
                        "conflict",
                        "none")),
                kinds().toString());
        Set<String> reasons =
                evaluations().map(Evaluation::reason).map(String::valueOf).collect(toSet());
        assertTrue(
                reasons.containsAll(Set.of("noLiverDisease", "benignOnly", "deceased", "historyOnly")),
                reasons.toString());
    }

    private static Set<String> kinds() {
        return evaluations()
                .map(Evaluation::diseaseKind)
                .map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertAllFound(Stream<String> wanted, Function<Evaluation, List<String>> told) {
        Set<String> found =
                evaluations().flatMap(one -> told.apply(one).stream()).collect(toCollection(TreeSet::new));
        assertEquals(wanted.collect(toCollection(TreeSet::new)), found);
    }

    private static Stream<Evaluation> evaluations() {
        return answers.stream().map(answer -> answer.extension().evaluation());
    }
}
