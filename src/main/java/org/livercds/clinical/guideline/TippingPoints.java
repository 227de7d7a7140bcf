package org.livercds.clinical.guideline;

import static org.livercds.clinical.criteria.EachLesionSmallerThan.ONE_CENTIMETRE;
import static org.livercds.clinical.criteria.EachLesionSmallerThan.THREE_CENTIMETRES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;
import org.livercds.clinical.criteria.AtMostThreeLesions;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.Lesion;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.clinical.patient.PortalVein;
import org.livercds.clinical.patient.Supposition;

/**
 * What would change the answer: every rule is judged again for the same chart with one thing otherwise. What would only
 * make the leading recommendation firmer stands among its conditions.
 */
public final class TippingPoints {

    private record Hypothesis(
            Change change,
            Predicate<LiverChart> applies,
            UnaryOperator<Supposition> supposing,
            Function<LiverChart, List<Evidence>> today) {}

    private static final List<Hypothesis> HYPOTHESES = List.of(
            new Hypothesis(
                    Change.LESION_FROM_1_CM,
                    chart -> ONE_CENTIMETRE.truth(chart) == Truth.MET,
                    chart -> chart.largest(ONE_CENTIMETRE.limit()),
                    TippingPoints::largest),
            new Hypothesis(
                    Change.LESION_FROM_3_CM,
                    chart -> THREE_CENTIMETRES.truth(chart) == Truth.MET,
                    chart -> chart.largest(THREE_CENTIMETRES.limit()),
                    TippingPoints::largest),
            new Hypothesis(
                    Change.EACH_UNDER_3_CM,
                    chart -> THREE_CENTIMETRES.truth(chart) != Truth.MET,
                    chart -> chart.eachBelow(THREE_CENTIMETRES.limit()),
                    TippingPoints::largest),
            new Hypothesis(
                    Change.FOURTH_TUMOUR,
                    chart -> few(chart).truth() != Truth.NOT_MET,
                    chart -> chart.moreThan(AtMostThreeLesions.MOST),
                    chart -> few(chart).evidence()),
            unless(false, Change.NOT_FROM_SCREENING, LiverChart::screening, chart -> chart.foundInScreening(false)),
            unless(true, Change.SPREAD_OUTSIDE_LIVER, LiverChart::spread, chart -> chart.spread(true)),
            unless(
                    true,
                    Change.MAIN_PORTAL_VEIN_INVADED,
                    chart -> chart.portalVein().map(PortalVein.MAIN::equals),
                    chart -> chart.portalVein(PortalVein.MAIN)),
            unless(true, Change.RESECTABLE, LiverChart::resectable, chart -> chart.resectable(true)),
            unless(false, Change.NOT_RESECTABLE, LiverChart::resectable, chart -> chart.resectable(false)),
            unless(false, Change.NOT_FIT_FOR_SURGERY, LiverChart::fit, chart -> chart.fit(false)),
            unless(
                    false,
                    Change.ABLATION_NOT_FEASIBLE,
                    chart -> chart.facts().judged(FactKey.ABLATION_FEASIBLE),
                    Supposition::ablationJudgedImpossible),
            unless(
                    true,
                    Change.CHILD_PUGH_C,
                    chart -> chart.childPugh().map(ChildPugh.C::equals),
                    chart -> chart.childPugh(ChildPugh.C)));

    private TippingPoints() {}

    /** In the order of {@link Change}; none for a patient to whom the rules do not speak. */
    public static List<TippingPoint> of(LiverChart chart, Advice advice) {
        boolean spoken = Gate.decide(chart).verdict() == Gate.Verdict.ADVISE;
        List<TippingPoint> points = new ArrayList<>();
        for (Hypothesis hypothesis : HYPOTHESES) {
            if (spoken
                    && matters(hypothesis.change(), advice)
                    && hypothesis.applies().test(chart)) {
                after(hypothesis, chart, advice.recommendations().get(0)).ifPresent(points::add);
            }
        }
        return points;
    }

    private static Optional<TippingPoint> after(Hypothesis hypothesis, LiverChart chart, Recommendation leads) {
        LiverChart supposed =
                hypothesis.supposing().apply(new Supposition(chart)).chart();
        List<Recommendation> ranked = offered(supposed);
        Optional<Status> then = Optional.empty();
        for (Recommendation offer : ranked) {
            then = offer.id() == leads.id() ? Optional.of(offer.status()) : then;
        }
        RecommendationId first = ranked.get(0).id();
        boolean weaker = then.isEmpty() || then.get().compareTo(leads.status()) > 0;
        return weaker || first != leads.id()
                ? Optional.of(
                        new TippingPoint(hypothesis.change(), hypothesis.today().apply(chart), then, first))
                : Optional.empty();
    }

    /** How firmly, and nothing of the reasons. */
    private static List<Recommendation> offered(LiverChart supposed) {
        List<Recommendation> offered = new ArrayList<>();
        boolean demoted = Rule.demotesAll(supposed);
        for (Rule rule : LiverCancerGuideline.RULES_FOR.get(supposed.kind())) {
            Optional<Status> status = rule.status(supposed, demoted);
            if (status.isPresent()) {
                offered.add(
                        new Recommendation(rule.id(), status.get(), rule.citations(), List.of(), List.of(), List.of()));
            }
        }
        return LiverCancerGuideline.ranked(offered, supposed);
    }

    private static Hypothesis unless(
            boolean already,
            Change change,
            Function<LiverChart, Fact<Boolean>> fact,
            UnaryOperator<Supposition> supposing) {
        return new Hypothesis(
                change,
                chart -> fact.apply(chart).test(value -> value == already) != Truth.MET,
                supposing,
                chart -> fact.apply(chart).evidence());
    }

    private static Assessment few(LiverChart chart) {
        return new AtMostThreeLesions().assess(chart);
    }

    /** A lesion that is watched has grown out of that long before it has 3 cm. */
    private static boolean matters(Change change, Advice advice) {
        return change != Change.LESION_FROM_3_CM
                || advice.recommendations().get(0).id() != RecommendationId.SURVEILLANCE;
    }

    /** The first is the largest, or of unknown size. */
    private static List<Evidence> largest(LiverChart chart) {
        return chart.lesions().live().stream()
                .limit(1)
                .map(Lesion::evidence)
                .flatMap(List::stream)
                .toList();
    }
}
