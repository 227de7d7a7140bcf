package org.livercds.clinical.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.SCAN;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.Drug;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.Judgement;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.clinical.patient.NumberRange;
import org.livercds.clinical.patient.PortalVein;
import org.livercds.clinical.patient.Problem;
import org.livercds.clinical.patient.Treatment;

/** What makes a repeated card a new one. */
class GroundsTest {

    @Test
    void they_are_the_lesions_in_millimetres_what_the_rule_asked_and_what_is_offered() {
        Map<String, String> facts = grounds(metastases()).facts();
        assertEquals("liverMetastases", facts.get("kind"));
        assertEquals("2", facts.get("number-of-lesions"));
        assertEquals("21", facts.get("largest-lesion"));
        assertEquals("9.5", facts.get("other-lesions"));
        assertEquals("none", facts.get("treatments"));
        assertEquals("?NOT_RECORDED", facts.get("spread"));
        assertEquals("?NOT_RECORDED", facts.get("child-pugh"));
        assertEquals("no", facts.get("measurements-out-of-date"));
        assertTrue(facts.get("offered").startsWith("ablation:recommended"), facts.toString());
        assertFalse(facts.containsKey("at-most-three-lesions"), "told by the number");
        assertFalse(facts.containsKey("transplant-candidate"), "not asked by the rule that leads");
    }

    @Test
    void the_same_measured_anew_is_the_same() {
        ChartBuilder anew = patientWith(Problem.Kind.LIVER_METASTASES)
                .lesion("b", mm("9.50"), SCAN.plusDays(5))
                .lesion("a", mm("21.0"), SCAN.plusDays(5))
                .reading(FactKey.LESION_COUNT, count(2), SCAN.plusDays(5));
        assertEquals(grounds(metastases()), grounds(anew));
        assertTrue(grounds(anew).areThoseOf(grounds(metastases()).facts()));
        assertEquals(List.of(), grounds(anew).changedSince(grounds(metastases()).facts()));
    }

    @Test
    void what_is_no_fact_behind_the_card_does_not_change_it() {
        assertChanges(chart -> chart.reading(FactKey.AFP, count(400)));
        assertChanges(chart -> chart.reading(FactKey.ALBUMIN, count(4)));
        assertChanges(chart -> chart.contrastAllergy());
    }

    @Test
    void a_fact_that_becomes_known_is_a_change() {
        assertChanges(chart -> chart.extrahepatic(Judgement.NO), "spread");
        assertChanges(chart -> chart.childPugh(ChildPugh.A), "child-pugh");
        assertChanges(chart -> chart.portalVein(PortalVein.NONE), "portal-vein");
        assertChanges(chart -> chart.ablationFeasible(Judgement.YES), "ablation-feasible");
    }

    @Test
    void so_is_another_lesion_another_size_and_a_treatment() {
        assertChanges(
                chart -> chart.lesion("a", mm("28"), SCAN.plusDays(1))
                        .lesion("b", mm("9.5"), SCAN.plusDays(1))
                        .reading(FactKey.LESION_COUNT, count(2), SCAN.plusDays(1)),
                "largest-lesion");
        Map<String, String> one = grounds(metastases()).facts();
        Grounds treated = grounds(metastases().treated(Treatment.Kind.ABLATION, SCAN.minusDays(200), "a"));
        assertEquals(List.of("treatments"), treated.changedSince(one));
        Grounds twice = grounds(metastases()
                .treated(Treatment.Kind.ABLATION, SCAN.minusDays(200), "a")
                .treated(Treatment.Kind.ABLATION, SCAN.minusDays(100), "a"));
        assertEquals(List.of("treatments"), twice.changedSince(treated.facts()));
        Grounds since = grounds(metastases().treated(Treatment.Kind.ABLATION, SCAN.plusDays(1), "b"));
        assertEquals("?TREATED_SINCE", since.facts().get("largest-lesion"));
        assertEquals("21", since.facts().get("other-lesions"));
    }

    @Test
    void what_else_is_offered_is_part_of_it() {
        ChartBuilder resectable =
                metastases().resectable(Judgement.YES).fit(Judgement.YES).extrahepatic(Judgement.NO);
        List<String> changed =
                grounds(resectable).changedSince(grounds(metastases()).facts());
        assertEquals(List.of("spread", "offered"), changed);
    }

    @Test
    void laboratory_values_count_as_the_criteria_read_them() {
        Map<String, String> low = grounds(sirt().bilirubin("1.1")).facts();
        assertEquals("no", low.get("bilirubin-above-2"));
        assertEquals(low, grounds(sirt().bilirubin("1.3")).facts());
        assertNotEquals(low, grounds(sirt().bilirubin("2.3")).facts());
    }

    @Test
    void numbers_and_sizes_keep_their_ends() {
        assertEquals(">=1", number(patientWith(Problem.Kind.LIVER_METASTASES).lesion("a", mm("21"))));
        assertEquals(">3", number(metastases().innumerable()));
        ChartBuilder vague = patientWith(Problem.Kind.LIVER_METASTASES)
                .lesion("a", ChartBuilder.lessThan("10"))
                .lesion("b", ChartBuilder.atLeast("30"))
                .lesion("c", mm("20", "28"))
                .lesion("d", mm("12", "28"))
                .unmeasuredLesion("e");
        assertTrue(grounds(vague).facts().get("largest-lesion").startsWith("?"));
        assertEquals(">=30,20..28,12..28,<10", grounds(vague).facts().get("other-lesions"));
    }

    @Test
    void without_a_lesion_there_is_none() {
        Map<String, String> facts =
                grounds(patientWith(Problem.Kind.LIVER_METASTASES)).facts();
        assertEquals("none", facts.get("largest-lesion"));
        assertEquals("none", facts.get("other-lesions"));
    }

    @Test
    void a_contradiction_is_told() {
        assertFalse(grounds(metastases()).contradictory());
        assertTrue(grounds(metastases().extrahepatic(Judgement.YES).extrahepatic(Judgement.NO))
                .contradictory());
        assertTrue(grounds(metastases().lesion("a", mm("40"))).contradictory());
        assertTrue(grounds(metastases().with(Problem.Kind.HEPATOCELLULAR_CARCINOMA))
                .contradictory());
        assertFalse(
                grounds(metastases()
                                .reading(FactKey.TRANSPLANT_CANDIDATE, Judgement.YES)
                                .reading(FactKey.TRANSPLANT_CANDIDATE, Judgement.NO))
                        .contradictory(),
                "not about this card");
    }

    @Test
    void the_card_of_the_team_rests_on_every_rule() {
        ChartBuilder many = patientWith(Problem.Kind.LIVER_METASTASES)
                .lesion("a", mm("35"))
                .count(4)
                .resectable(Judgement.YES)
                .fit(Judgement.NO);
        Map<String, String> facts = grounds(many).facts();
        assertTrue(facts.get("offered").startsWith("multidisciplinaryReview:info"), facts.toString());
        assertEquals("?NOT_RECORDED", facts.get("remnant-inadequate"));
        assertEquals("yes", facts.get("surgery-can-remove-all"));
    }

    @Test
    void the_team_is_told_of_doubt_where_one_rule_takes_it_for_a_yes() {
        ChartBuilder doubtful = patientWith(Problem.Kind.HEPATOCELLULAR_CARCINOMA)
                .unmeasuredLesion("a")
                .lesion("b", mm("20"))
                .listComplete()
                .fit(Judgement.NO)
                .treated(Treatment.Kind.RESECTION, SCAN.minusDays(400));
        LiverChart chart = doubtful.chart();
        Map<String, String> facts = new HashMap<>(grounds(doubtful).facts());
        assertEquals(
                "?NOT_RECORDED",
                facts.get("recurrent"),
                LiverCancerGuideline.advise(chart).toString());
    }

    @Test
    void those_of_an_order_say_what_stands_in_its_way() {
        Map<String, String> large = order(
                patientWith(Problem.Kind.LIVER_METASTASES).lesion("a", mm("35")).count(1));
        assertEquals("each-smaller-than-3-cm", large.get("order-not-met"));
        assertEquals("none", large.get("order-open"));
        assertEquals("?NOT_RECORDED", large.get("pregnant"));
        assertEquals("35", large.get("largest-lesion"));
        Map<String, String> open =
                order(patientWith(Problem.Kind.LIVER_METASTASES).lesion("a", mm("21")));
        assertEquals("none", open.get("order-not-met"));
        assertEquals("at-most-three-lesions", open.get("order-open"));
    }

    @Test
    void what_was_not_told_before_is_a_change_too() {
        Grounds now = new Grounds(Map.of("a", "1"), false);
        assertEquals(List.of("a", "b"), now.changedSince(Map.of("b", "1")));
        assertFalse(now.areThoseOf(Map.of()));
    }

    /** Equal grounds never hide that a card would say something else. */
    @Property(tries = 500)
    void charts_with_the_same_grounds_leave_the_same_open(@ForAll("charts") List<ChartEntry> entries) {
        Map<Map<String, String>, List<Statement>> seen = new HashMap<>();
        for (int left = 0; left <= entries.size(); left++) {
            List<ChartEntry> rest = new ArrayList<>(entries);
            rest.subList(left, Math.min(left + 1, entries.size())).clear();
            LiverChart chart = ChartEntry.chart(rest).chart();
            Advice advice = LiverCancerGuideline.advise(chart);
            if (!advice.recommendations().isEmpty()) {
                Grounds grounds = Grounds.of(advice, chart);
                List<Statement> open = advice.recommendations().get(0).open().stream()
                        .map(Assessment::statement)
                        .toList();
                List<Statement> before = seen.putIfAbsent(grounds.facts(), open);
                assertTrue(before == null || before.equals(open), () -> before + " and " + open + ": " + grounds);
            }
        }
    }

    @Provide
    Arbitrary<List<ChartEntry>> charts() {
        return RandomCharts.charts();
    }

    @Test
    void systemic_therapies_are_told_by_their_kinds() {
        ChartBuilder treated =
                metastases().takes(Drug.Kind.SYSTEMIC_THERAPY, true).takes(Drug.Kind.SYSTEMIC_THERAPY, true);
        assertEquals("none", grounds(metastases()).facts().get("systemic-therapies"));
        assertEquals("value", grounds(treated).facts().get("systemic-therapies"));
    }

    private static void assertChanges(UnaryOperator<ChartBuilder> change, String... names) {
        Grounds now = grounds(change.apply(metastases()));
        assertEquals(List.of(names), now.changedSince(grounds(metastases()).facts()));
    }

    private static String number(ChartBuilder chart) {
        return grounds(chart).facts().get("number-of-lesions");
    }

    private static Grounds grounds(ChartBuilder builder) {
        LiverChart chart = builder.chart();
        return Grounds.of(LiverCancerGuideline.advise(chart), chart);
    }

    private static Map<String, String> order(ChartBuilder builder) {
        LiverChart chart = builder.chart();
        Advice advice = LiverCancerGuideline.advise(chart);
        return Grounds.of(
                        OrderReviews.of(RecommendationId.ABLATION, chart, advice)
                                .orElseThrow(),
                        chart)
                .facts();
    }

    private static NumberRange count(int number) {
        return NumberRange.exactly(BigDecimal.valueOf(number));
    }

    /** Two lesions, all listed, and nothing else known. */
    private static ChartBuilder metastases() {
        return patientWith(Problem.Kind.LIVER_METASTASES)
                .lesion("a", mm("21"))
                .lesion("b", mm("9.5"))
                .count(2);
    }

    private static ChartBuilder sirt() {
        return patientWith(Problem.Kind.LIVER_METASTASES)
                .lesion("a", mm("50"))
                .count(1)
                .resectable(Judgement.NO)
                .extrahepatic(Judgement.NO);
    }
}
