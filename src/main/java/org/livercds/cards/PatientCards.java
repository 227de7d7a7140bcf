package org.livercds.cards;

import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Citation;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.CautionId;
import org.livercds.clinical.guideline.Recommendation;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.guideline.Status;
import org.livercds.clinical.guideline.TippingPoints;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.clinical.patient.NumberRange;

/** The card files filled for one patient: what leads, the other options, what to check first. */
record PatientCards(CardCatalogue catalogue, Advice advice, LiverChart chart, Set<ReadingNote> notes) {

    private static final Set<CautionId> CARRIED_BY_THE_CARD = Set.of(CautionId.PEDIATRIC, CautionId.OUT_OF_SCOPE);

    List<CardText> texts() {
        if (advice.recommendations().isEmpty()) {
            return List.of();
        }
        return Stream.of(Stream.of(primary()), otherOptions(), checkFirst())
                .flatMap(cards -> cards)
                .toList();
    }

    private CardText primary() {
        Recommendation leading = advice.recommendations().get(0);
        CardFile file = catalogue.file(leading.id());
        List<Variant> variants = Variant.of(advice, chart).toList();
        Map<String, String> values = Map.ofEntries(
                entry("finding", finding()),
                entry("lead", file.lead(variants)),
                entry("why", file.why(variants)),
                entry("status", phrases().get("status." + leading.status().code())),
                entry("if", assessments().firstCondition(leading.open())),
                entry("criteria", assessments().lines(leading.because())),
                entry("obstacles", isTeamAlone() ? withheld() : ""),
                entry("open", assessments().open(leading.open())),
                entry("chart", words().chart(considered(leading))),
                entry("tipping", new TippingWords(catalogue, words()).list(leading, TippingPoints.of(chart, advice))),
                entry("cautions", isReferral() ? checks().cautions() : ""));
        String summary = file.summary(variants).fill(values);
        return new CardText(file, summary, "info", file.body().fill(values), leading.citations(), orders().primary());
    }

    private Stream<CardText> otherOptions() {
        List<Recommendation> others = advice.recommendations().stream().skip(1).toList();
        if (others.isEmpty()) {
            return Stream.empty();
        }
        CardFile file = catalogue.file(CardTopic.OTHER_OPTIONS);
        String names =
                SummaryList.of(others.stream().map(other -> name(other.id())).toList(), phrases());
        String lines = others.stream()
                .map(other -> new OptionLine(catalogue, words()).of(other))
                .collect(joining("\n"));
        List<Citation> citations = others.stream()
                .flatMap(other -> other.citations().stream())
                .distinct()
                .toList();
        String summary = file.summary(List.of(Variant.DEFAULT)).fill(Map.of("options", names));
        String body = file.body().fill(Map.of("finding", finding(), "options", lines));
        return Stream.of(new CardText(file, summary, "info", body, citations, orders().otherOptions()));
    }

    private Stream<CardText> checkFirst() {
        CheckFirstText checks = checks();
        List<String> shorts = checks.shorts();
        if (shorts.isEmpty() || isReferral()) {
            return Stream.empty();
        }
        CardFile file = catalogue.file(CardTopic.CHECK_FIRST);
        String summary =
                file.summary(List.of(Variant.DEFAULT)).fill(Map.of("checks", SummaryList.of(shorts, phrases())));
        String body = file.body()
                .fill(Map.of("cautions", checks.cautions(), "missing", checks.missing(), "unread", checks.unread()));
        return Stream.of(new CardText(
                file, summary, checks.warns() ? "warning" : "info", body, List.of(), orders().checkFirst()));
    }

    /** In pregnancy it is not a criterion that withholds the options. */
    private boolean isTeamAlone() {
        boolean alone = advice.recommendations().stream()
                .skip(1)
                .allMatch(other -> other.id() == RecommendationId.CLINICAL_TRIAL);
        return alone && !chart.isPregnant();
    }

    private String withheld() {
        return advice.withheld().stream()
                .map(withheld -> phrases()
                        .get(
                                "line.withheld",
                                Map.of(
                                        "name", name(withheld.id()),
                                        "obstacles", assessments().obstacles(withheld.obstacles()))))
                .collect(joining("\n"));
    }

    private String name(RecommendationId id) {
        return catalogue.file(id).name();
    }

    private String finding() {
        return new Finding(words()).of(chart);
    }

    /** What else was looked at, or all where the card lists no criteria: the diagnosis, earlier treatments, and what could have spoken against it. */
    private List<Evidence> considered(Recommendation leading) {
        Stream<Evidence> treatments = chart.lesions().live().stream().flatMap(lesion -> lesion.treatments().stream());
        Stream<Evidence> passed = leading.considered().stream()
                .filter(passing -> leading.status() != Status.INFO)
                .flatMap(Assessment::entries);
        List<Evidence> decisive = evidence(leading.because());
        boolean listed = catalogue.file(leading.id()).body().placeholders().contains("criteria");
        return Stream.of(
                        chart.diagnosis().evidence().stream(),
                        listed ? Stream.<Evidence>empty() : decisive.stream(),
                        treatments,
                        chart.lesions().gone().stream(),
                        chart.background().systemicTherapies().stream(),
                        passed,
                        tumourMarker())
                .flatMap(entries -> entries)
                .filter(entry -> !listed || !decisive.contains(entry))
                .distinct()
                .toList();
    }

    /** AFP is shown and decides nothing. */
    private Stream<Evidence> tumourMarker() {
        Fact<NumberRange> afp = chart.facts().of(FactKey.AFP);
        boolean shown = afp.isKnown() && !chart.kind().isMetastatic();
        return shown ? afp.evidence().stream() : Stream.empty();
    }

    private static List<Evidence> evidence(List<Assessment> assessments) {
        return assessments.stream().flatMap(Assessment::entries).toList();
    }

    /** The card that leads is then the only place for its caution. */
    boolean isReferral() {
        return advice.cautions().stream().anyMatch(caution -> CARRIED_BY_THE_CARD.contains(caution.id()));
    }

    private SuggestedOrders orders() {
        return new SuggestedOrders(catalogue, advice, chart);
    }

    private CheckFirstText checks() {
        return new CheckFirstText(words(), assessments(), advice, chart, notes);
    }

    private AssessmentWords assessments() {
        return new AssessmentWords(words());
    }

    private ChartWords words() {
        return new ChartWords(phrases(), chart.asOf());
    }

    private Phrases phrases() {
        return catalogue.phrases();
    }
}
