package org.livercds.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.lessThan;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.Truth;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.Judgement;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.clinical.patient.NumberRange;
import org.livercds.clinical.patient.Problem;
import org.livercds.clinical.patient.Treatment;
import org.livercds.explain.Explanation.FactView;
import org.livercds.explain.Explanation.LesionView;
import org.livercds.fhir.Ledger;

class ExplainerTest {

    @Test
    void a_lesion_of_unknown_size_says_why() {
        Explanation treated = explain(
                metastases().lesion("a", mm("20")).count(1).treated(Treatment.Kind.ABLATION, ChartBuilder.TODAY));
        LesionView lesion = treated.lesions().get(0);
        assertNull(lesion.millimetres());
        assertEquals("treatedSince", lesion.reason());
        assertEquals(1, lesion.treatments().size());
    }

    @Test
    void ranges_keep_their_ends() {
        assertEquals("30", NumberRange.exactly(new BigDecimal("30")).plain());
        assertEquals(
                "20..28",
                NumberRange.between(new BigDecimal("20"), new BigDecimal("28")).plain());
        assertEquals("<30", NumberRange.upTo(new BigDecimal("30"), true).plain());
        assertEquals("<=30", NumberRange.upTo(new BigDecimal("30"), false).plain());
        assertEquals(">20", NumberRange.from(new BigDecimal("20"), true).plain());
        assertEquals(">=20", NumberRange.from(new BigDecimal("20"), false).plain());
        assertEquals(
                "<30",
                explain(metastases().lesion("a", lessThan("30")))
                        .lesions()
                        .get(0)
                        .millimetres());
    }

    @Test
    void constants_are_told_as_words_in_one() {
        assertEquals("notMet", Views.code(Truth.NOT_MET));
        assertEquals("met", Views.code(Truth.MET));
    }

    @Test
    void an_open_count_and_contradictory_facts_are_told_as_such() {
        Explanation explanation = explain(metastases()
                .lesion("a", mm("20"))
                .reading(FactKey.RESECTABLE, Judgement.YES)
                .reading(FactKey.RESECTABLE, Judgement.NO));
        assertEquals("1 or more", fact(explanation, "lesions").value());
        FactView resectable = fact(explanation, "resectable");
        assertNull(resectable.value());
        assertEquals("conflicting", resectable.reason());
        assertEquals(2, resectable.evidence().size());
        assertEquals(
                "1",
                fact(explain(metastases().lesion("a", mm("20")).count(1)), "lesions")
                        .value());
    }

    @Test
    void rules_for_other_kinds_are_named_and_ask_nothing() {
        Explanation explanation = explain(metastases().lesion("a", mm("20")).count(1));
        List<Explanation.RuleView> others = explanation.rules().stream()
                .filter(rule -> rule.status().equals("otherKind"))
                .toList();
        assertTrue(others.stream().anyMatch(rule -> rule.rule().equals("R-EMB")));
        others.forEach(
                rule -> assertTrue(rule.criteria().isEmpty() && !rule.kinds().isEmpty()));
    }

    private static FactView fact(Explanation explanation, String name) {
        return explanation.facts().stream()
                .filter(fact -> fact.fact().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ChartBuilder metastases() {
        return patientWith(Problem.Kind.LIVER_METASTASES);
    }

    private static Explanation explain(ChartBuilder builder) {
        LiverChart chart = builder.chart();
        return Explainer.explain(
                chart,
                LiverCancerGuideline.advise(chart),
                new Ledger(List.of(), Set.of()),
                Set.of(RecommendationId.ABLATION));
    }
}
