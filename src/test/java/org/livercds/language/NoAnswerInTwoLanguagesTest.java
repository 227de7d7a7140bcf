package org.livercds.language;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.cards.Call;
import org.livercds.cards.CardWriter;
import org.livercds.cards.CardWriters;
import org.livercds.cards.ReadingNote;
import org.livercds.cards.SetAside;
import org.livercds.cards.ShippedCards;
import org.livercds.cards.Written;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.CautionId;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.guideline.MissingId;
import org.livercds.clinical.guideline.OrderReview;
import org.livercds.clinical.guideline.OrderReviews;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.clinical.patient.Person;
import org.livercds.clinical.patient.Problem;
import org.livercds.clinical.patient.Treatment;
import org.livercds.codes.ContentVersion;
import org.livercds.hooks.Card;
import org.livercds.hooks.Language;
import org.livercds.hooks.WireJson;
import org.livercds.service.DemoRequests;
import org.livercds.service.PlainServices;
import org.livercds.vignettes.WorkedCases;

/**
 * Every worked case, every order about it, every example on every hook, and what has changed since a card was set aside:
 * an answer is all in one language, and what it rests on is the same in the other.
 */
class NoAnswerInTwoLanguagesTest {

    private static final CardWriters WRITERS = ShippedCards.writers();
    private static final Map<Language, Vocabulary> VOCABULARIES = Vocabulary.all();
    private static final List<Map<Language, List<Card>>> ANSWERS = new ArrayList<>();
    private static final Set<CautionId> CAUTIONS = EnumSet.noneOf(CautionId.class);
    private static final Set<MissingId> MISSING = EnumSet.noneOf(MissingId.class);

    private static final Pattern DAY = Pattern.compile("\\d{1,2} \\p{L}{3,4} 20\\d\\d");
    private static final Pattern SPANISH_DAY =
            Pattern.compile("\\d{1,2} (?:ene|feb|mar|abr|may|jun|jul|ago|sept|oct|nov|dic) 20\\d\\d");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+|\\(\\d\\.\\d\\)");
    /** Entries that no reader has read have no words. */
    private static final Pattern OF_NO_CHART =
            Pattern.compile("problem value|lesion value|lesión value|\\bby value|con value");

    private static final int LONGEST_SUMMARY = 139;

    /** What can be ordered has a card. */
    private static final Set<String> ORDERED = ShippedCards.topics();

    @BeforeAll
    static void ask() {
        SetAside before = SetAside.NOTHING;
        for (LiverChart chart : charts().toList()) {
            Advice advice = LiverCancerGuideline.advise(chart);
            advice.cautions().forEach(caution -> CAUTIONS.add(caution.id()));
            advice.missing().forEach(missing -> MISSING.add(missing.id()));
            Written first = written(Language.EN, advice, chart, SetAside.NOTHING);
            SetAside other = before;
            both(language -> written(language, advice, chart, SetAside.NOTHING).cards());
            both(language ->
                    written(language, advice, chart, retold(first, other)).cards());
            both(language -> orders(language, advice, chart));
            before = first.shown().isEmpty() ? before : after(first);
        }
        for (String name : DemoRequests.NAMES) {
            ObjectNode view = PlainServices.REQUESTS.today(name).orElseThrow();
            both(language -> PlainServices.answer("patient-view", WireJson.write(view), language)
                    .cards());
            both(language -> PlainServices.answer("patient-view", WireJson.write(lessOf(view)), language)
                    .cards());
            for (String hook : List.of("order-select", "order-sign")) {
                ObjectNode order =
                        PlainServices.REQUESTS.ordering(name, "ablation", hook).orElseThrow();
                both(language -> PlainServices.answer(hook, WireJson.write(order), language)
                        .cards());
            }
        }
    }

    @Test
    void everything_that_can_be_said_of_a_chart_is_said() {
        assertEquals(EnumSet.allOf(CautionId.class), CAUTIONS);
        assertEquals(EnumSet.allOf(MissingId.class), MISSING);
        Set<Object> topics =
                cards(Language.ES).map(card -> card.source().topic().code()).collect(toSet());
        assertTrue(topics.size() >= 21, topics.toString());
        assertTrue(cards(Language.ES).anyMatch(card -> card.detail().startsWith("**Cambios desde que")));
    }

    @ParameterizedTest
    @EnumSource
    void no_word_is_of_the_other_language(Language language) {
        Vocabulary ours = VOCABULARIES.get(language);
        Set<String> strange = new TreeSet<>();
        cards(language)
                .flatMap(card -> new AnswerTexts(card).texts().stream())
                .flatMap(String::lines)
                .map(line -> line.replace(ContentVersion.released().hash(), ""))
                .distinct()
                .filter(line -> !OF_NO_CHART.matcher(line).find())
                .forEach(line -> ours.strange(line).forEach(word -> strange.add(word + " in: " + line)));
        assertEquals(Set.of(), strange);
    }

    @ParameterizedTest
    @EnumSource
    void sources_are_labelled_in_the_language(Language language) {
        assertEquals(
                Set.of(),
                cards(language)
                        .flatMap(card -> new AnswerTexts(card).labels().stream())
                        .filter(label -> !Texts.ofSources(language).contains(label))
                        .collect(toSet()));
    }

    @Test
    void what_cards_rest_on_is_the_same_in_both() {
        for (Map<Language, List<Card>> answer : ANSWERS) {
            assertEquals(facts(answer.get(Language.EN)), facts(answer.get(Language.ES)));
        }
    }

    @Test
    void numbers_and_days_have_the_form_of_the_language() {
        List<String> texts = cards(Language.ES)
                .flatMap(card -> new AnswerTexts(card).texts().stream())
                .map(text -> VERSION.matcher(text).replaceAll(""))
                .toList();
        assertTrue(texts.stream().anyMatch(text -> text.contains("2,9 cm (5 nov 2026)")));
        assertEquals(
                List.of(),
                texts.stream().filter(text -> text.matches("(?s).*\\d\\.\\d.*")).toList());
        texts.forEach(text -> assertEquals(
                DAY.matcher(text).results().count(),
                SPANISH_DAY.matcher(text).results().count(),
                text));
    }

    @Test
    void a_summary_fits_and_each_card_says_that_nobody_has_reviewed_its_words() {
        cards(Language.ES).forEach(card -> {
            assertTrue(card.summary().length() <= LONGEST_SUMMARY, card.summary());
            assertTrue(
                    card.detail()
                            .contains("Ningún médico ha revisado todavía este contenido ni su traducción al español."),
                    card.detail());
            assertEquals(card.detail().contains("NAV-"), card.detail().contains("generada por IA"), card.detail());
        });
    }

    /** Those of the worked cases, and what none of them has. */
    private static Stream<LiverChart> charts() {
        return Stream.concat(
                WorkedCases.charts(),
                Stream.of(
                        patientWith(Problem.Kind.LIVER_CANCER_HISTORY)
                                .lesion("a", mm("12"))
                                .count(1)
                                .chart(),
                        patientWith(Problem.Kind.HEPATOCELLULAR_CARCINOMA)
                                .lesion("a", mm("29.5"))
                                .count(1)
                                .person(Person.unknown())
                                .childPugh(ChildPugh.C)
                                .treated(Treatment.Kind.ABLATION, Optional.empty(), Treatment.Target.wholeLiver())
                                .chart()));
    }

    private static void both(Function<Language, List<Card>> answer) {
        ANSWERS.add(Map.of(Language.EN, answer.apply(Language.EN), Language.ES, answer.apply(Language.ES)));
    }

    private static Stream<Card> cards(Language language) {
        return ANSWERS.stream().flatMap(answer -> answer.get(language).stream());
    }

    private static List<List<Object>> facts(List<Card> cards) {
        return cards.stream().map(card -> new AnswerTexts(card).facts()).toList();
    }

    private static Written written(Language language, Advice advice, LiverChart chart, SetAside setAside) {
        return WRITERS.in(language).write(advice, chart, EnumSet.allOf(ReadingNote.class), new Call(0, "p1", setAside));
    }

    private static List<Card> orders(Language language, Advice advice, LiverChart chart) {
        CardWriter writer = WRITERS.in(language);
        Call call = new Call(1, "p1", SetAside.NOTHING);
        return Stream.of(RecommendationId.values())
                .filter(ordered -> ORDERED.contains(ordered.topic() + "Order"))
                .flatMap(ordered -> OrderReviews.of(ordered, chart, advice).stream())
                .flatMap((OrderReview review) ->
                        writer.writeOrders(List.of(review), advice, chart, call).cards().stream())
                .toList();
    }

    /** The facts of another chart, under whatever topic. */
    private static SetAside after(Written written) {
        return new SetAside(Map.of("", written.shown().get(0).facts()));
    }

    /** As if they had been those behind the card that leads. */
    private static SetAside retold(Written written, SetAside other) {
        return written.shown().isEmpty() || other.facts().isEmpty()
                ? SetAside.NOTHING
                : new SetAside(Map.of(
                        written.cards().get(0).source().topic().code(),
                        other.facts().get("")));
    }

    /** So that parts of the chart are not read. */
    private static ObjectNode lessOf(ObjectNode request) {
        ObjectNode less = request.deepCopy();
        ((ObjectNode) less.path("prefetch")).retain("patient", "conditions", "observations");
        return less;
    }
}
