package org.livercds.cards;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.CautionId;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.guideline.MissingId;
import org.livercds.clinical.guideline.Recommendation;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.guideline.Status;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.codes.ContentFolder;
import org.livercds.hooks.Card;
import org.livercds.hooks.Language;

/**
 * One whole answer: a chart, what the guideline says about it, and the cards that say it.
 *
 * @param name of the chart, for messages
 */
public record Answer(String name, LiverChart chart, Advice advice, List<Shown> cards) {

    private static final Pattern SUPPOSED = Pattern.compile("\\*\\*What would change this\\*\\*\n\n(?:- .*\n)+");

    static final CardCatalogue CATALOGUE =
            CardCatalogue.read(ContentFolder.inJar("cds-cards"), Language.EN, LiverCancerGuideline.recommendations());
    private static final CardWriter WRITER = ShippedCards.writer();

    /** What a clinician sees of a card. */
    public record Shown(String topic, String summary, String detail, String indicator) {

        static Shown of(Card card) {
            return new Shown(card.source().topic().code(), card.summary(), card.detail(), card.indicator());
        }

        boolean is(CardTopic other) {
            return topic.equals(other.code());
        }

        /** Without what stands below every card, sources and advisory, and without what is only supposed. */
        String body() {
            int footer = detail.indexOf("\n\nSource: [");
            String whole = footer < 0 ? detail : detail.substring(0, footer);
            return SUPPOSED.matcher(whole + "\n").replaceAll("").strip();
        }

        Stream<String> lines() {
            return body().lines().filter(line -> !line.isBlank());
        }
    }

    /** A statement with its sign in a list of criteria. */
    record Line(Statement statement, Truth truth, String text) {}

    public static Answer about(String name, LiverChart chart) {
        Advice advice = LiverCancerGuideline.advise(chart);
        List<Card> cards = WRITER.write(advice, chart, Set.of(), new Call(0, "p1", SetAside.NOTHING))
                .cards();
        CardRules.check(cards);
        return new Answer(name, chart, advice, cards.stream().map(Shown::of).toList());
    }

    Answer with(Advice other) {
        return new Answer(name, chart, other, cards);
    }

    Answer with(List<Shown> other) {
        return new Answer(name, chart, advice, other);
    }

    /** The same with one card changed. */
    Answer with(int card, UnaryOperator<Shown> change) {
        List<Shown> changed = new ArrayList<>(cards);
        changed.set(card, change.apply(cards.get(card)));
        return with(changed);
    }

    boolean isSilent() {
        return cards.isEmpty();
    }

    Optional<Shown> card(CardTopic topic) {
        return cards.stream().filter(card -> card.is(topic)).findFirst();
    }

    /** All words of all cards. */
    String words() {
        return cards.stream().map(card -> card.summary() + "\n" + card.detail()).collect(joining("\n"));
    }

    public Set<RecommendationId> offered() {
        return advice.recommendations().stream().map(Recommendation::id).collect(toSet());
    }

    public Optional<Status> status(RecommendationId id) {
        return offer(id).map(Recommendation::status);
    }

    public Optional<Recommendation> offer(RecommendationId id) {
        return advice.recommendations().stream().filter(one -> one.id() == id).findFirst();
    }

    boolean withholds(RecommendationId id) {
        return advice.withheld().stream().anyMatch(withheld -> withheld.id() == id);
    }

    boolean cautions(CautionId id) {
        return advice.cautions().stream().anyMatch(caution -> caution.id() == id);
    }

    boolean asks(MissingId id) {
        return advice.missing().stream().anyMatch(asked -> asked.id() == id);
    }

    /** The lists of criteria, as they stand on the cards. */
    Stream<Line> lines() {
        return cards.stream().flatMap(Shown::lines).flatMap(line -> Told.of(line).stream());
    }

    /** What any offer rests on. */
    Stream<Assessment> because() {
        return advice.recommendations().stream().flatMap(one -> one.because().stream());
    }

    /** What keeps an offer from being firmer. */
    Stream<Assessment> open() {
        return advice.recommendations().stream().flatMap(one -> one.open().stream());
    }

    Stream<Assessment> obstacles() {
        return advice.withheld().stream().flatMap(withheld -> withheld.obstacles().stream());
    }

    /** The truths that the answer gives to a statement, those of obstacles aside: there doubt is a no. */
    Set<Truth> truths(Statement statement) {
        return Stream.concat(because(), open())
                .filter(assessment -> assessment.statement() == statement)
                .map(Assessment::truth)
                .collect(toSet());
    }

    boolean says(Statement statement, Truth truth) {
        return truths(statement).contains(truth);
    }

    @Override
    public String toString() {
        return name
                + cards.stream()
                        .map(card -> "\n[" + card.topic() + ", " + card.indicator() + "] " + card.summary() + "\n"
                                + card.body())
                        .collect(joining());
    }
}
