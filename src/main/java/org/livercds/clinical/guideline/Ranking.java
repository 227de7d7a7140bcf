package org.livercds.clinical.guideline;

import static org.livercds.clinical.guideline.RecommendationId.ABLATION;
import static org.livercds.clinical.guideline.RecommendationId.CLINICAL_TRIAL;
import static org.livercds.clinical.guideline.RecommendationId.COMBINED_RESECTION_AND_ABLATION;
import static org.livercds.clinical.guideline.RecommendationId.DIAGNOSTIC_WORKUP;
import static org.livercds.clinical.guideline.RecommendationId.EMBOLIZATION;
import static org.livercds.clinical.guideline.RecommendationId.IRREVERSIBLE_ELECTROPORATION;
import static org.livercds.clinical.guideline.RecommendationId.PALLIATIVE_CARE;
import static org.livercds.clinical.guideline.RecommendationId.RADIATION;
import static org.livercds.clinical.guideline.RecommendationId.RADIOEMBOLIZATION;
import static org.livercds.clinical.guideline.RecommendationId.RECURRENCE;
import static org.livercds.clinical.guideline.RecommendationId.REMNANT_AUGMENTATION;
import static org.livercds.clinical.guideline.RecommendationId.RESECTION;
import static org.livercds.clinical.guideline.RecommendationId.SURVEILLANCE;
import static org.livercds.clinical.guideline.RecommendationId.SYSTEMIC_THERAPY;
import static org.livercds.clinical.guideline.RecommendationId.SYSTEMIC_THERAPY_FIRST;
import static org.livercds.clinical.guideline.RecommendationId.TRANSPLANT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.livercds.clinical.Truth;
import org.livercds.clinical.criteria.EachLesionSmallerThan;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.clinical.patient.PortalVein;

/** Which recommendation leads: the firmest first, and among equals the order of the patient's situation. */
final class Ranking {

    /** The place of each recommendation, where the tumours are measured and where they are not. */
    private record Situation(
            Predicate<LiverChart> is,
            Map<RecommendationId, Integer> measured,
            Map<RecommendationId, Integer> unmeasured) {}

    private static final Predicate<LiverChart> PRIMARY = chart -> chart.kind().isPrimary();
    private static final Predicate<LiverChart> METASTASES =
            chart -> chart.kind().isMetastatic();
    private static final Predicate<LiverChart> UNSPECIFIED = chart -> chart.kind() == DiseaseKind.UNSPECIFIED;
    private static final Predicate<LiverChart> SPREAD = chart -> chart.spread().decide(Truth::of) == Truth.MET;
    private static final Predicate<LiverChart> BELOW_1_CM =
            PRIMARY.or(UNSPECIFIED).and(chart -> EachLesionSmallerThan.ONE_CENTIMETRE.truth(chart) == Truth.MET);

    /** The first that is so decides. */
    private static final List<Situation> SITUATIONS = List.of(
            when(
                    PRIMARY.and(chart -> chart.recurrence().truth() == Truth.MET),
                    RECURRENCE,
                    ABLATION,
                    TRANSPLANT,
                    CLINICAL_TRIAL),
            when(PRIMARY.and(SPREAD), SYSTEMIC_THERAPY, RADIATION, CLINICAL_TRIAL),
            when(PRIMARY.and(Ranking::isMainVeinInvaded), SYSTEMIC_THERAPY, EMBOLIZATION, RADIATION, CLINICAL_TRIAL),
            when(BELOW_1_CM, SURVEILLANCE, ABLATION, RESECTION, TRANSPLANT),
            when(UNSPECIFIED, ABLATION, EMBOLIZATION),
            when(
                    PRIMARY.and(chart -> chart.childPugh().test(ChildPugh.C::equals) == Truth.MET),
                    TRANSPLANT,
                    PALLIATIVE_CARE,
                    ABLATION),
            when(
                    PRIMARY.and(chart -> !chart.resectable().isKnown()),
                    ABLATION,
                    RESECTION,
                    EMBOLIZATION,
                    TRANSPLANT,
                    SYSTEMIC_THERAPY,
                    RADIATION,
                    CLINICAL_TRIAL),
            when(PRIMARY, ABLATION, EMBOLIZATION, RESECTION, TRANSPLANT, SYSTEMIC_THERAPY, RADIATION, CLINICAL_TRIAL),
            when(METASTASES.and(Ranking::isSpreadUntreatable), SYSTEMIC_THERAPY_FIRST, CLINICAL_TRIAL, ABLATION),
            when(
                    METASTASES,
                    ABLATION,
                    IRREVERSIBLE_ELECTROPORATION,
                    RESECTION,
                    RADIOEMBOLIZATION,
                    SYSTEMIC_THERAPY_FIRST,
                    COMBINED_RESECTION_AND_ABLATION,
                    REMNANT_AUGMENTATION),
            when(chart -> true, DIAGNOSTIC_WORKUP, SURVEILLANCE));

    private Ranking() {}

    static List<Recommendation> rank(List<Recommendation> offered, LiverChart chart) {
        Situation situation = situation(chart);
        Map<RecommendationId, Integer> order = isUnmeasured(chart) ? situation.unmeasured() : situation.measured();
        boolean surveillanceLeads = BELOW_1_CM.test(chart);
        List<Recommendation> ranked = new ArrayList<>(offered);
        ranked.sort(Comparator.comparingInt(
                offer -> surveillanceLeads && offer.id() == SURVEILLANCE ? -1 : place(offer, order)));
        return ranked;
    }

    private static int place(Recommendation offer, Map<RecommendationId, Integer> order) {
        return offer.status().ordinal() * order.size() + order.get(offer.id());
    }

    /** A tumour that nobody has measured does not lead to ablation. */
    static boolean isUnmeasuredAblationFirst(List<Recommendation> ranked, LiverChart chart) {
        return isUnmeasured(chart) && isAblative(ranked.get(0).id());
    }

    /** The last one always is so. */
    private static Situation situation(LiverChart chart) {
        int first = 0;
        while (!SITUATIONS.get(first).is().test(chart)) {
            first++;
        }
        return SITUATIONS.get(first);
    }

    private static boolean isUnmeasured(LiverChart chart) {
        return EachLesionSmallerThan.THREE_CENTIMETRES.truth(chart) == Truth.UNKNOWN;
    }

    private static boolean isAblative(RecommendationId id) {
        return id == ABLATION || id == IRREVERSIBLE_ELECTROPORATION;
    }

    private static boolean isMainVeinInvaded(LiverChart chart) {
        return chart.portalVein().test(PortalVein::isMainOrUnspecified) == Truth.MET;
    }

    /** Nobody said whether the spread can be treated: then not, if the liver cannot be cleared either. */
    private static boolean isSpreadUntreatable(LiverChart chart) {
        Truth treatable = chart.facts().judged(FactKey.EXTRAHEPATIC_TREATABLE).decide(Truth::of);
        boolean unresectable = chart.resectable().decide(Truth::of) == Truth.NOT_MET;
        return SPREAD.test(chart) && (treatable == Truth.NOT_MET || treatable == Truth.UNKNOWN && unresectable);
    }

    private static Situation when(Predicate<LiverChart> is, RecommendationId... first) {
        Set<RecommendationId> order = new LinkedHashSet<>(List.of(first));
        order.addAll(List.of(RecommendationId.values()));
        List<RecommendationId> others = new ArrayList<>(order);
        others.removeIf(Ranking::isAblative);
        List<RecommendationId> ablative = new ArrayList<>(order);
        ablative.removeAll(others);
        others.addAll(others.indexOf(RESECTION) + 1, ablative);
        return new Situation(is, places(order), places(others));
    }

    private static Map<RecommendationId, Integer> places(Collection<RecommendationId> order) {
        Map<RecommendationId, Integer> places = new EnumMap<>(RecommendationId.class);
        order.forEach(id -> places.put(id, places.size()));
        return places;
    }
}
