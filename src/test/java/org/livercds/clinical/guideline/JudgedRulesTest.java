package org.livercds.clinical.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.clinical.patient.Problem;

/** Every rule with what it asked, whatever came of it. */
class JudgedRulesTest {

    @Test
    void every_recommendation_of_a_rule_is_there() {
        Set<RecommendationId> judged =
                judge(metastases()).stream().map(JudgedRule::id).collect(Collectors.toSet());
        Set<RecommendationId> all =
                Set.copyOf(LiverCancerGuideline.recommendations().keySet());
        assertTrue(judged.containsAll(all.stream()
                .filter(id -> id != RecommendationId.MULTIDISCIPLINARY_REVIEW)
                .toList()));
    }

    @Test
    void a_rule_for_this_kind_tells_what_each_criterion_does_to_it() {
        JudgedRule ablation = rule(
                RecommendationId.ABLATION,
                metastases().lesion("a", mm("31")).count(1).childPugh(ChildPugh.C));
        assertEquals(Optional.empty(), ablation.status());
        assertEquals(Truth.NOT_MET, rung(ablation, JudgedRule.Role.REQUIRED, Statement.EACH_SMALLER_THAN_3_CM));
        assertEquals(Truth.MET, rung(ablation, JudgedRule.Role.REQUIRED, Statement.AT_MOST_THREE_LESIONS));
        assertEquals(Truth.MET, rung(ablation, JudgedRule.Role.LIMITING, Statement.CHILD_PUGH_C));
        assertEquals(Truth.NOT_MET, rung(ablation, JudgedRule.Role.LIMITING, Statement.MEASUREMENTS_OUT_OF_DATE));
        assertTrue(ablation.kinds().contains(DiseaseKind.LIVER_METASTASES));
        JudgedRule beads = rule(RecommendationId.RADIOEMBOLIZATION, metastases().childPugh(ChildPugh.C));
        assertEquals(Truth.MET, rung(beads, JudgedRule.Role.BLOCKING, Statement.CHILD_PUGH_C));
        assertEquals(Truth.UNKNOWN, rung(beads, JudgedRule.Role.SHOWN, Statement.GROWS_DESPITE_CHEMOTHERAPY));
    }

    @Test
    void what_is_offered_has_its_status_and_other_kinds_ask_nothing() {
        ChartBuilder chart = metastases().lesion("a", mm("29")).count(1);
        assertEquals(
                Optional.of(Status.RECOMMENDED),
                rule(RecommendationId.ABLATION, chart).status());
        JudgedRule other = judge(chart).stream()
                .filter(rule -> rule.id() == RecommendationId.EMBOLIZATION)
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(), other.rungs());
        assertEquals(Optional.empty(), other.status());
    }

    @Test
    void the_list_of_facts_names_each_once() {
        List<String> names = FactKey.all().stream().map(FactKey::name).toList();
        assertEquals(names.size(), Set.copyOf(names).size());
        assertTrue(names.contains("resectability") && names.contains("afp"));
    }

    private static Truth rung(JudgedRule rule, JudgedRule.Role role, Statement statement) {
        return rule.rungs().stream()
                .filter(rung -> rung.role() == role && rung.assessment().statement() == statement)
                .findFirst()
                .orElseThrow()
                .assessment()
                .truth();
    }

    private static JudgedRule rule(RecommendationId id, ChartBuilder chart) {
        return judge(chart).stream()
                .filter(rule -> rule.id() == id && rule.kinds().contains(DiseaseKind.LIVER_METASTASES))
                .findFirst()
                .orElseThrow();
    }

    private static ChartBuilder metastases() {
        return patientWith(Problem.Kind.LIVER_METASTASES);
    }

    private static List<JudgedRule> judge(ChartBuilder builder) {
        LiverChart chart = builder.chart();
        return LiverCancerGuideline.judge(chart);
    }
}
