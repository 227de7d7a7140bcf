package org.livercds.cards;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.livercds.clinical.Citation;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.Grounds;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.guideline.OrderReview;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.codes.OrderCodes;
import org.livercds.hooks.Action;
import org.livercds.hooks.Card;
import org.livercds.hooks.CardIds;
import org.livercds.hooks.Coding;
import org.livercds.hooks.Link;
import org.livercds.hooks.Source;
import org.livercds.hooks.Suggestion;

/** From advice to at most three CDS Hooks cards, each with its sources, its topic and an id of its own. */
public final class CardWriter {

    private static final String TOPICS = "https://livercds.org/fhir/CodeSystem/card-topic";
    private static final String OVERRIDE_REASONS = "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes";

    private static final int MOST = 3;

    private final CardCatalogue catalogue;
    private final OrderCodes orderCodes;
    private final CardIds ids;

    public CardWriter(CardCatalogue catalogue, OrderCodes orderCodes, CardIds ids) {
        this.catalogue = catalogue;
        this.orderCodes = orderCodes;
        Stream.of(SuggestedOrder.values()).map(SuggestedOrder::code).forEach(orderCodes::of);
        this.ids = ids;
    }

    /** What advice stays the same after its reader has set it aside is held back; what is to be checked first never. */
    public Written write(Advice advice, LiverChart chart, Set<ReadingNote> notes, Call call) {
        PatientCards cards = new PatientCards(catalogue, advice, chart, notes);
        List<CardText> texts = cards.texts();
        if (texts.isEmpty()) {
            return new Written(List.of(), List.of());
        }
        Grounds grounds = Grounds.of(advice, chart);
        Repeat repeat = repeat(texts.get(0), grounds, chart, call);
        boolean held = repeat.isOfTheSame() && !cards.isReferral();
        List<CardText> told = texts.stream()
                .filter(text -> !held || text.file().topic() == CardTopic.CHECK_FIRST)
                .toList();
        List<Written.Shown> shown = told.stream()
                .map(text -> text == texts.get(0)
                        ? shown(repeat.told(text), grounds.facts(), advice, chart, call)
                        : shown(text, Map.of(), advice, chart, call))
                .toList();
        return new Written(shown, topics(texts.stream().filter(text -> !told.contains(text))));
    }

    /** One card for each order that the guideline does not plainly agree with. */
    public Written writeOrders(List<OrderReview> reviews, Advice advice, LiverChart chart, Call call) {
        OrderCards cards = new OrderCards(catalogue, chart);
        List<CardText> heldBack = new ArrayList<>();
        List<Written.Shown> shown = new ArrayList<>();
        for (OrderReview review : reviews) {
            CardText text = cards.text(review);
            Grounds grounds = Grounds.of(review, chart);
            Repeat repeat = repeat(text, grounds, chart, call);
            if (repeat.isOfTheSame() && !review.notMet().isEmpty()) {
                heldBack.add(text);
            } else {
                shown.add(shown(repeat.told(text), grounds.facts(), advice, chart, call));
            }
        }
        return new Written(shown.stream().limit(MOST).toList(), topics(heldBack.stream()));
    }

    private Repeat repeat(CardText text, Grounds grounds, LiverChart chart, Call call) {
        Optional<Map<String, String>> earlier = call.setAside().of(text.file().topic());
        return new Repeat(
                grounds, earlier, new GroundWords(catalogue, new ChartWords(catalogue.phrases(), chart.asOf())));
    }

    private static List<String> topics(Stream<CardText> texts) {
        return texts.map(text -> text.file().topic().code()).toList();
    }

    private Written.Shown shown(CardText text, Map<String, String> facts, Advice advice, LiverChart chart, Call call) {
        return new Written.Shown(card(text, advice, chart, call), facts);
    }

    private Card card(CardText text, Advice advice, LiverChart chart, Call call) {
        Map<Citation.Document, List<Citation>> sources = byDocument(text.cited(), advice);
        Sources.Entry first = source(sources.keySet().iterator().next());
        String footer = sources.entrySet().stream()
                .map(entry -> sourceLine(entry.getKey(), entry.getValue()))
                .collect(joining("\n\n"));
        List<Link> links = sources.keySet().stream()
                .map(this::source)
                .map(source -> Link.absolute(source.label(), source.url()))
                .toList();
        CardTopic topic = text.file().topic();
        Coding coding = new Coding(TOPICS, topic.code(), text.file().name());
        return new Card(
                id(call, topic, 0, chart.asOf()),
                text.summary(),
                text.body() + "\n\n" + footer + "\n\n" + advisory(chart.asOf()),
                text.indicator(),
                new Source(first.label(), first.url(), coding),
                text.orders().stream()
                        .map(draft -> suggestion(draft, topic, chart.asOf(), call))
                        .toList(),
                reasons(text.file()),
                links);
    }

    /** A card that quotes nothing stands under the source of the advice that it belongs to. */
    private static Map<Citation.Document, List<Citation>> byDocument(List<Citation> cited, Advice advice) {
        List<Citation> citations =
                cited.isEmpty() ? advice.recommendations().get(0).citations() : cited;
        Map<Citation.Document, List<Citation>> sources = new LinkedHashMap<>();
        citations.forEach(citation -> sources.computeIfAbsent(citation.document(), any -> new ArrayList<>())
                .add(citation));
        return sources;
    }

    private Suggestion suggestion(SuggestedOrders.Draft draft, CardTopic topic, LocalDate asOf, Call call) {
        String key = "order." + draft.order().code();
        Phrases phrases = catalogue.phrases();
        String name = phrases.get(key + ".name");
        String note = phrases.get(key + ".note", Map.of("options", draft.about()));
        DraftRequest request = new DraftRequest(
                call.patientId(), orderCodes.of(draft.order().code()), name, note.strip(), draft.because());
        String id = id(call, topic, 1 + draft.order().ordinal(), asOf);
        Action create = Action.create(phrases.get("line.order", Map.of("name", name)), request.resource());
        return new Suggestion(name, id, List.of(create));
    }

    /** @param part 0 for the card, else the number of its suggestion */
    private String id(Call call, CardTopic topic, int part, LocalDate asOf) {
        CardIds.Meaning meaning =
                new CardIds.Meaning(call.service(), topic.ordinal(), part, LiverCancerGuideline.VERSION_NUMBER, asOf);
        return ids.issue(meaning).toString();
    }

    private List<Coding> reasons(CardFile file) {
        return file.overrideReasons().stream()
                .map(code ->
                        new Coding(OVERRIDE_REASONS, code, catalogue.phrases().get("override." + code)))
                .toList();
    }

    private String sourceLine(Citation.Document document, List<Citation> citations) {
        Sources.Entry source = source(document);
        return catalogue
                .phrases()
                .get(
                        "heading.sources",
                        Map.of(
                                "label", source.label(),
                                "url", source.url(),
                                "date", source.date(),
                                "ids", citations.stream().map(Citation::id).collect(joining(", "))));
    }

    private Sources.Entry source(Citation.Document document) {
        return catalogue.sources().get(document);
    }

    private String advisory(LocalDate asOf) {
        Map<String, String> values = Map.of(
                "version", LiverCancerGuideline.VERSION, "date", new ChartWords(catalogue.phrases(), asOf).date(asOf));
        return catalogue.phrases().get("heading.advisory", values);
    }
}
