package org.livercds.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.livercds.clinical.Fact;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.guideline.OrderReviews;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.guideline.TippingPoints;
import org.livercds.clinical.patient.CountRange;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.clinical.patient.NumberRange;
import org.livercds.explain.Explanation.CautionView;
import org.livercds.explain.Explanation.FactView;
import org.livercds.explain.Explanation.MissingView;
import org.livercds.explain.Explanation.SetAsideView;
import org.livercds.fhir.Ledger;

/** Explains one chart. */
public final class Explainer {

    private static final Map<FactKey<?>, String> UNITS = Map.of(
            FactKey.BILIRUBIN, "mg/dL",
            FactKey.ALBUMIN, "g/dL",
            FactKey.PLATELETS, "10*9/L",
            FactKey.KARNOFSKY, "%");

    private Explainer() {}

    public static Explanation explain(LiverChart chart, Advice advice, Ledger ledger, Set<RecommendationId> ordered) {
        return new Explanation(
                ordered.stream()
                        .map(treatment -> Views.of(treatment, OrderReviews.of(treatment, chart, advice)))
                        .toList(),
                LiverCancerGuideline.judge(chart).stream()
                        .map(rule -> Views.of(rule, chart))
                        .toList(),
                chart.lesions().live().stream().map(Views::of).toList(),
                Stream.concat(derived(chart), recorded(chart)).toList(),
                advice.cautions().stream()
                        .map(caution -> new CautionView(caution.id().code(), Views.of(caution.evidence())))
                        .toList(),
                advice.missing().stream()
                        .map(missing -> new MissingView(
                                missing.id().code(),
                                missing.reason().map(Views::code).orElse(null)))
                        .toList(),
                TippingPoints.of(chart, advice).stream().map(Views::of).toList(),
                setAside(ledger));
    }

    /** What follows from several entries. */
    private static Stream<FactView> derived(LiverChart chart) {
        Map<String, Fact<?>> facts = new LinkedHashMap<>();
        facts.put("found-in-screening", chart.screening());
        facts.put("resectable", chart.resectable());
        facts.put("fit-for-surgery", chart.fit());
        facts.put("spread-outside-liver", chart.spread());
        facts.put("portal-vein-invasion", chart.portalVein());
        facts.put("child-pugh-class", chart.childPugh());
        facts.put("near-duct-or-vessel", chart.nearDuctOrVessel());
        FactView count = new FactView(
                "lesions",
                text(chart.lesions().count()),
                null,
                null,
                Views.of(chart.lesions().countEvidence()));
        return Stream.concat(
                Stream.of(count), facts.entrySet().stream().map(fact -> view(fact.getKey(), fact.getValue(), null)));
    }

    private static Stream<FactView> recorded(LiverChart chart) {
        return FactKey.all().stream()
                .map(key -> view("recorded." + key.name(), chart.facts().of(key), UNITS.get(key)))
                .filter(fact -> fact.value() != null || !fact.evidence().isEmpty());
    }

    private static FactView view(String name, Fact<?> fact, String unit) {
        Optional<?> value = fact.value();
        return new FactView(
                name,
                value.map(Explainer::text).orElse(null),
                value.isPresent() ? unit : null,
                Views.reason(fact),
                Views.of(fact.evidence()));
    }

    private static String text(CountRange count) {
        if (count.high().isEmpty()) {
            return count.low() + " or more";
        }
        int high = count.high().getAsInt();
        return high == count.low() ? String.valueOf(high) : count.low() + ".." + high;
    }

    private static String text(Object value) {
        if (value instanceof NumberRange range) {
            return range.plain();
        }
        return value instanceof Enum<?> constant ? Views.code(constant) : value.toString();
    }

    private static List<SetAsideView> setAside(Ledger ledger) {
        return ledger.entries().stream()
                .flatMap(entry -> entry.setAside().stream()
                        .map(aside -> new SetAsideView(
                                entry.key().key(), Shown.of(aside.reference()), Views.code(aside.why()))))
                .toList();
    }
}
