package org.livercds.clinical.guideline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.criteria.*;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.Lesion;
import org.livercds.clinical.patient.LiverChart;

/** What is to be checked first. All but one depend on the facts alone, whatever is recommended. */
final class Cautions {

    private record CautionRule(CautionId id, Criterion when) {}

    private static final List<CautionRule> BY_FACTS = List.of(
            new CautionRule(CautionId.EXACTLY_1_CM, new AtOneCentimetre()),
            new CautionRule(CautionId.EXACTLY_3_CM, new AtThreeCentimetres()),
            new CautionRule(CautionId.HISTORY, DiseaseIs.HISTORY),
            new CautionRule(CautionId.STALE, new MeasurementsOutOfDate()),
            new CautionRule(CautionId.TREATED_SINCE, Cautions::treatedSince),
            new CautionRule(CautionId.CONFLICT, Cautions::conflict),
            new CautionRule(CautionId.NEAR_DUCT_OR_VESSEL, new NearDuctOrVessel()),
            new CautionRule(CautionId.CHILD_PUGH_C, new ChildPughIs(ChildPugh.C)),
            new CautionRule(CautionId.CHILD_PUGH_B, new ChildPughIs(ChildPugh.B)),
            new CautionRule(CautionId.BILIRUBIN, BilirubinAbove.TWO),
            new CautionRule(CautionId.PORTAL_HYPERTENSION, new PortalHypertension()),
            new CautionRule(CautionId.MACROVASCULAR_INVASION, new MacrovascularInvasion()),
            new CautionRule(CautionId.BLEEDING, new BleedingRisk()),
            new CautionRule(CautionId.CONTRAST_ALLERGY, new ContrastAllergy()),
            new CautionRule(CautionId.PREGNANT, Cautions::pregnant));

    private Cautions() {}

    static List<Caution> of(LiverChart chart, List<Recommendation> inPlay) {
        List<Caution> cautions = new ArrayList<>();
        for (CautionRule rule : BY_FACTS) {
            Assessment assessment = rule.when().assess(chart);
            if (assessment.truth() == Truth.MET) {
                cautions.add(new Caution(rule.id(), assessment.evidence()));
            }
        }
        if (chart.kind().isPrimary() && MissingData.has(inPlay, RecommendationId.SURVEILLANCE)) {
            cautions.add(new Caution(CautionId.CONFIRMED, chart.diagnosis().evidence()));
        }
        return cautions;
    }

    private static Assessment treatedSince(LiverChart chart) {
        Set<Evidence> evidence = new LinkedHashSet<>();
        List<Evidence> sizes = new ArrayList<>();
        for (Lesion lesion : chart.lesions().live()) {
            if (lesion.isTreatedSince()) {
                evidence.addAll(lesion.treatments());
                sizes.addAll(lesion.evidence());
            }
        }
        evidence.addAll(sizes);
        return Assessment.of(Statement.TREATED_SINCE, Truth.of(!evidence.isEmpty()), List.copyOf(evidence));
    }

    private static Assessment conflict(LiverChart chart) {
        List<Evidence> conflicts = chart.conflicts();
        return Assessment.of(Statement.CONFLICT, Truth.of(!conflicts.isEmpty()), conflicts);
    }

    private static Assessment pregnant(LiverChart chart) {
        return Assessment.of(Statement.PREGNANT, chart.facts().judged(FactKey.PREGNANT), Truth::of);
    }
}
