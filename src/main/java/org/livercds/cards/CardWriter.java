package org.livercds.cards;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.livercds.clinical.Citation;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.CautionId;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.guideline.Recommendation;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.guideline.Status;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.hooks.Card;
import org.livercds.hooks.CardIds;
import org.livercds.hooks.Coding;
import org.livercds.hooks.Link;
import org.livercds.hooks.Source;

/** From advice to at most three cards: the leading recommendation, the other options, what to check first. */
public final class CardWriter {

    private static final String TOPICS = "https://livercds.org/fhir/CodeSystem/card-topic";
    private static final String OVERRIDE_REASONS = "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes";
    private static final Set<CautionId> CARRIED_BY_THE_CARD = Set.of(CautionId.PEDIATRIC, CautionId.OUT_OF_SCOPE);

    private final CardCatalogue catalogue;
    private final CardIds ids;
    private final int service;
    private final Phrases phrases;
    private final ChartWords words;
    private final AssessmentWords assessments;
    private final CheckFirstText checkFirst;

    /** @param service number of the service, for the ids of its cards */
    public CardWriter(CardCatalogue catalogue, CardIds ids, int service) {
        this.catalogue = catalogue;
        this.ids = ids;
        this.service = service;
        this.phrases = catalogue.phrases();
        this.words = new ChartWords(phrases);
        this.assessments = new AssessmentWords(words);
        this.checkFirst = new CheckFirstText(words, assessments);
    }

    public List<Card> write(Advice advice, LiverChart chart) {
        if (advice.recommendations().isEmpty()) {
            return List.of();
        }
        Recommendation leading = advice.recommendations().get(0);
        List<Recommendation> others =
                advice.recommendations().subList(1, advice.recommendations().size());
        List<Card> cards = new ArrayList<>(List.of(primary(leading, advice, chart)));
        if (!others.isEmpty()) {
            cards.add(otherOptions(others, chart));
        }
        CheckFirstText.Checks checks = checkFirst.of(advice, chart);
        if (!checks.isEmpty() && !isReferral(advice)) {
            cards.add(checkFirst(checks, leading, chart));
        }
        return cards;
    }

    private Card primary(Recommendation leading, Advice advice, LiverChart chart) {
        CardFile file = catalogue.file(CardTopic.of(leading.id()));
        Map<String, String> values = Map.of(
                "finding", new Finding(words).of(chart.lesions()),
                "status", phrases.get("status." + leading.status().code()),
                "kindnote", kindNote(leading, chart),
                "if", condition(leading),
                "criteria", assessments.lines(leading.because()),
                "open", assessments.open(leading.open()),
                "cautions", isReferral(advice) ? checkFirst.cautions(advice.cautions()) : "");
        String summary = file.summary(variants(leading, advice, chart)).fill(values);
        return card(file, summary, "info", file.body().fill(values), leading.citations(), chart);
    }

    /** Which words fit best; the status always has some. */
    private static Stream<String> variants(Recommendation leading, Advice advice, LiverChart chart) {
        Stream<String> special = Stream.empty();
        if (leading.id() == RecommendationId.MULTIDISCIPLINARY_REVIEW) {
            Stream<String> cautions = advice.cautions().stream()
                    .map(caution -> caution.id())
                    .filter(id -> CARRIED_BY_THE_CARD.contains(id) || id == CautionId.PREGNANT)
                    .map(CautionId::code);
            boolean unmeasured = advice.recommendations().size() > 1;
            special = Stream.concat(cautions, unmeasured ? Stream.of("unmeasured") : Stream.empty());
        } else if (chart.kind() == DiseaseKind.UNSPECIFIED) {
            special = Stream.of("unspecified");
        }
        return Stream.concat(special, Stream.of(leading.status().code()));
    }

    private Card otherOptions(List<Recommendation> others, LiverChart chart) {
        CardFile file = catalogue.file(CardTopic.OTHER_OPTIONS);
        String names = SummaryList.of(others.stream().map(this::name).toList(), phrases);
        String summary = file.summary(Stream.of(Status.INFO.code())).fill(Map.of("options", names));
        String body = file.body()
                .fill(Map.of("options", others.stream().map(this::option).collect(joining("\n"))));
        List<Citation> citations = others.stream()
                .flatMap(other -> other.citations().stream())
                .distinct()
                .toList();
        return card(file, summary, "info", body, citations, chart);
    }

    private Card checkFirst(CheckFirstText.Checks checks, Recommendation leading, LiverChart chart) {
        CardFile file = catalogue.file(CardTopic.CHECK_FIRST);
        String summary = file.summary(Stream.of(Status.INFO.code()))
                .fill(Map.of("checks", SummaryList.of(checks.shorts(), phrases)));
        String indicator = checks.warns() ? "warning" : "info";
        return card(file, summary, indicator, file.body().fill(checks.sections()), leading.citations(), chart);
    }

    private Card card(
            CardFile file, String summary, String indicator, String body, List<Citation> citations, LiverChart chart) {
        Map<Citation.Document, List<Citation>> byDocument = new LinkedHashMap<>();
        citations.forEach(citation -> byDocument
                .computeIfAbsent(citation.document(), any -> new ArrayList<>())
                .add(citation));
        Sources.Entry first = catalogue.sources().get(citations.get(0).document());
        String footer = byDocument.entrySet().stream()
                .map(entry -> sourceLine(entry.getKey(), entry.getValue()))
                .collect(joining("\n\n"));
        List<Link> links = byDocument.keySet().stream()
                .map(document -> catalogue.sources().get(document))
                .map(source -> Link.absolute(source.label(), source.url()))
                .toList();
        String detail = tidy(body) + "\n\n" + footer + "\n\n" + advisory(chart);
        CardTopic topic = file.topic();
        Coding coding = new Coding(TOPICS, topic.code(), file.name());
        return new Card(
                id(topic, chart),
                summary,
                detail,
                indicator,
                new Source(first.label(), first.url(), coding),
                reasons(file),
                links);
    }

    private String id(CardTopic topic, LiverChart chart) {
        CardIds.Meaning meaning =
                new CardIds.Meaning(service, topic.ordinal(), 0, LiverCancerGuideline.VERSION_NUMBER, chart.asOf());
        return ids.issue(meaning).toString();
    }

    private List<Coding> reasons(CardFile file) {
        return file.overrideReasons().stream()
                .map(code -> new Coding(OVERRIDE_REASONS, code, phrases.get("override." + code)))
                .toList();
    }

    /** Some options differ between primary cancer and metastases; where that is open, the card says how. */
    private String kindNote(Recommendation recommendation, LiverChart chart) {
        return chart.kind() == DiseaseKind.UNSPECIFIED
                ? phrases.orNothing("kind-note." + recommendation.id().topic())
                : "";
    }

    private String sourceLine(Citation.Document document, List<Citation> citations) {
        Sources.Entry source = catalogue.sources().get(document);
        return phrases.get(
                "heading.sources",
                Map.of(
                        "label", source.label(),
                        "url", source.url(),
                        "date", source.date(),
                        "ids", citations.stream().map(Citation::id).collect(joining(", "))));
    }

    private String advisory(LiverChart chart) {
        return phrases.get(
                "heading.advisory", Map.of("version", LiverCancerGuideline.VERSION, "date", words.date(chart.asOf())));
    }

    private String option(Recommendation other) {
        String form = switch (other.status()) {
            case RECOMMENDED -> "line.option";
            case CONDITIONAL -> "line.option-if";
            case INFO -> "line.option-info";
        };
        return phrases.get(form, Map.of("name", name(other), "if", condition(other)));
    }

    private String name(Recommendation recommendation) {
        return catalogue.file(CardTopic.of(recommendation.id())).name();
    }

    private String condition(Recommendation recommendation) {
        return Optional.of(recommendation.open())
                .filter(open -> !open.isEmpty())
                .map(open -> assessments.condition(open.get(0)))
                .orElse("");
    }

    private static boolean isReferral(Advice advice) {
        return advice.cautions().stream().anyMatch(caution -> CARRIED_BY_THE_CARD.contains(caution.id()));
    }

    /** Placeholders that were filled with nothing leave no gaps. */
    private static String tidy(String markdown) {
        return markdown.strip().replaceAll("\n{3,}", "\n\n");
    }
}
