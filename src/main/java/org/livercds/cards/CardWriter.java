package org.livercds.cards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.livercds.clinical.Citation;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.Grounds;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.guideline.OrderReview;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.codes.ContentVersion;
import org.livercds.codes.OrderCodes;
import org.livercds.hooks.Action;
import org.livercds.hooks.Card;
import org.livercds.hooks.CardIds;
import org.livercds.hooks.Link;
import org.livercds.hooks.Source;
import org.livercds.hooks.Suggestion;

/** From advice to at most three CDS Hooks cards, each with its sources, its topic and an id of its own. */
public final class CardWriter {

    private static final int MOST = 3;

    private final CardCatalogue catalogue;
    private final String version;
    private final Map<SuggestedOrder, List<OrderCodes.Order>> orders = new EnumMap<>(SuggestedOrder.class);
    private final CardIds ids;
    private final Map<CardTopic, CardFrame> frames;
    private final Map<Citation.Document, Link> links = new EnumMap<>(Citation.Document.class);

    public CardWriter(CardCatalogue catalogue, OrderCodes orderCodes, CardIds ids, ContentVersion content) {
        this.catalogue = catalogue;
        this.version = catalogue.version(content);
        for (SuggestedOrder order : SuggestedOrder.values()) {
            orders.put(order, orderCodes.of(order.code(), catalogue.language().code()));
        }
        this.ids = ids;
        this.frames = CardFrame.all(catalogue);
        for (Citation.Document document : Citation.Document.values()) {
            Sources.Entry source = catalogue.sources().get(document);
            links.put(document, Link.absolute(source.label(), source.url()));
        }
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
        List<Written.Shown> shown = new ArrayList<>();
        List<String> heldBack = new ArrayList<>();
        for (CardText text : texts) {
            if (held && text.file().topic() != CardTopic.CHECK_FIRST) {
                heldBack.add(text.file().topic().code());
            } else if (text == texts.get(0)) {
                shown.add(shown(repeat.told(text), grounds.facts(), advice, chart, call));
            } else {
                shown.add(shown(text, Map.of(), advice, chart, call));
            }
        }
        return new Written(shown, heldBack);
    }

    /** One card for each order that the guideline does not plainly agree with. */
    public Written writeOrders(List<OrderReview> reviews, Advice advice, LiverChart chart, Call call) {
        OrderCards cards = new OrderCards(catalogue, chart);
        List<String> heldBack = new ArrayList<>();
        List<Written.Shown> shown = new ArrayList<>();
        for (OrderReview review : reviews) {
            CardText text = cards.text(review);
            Grounds grounds = Grounds.of(review, chart);
            Repeat repeat = repeat(text, grounds, chart, call);
            if (repeat.isOfTheSame() && !review.notMet().isEmpty()) {
                heldBack.add(text.file().topic().code());
            } else {
                shown.add(shown(repeat.told(text), grounds.facts(), advice, chart, call));
            }
        }
        return new Written(shown.subList(0, Math.min(shown.size(), MOST)), heldBack);
    }

    /** What a link to the picture of the chart is called. */
    public String pictureLabel() {
        return catalogue.phrases().get("link.picture");
    }

    /** What a link to the source attributes is called. */
    public String sourceAttributesLabel() {
        return catalogue.phrases().get("link.source-attributes");
    }

    private Repeat repeat(CardText text, Grounds grounds, LiverChart chart, Call call) {
        Optional<Map<String, String>> earlier = call.setAside().of(text.file().topic());
        return new Repeat(
                grounds, earlier, new GroundWords(catalogue, new ChartWords(catalogue.phrases(), chart.asOf())));
    }

    private Written.Shown shown(CardText text, Map<String, String> facts, Advice advice, LiverChart chart, Call call) {
        return new Written.Shown(card(text, advice, chart, call), facts);
    }

    private Card card(CardText text, Advice advice, LiverChart chart, Call call) {
        Map<Citation.Document, List<Citation>> sources = byDocument(text.cited(), advice);
        List<String> detail = new ArrayList<>(List.of(text.body()));
        List<Link> to = new ArrayList<>();
        sources.forEach((document, citations) -> {
            detail.add(sourceLine(document, citations));
            to.add(links.get(document));
        });
        detail.add(advisory(chart.asOf()));
        CardFrame frame = frames.get(text.file().topic());
        return new Card(
                id(call, frame.topic(), 0, chart.asOf()),
                text.summary(),
                String.join("\n\n", detail),
                text.indicator(),
                new Source(to.get(0).label(), to.get(0).url(), frame.coding()),
                suggestions(text.orders(), frame.topic(), chart.asOf(), call),
                frame.overrideReasons(),
                to);
    }

    /** A card that quotes nothing stands under the source of the advice that it belongs to. */
    private static Map<Citation.Document, List<Citation>> byDocument(Collection<Citation> cited, Advice advice) {
        Collection<Citation> citations =
                cited.isEmpty() ? advice.recommendations().get(0).citations() : cited;
        Map<Citation.Document, List<Citation>> sources = new LinkedHashMap<>();
        for (Citation citation : citations) {
            sources.computeIfAbsent(citation.document(), any -> new ArrayList<>())
                    .add(citation);
        }
        return sources;
    }

    private List<Suggestion> suggestions(
            List<SuggestedOrders.Draft> drafts, CardTopic topic, LocalDate asOf, Call call) {
        List<Suggestion> suggestions = new ArrayList<>(drafts.size());
        for (SuggestedOrders.Draft draft : drafts) {
            suggestions.add(suggestion(draft, topic, asOf, call));
        }
        return suggestions;
    }

    private Suggestion suggestion(SuggestedOrders.Draft draft, CardTopic topic, LocalDate asOf, Call call) {
        String key = "order." + draft.order().code();
        Phrases phrases = catalogue.phrases();
        String name = phrases.get(key + ".name");
        String note = phrases.fill(key + ".note", "options", draft.about());
        DraftRequest request =
                new DraftRequest(call.patientId(), orders.get(draft.order()), name, note.strip(), draft.because());
        String id = id(call, topic, 1 + draft.order().ordinal(), asOf);
        Action create = Action.create(phrases.fill("line.order", "name", name), request.resource());
        return new Suggestion(name, id, List.of(create));
    }

    /** @param part 0 for the card, else the number of its suggestion */
    private String id(Call call, CardTopic topic, int part, LocalDate asOf) {
        CardIds.Meaning meaning =
                new CardIds.Meaning(call.service(), topic.ordinal(), part, LiverCancerGuideline.VERSION_NUMBER, asOf);
        return ids.issue(meaning).toString();
    }

    private String sourceLine(Citation.Document document, List<Citation> citations) {
        Sources.Entry source = catalogue.sources().get(document);
        StringJoiner quoted = new StringJoiner(", ");
        for (Citation citation : citations) {
            quoted.add(citation.id());
        }
        return catalogue
                .phrases()
                .fill(
                        "heading.sources",
                        "label",
                        source.label(),
                        "url",
                        source.url(),
                        "date",
                        source.date(),
                        "ids",
                        quoted.toString());
    }

    private String advisory(LocalDate asOf) {
        Phrases phrases = catalogue.phrases();
        return phrases.fill(
                "heading.advisory", "review", phrases.review(), "version", version, "date", phrases.day(asOf));
    }
}
