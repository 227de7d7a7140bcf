package org.livercds.cards;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Citation;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.Caution;
import org.livercds.clinical.guideline.CautionId;
import org.livercds.clinical.guideline.Recommendation;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.guideline.Status;
import org.livercds.clinical.guideline.TippingPoints;
import org.livercds.clinical.guideline.Withheld;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.clinical.patient.NumberRange;

/** The card files filled for one patient: what leads, the other options, what to check first. */
final class PatientCards {

    private static final Set<CautionId> CARRIED_BY_THE_CARD = Set.of(CautionId.PEDIATRIC, CautionId.OUT_OF_SCOPE);

    private final CardCatalogue catalogue;
    private final Advice advice;
    private final LiverChart chart;
    private final ChartWords words;
    private final AssessmentWords assessments;
    private final CheckFirstText checks;
    private final SuggestedOrders orders;

    PatientCards(CardCatalogue catalogue, Advice advice, LiverChart chart, Set<ReadingNote> notes) {
        this.catalogue = catalogue;
        this.advice = advice;
        this.chart = chart;
        this.words = new ChartWords(catalogue.phrases(), chart.asOf());
        this.assessments = new AssessmentWords(words);
        this.checks = new CheckFirstText(words, assessments, advice, chart, notes);
        this.orders = new SuggestedOrders(catalogue, advice, chart);
    }

    List<CardText> texts() {
        if (advice.recommendations().isEmpty()) {
            return List.of();
        }
        String finding = new Finding(words).of(chart);
        List<CardText> texts = new ArrayList<>(List.of(primary(finding)));
        otherOptions(finding).ifPresent(texts::add);
        checkFirst().ifPresent(texts::add);
        return texts;
    }

    private CardText primary(String finding) {
        Recommendation leading = advice.recommendations().get(0);
        CardFile file = catalogue.file(leading.id());
        String summary = file.summary(advice, chart).fill(name -> primary(name, finding, leading, file));
        String body = file.body().fill(name -> primary(name, finding, leading, file));
        return new CardText(file, summary, "info", body, leading.citations(), orders.primary());
    }

    private String primary(String placeholder, String finding, Recommendation leading, CardFile file) {
        return switch (placeholder) {
            case "finding" -> finding;
            case "lead" -> file.lead(advice, chart);
            case "why" -> file.why(advice, chart);
            case "status" -> catalogue.phrases().of("status", leading.status().code());
            case "if" -> assessments.firstCondition(leading.open());
            case "criteria" -> assessments.lines(leading.because());
            case "obstacles" -> isTeamAlone() ? withheld() : "";
            case "open" -> assessments.open(leading.open());
            case "chart" -> words.chart(considered(leading, file));
            case "tipping" -> new TippingWords(catalogue, words).list(leading, TippingPoints.of(chart, advice));
            case "cautions" -> isReferral() ? checks.cautions() : "";
            default -> throw Template.nothingFor(placeholder);
        };
    }

    private Optional<CardText> otherOptions(String finding) {
        List<Recommendation> others = others();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        CardFile file = catalogue.file(CardTopic.OTHER_OPTIONS);
        List<String> names = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        Set<Citation> citations = new LinkedHashSet<>();
        for (Recommendation other : others) {
            names.add(name(other.id()));
            lines.add(new OptionLine(catalogue, words).of(other));
            citations.addAll(other.citations());
        }
        String summary = file.summary(Variant.DEFAULT).fill("options", SummaryList.of(names, catalogue.phrases()));
        String body = file.body().fill("finding", finding, "options", String.join("\n", lines));
        return Optional.of(new CardText(file, summary, "info", body, List.copyOf(citations), orders.otherOptions()));
    }

    private Optional<CardText> checkFirst() {
        List<String> shorts = checks.shorts();
        if (shorts.isEmpty() || isReferral()) {
            return Optional.empty();
        }
        CardFile file = catalogue.file(CardTopic.CHECK_FIRST);
        String summary = file.summary(Variant.DEFAULT).fill("checks", SummaryList.of(shorts, catalogue.phrases()));
        String body =
                file.body().fill("cautions", checks.cautions(), "missing", checks.missing(), "unread", checks.unread());
        String indicator = checks.warns() ? "warning" : "info";
        return Optional.of(new CardText(file, summary, indicator, body, List.of(), orders.checkFirst()));
    }

    /** In pregnancy it is not a criterion that withholds the options. */
    private boolean isTeamAlone() {
        boolean alone = !chart.isPregnant();
        for (Recommendation other : others()) {
            alone &= other.id() == RecommendationId.CLINICAL_TRIAL;
        }
        return alone;
    }

    private String withheld() {
        List<String> lines = new ArrayList<>();
        for (Withheld withheld : advice.withheld()) {
            String obstacles = assessments.obstacles(withheld.obstacles());
            lines.add(catalogue.phrases().fill("line.withheld", "name", name(withheld.id()), "obstacles", obstacles));
        }
        return String.join("\n", lines);
    }

    private List<Recommendation> others() {
        return advice.recommendations().subList(1, advice.recommendations().size());
    }

    private String name(RecommendationId id) {
        return catalogue.file(id).name();
    }

    /** What else was looked at, or all where the card lists no criteria: the diagnosis, earlier treatments, and what could have spoken against it. */
    private List<Evidence> considered(Recommendation leading, CardFile file) {
        Set<Evidence> decisive = new LinkedHashSet<>();
        for (Assessment because : leading.because()) {
            because.addEntriesTo(decisive);
        }
        boolean listed = file.body().has("criteria");
        Set<Evidence> considered = new LinkedHashSet<>(chart.diagnosis().evidence());
        considered.addAll(listed ? Set.of() : decisive);
        considered.addAll(chart.lesions().treatments());
        considered.addAll(chart.lesions().gone());
        considered.addAll(chart.background().systemicTherapies());
        for (Assessment passing : leading.status() == Status.INFO ? List.<Assessment>of() : leading.considered()) {
            passing.addEntriesTo(considered);
        }
        considered.addAll(tumourMarker());
        considered.removeAll(listed ? decisive : Set.of());
        return List.copyOf(considered);
    }

    /** AFP is shown and decides nothing. */
    private List<Evidence> tumourMarker() {
        Fact<NumberRange> afp = chart.facts().of(FactKey.AFP);
        boolean shown = afp.isKnown() && !chart.kind().isMetastatic();
        return shown ? afp.evidence() : List.of();
    }

    /** The card that leads is then the only place for its caution. */
    boolean isReferral() {
        boolean carried = false;
        for (Caution caution : advice.cautions()) {
            carried |= CARRIED_BY_THE_CARD.contains(caution.id());
        }
        return carried;
    }
}
