package org.livercds.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.SCAN;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.guideline.OrderReviews;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.Judgement;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.clinical.patient.NumberRange;
import org.livercds.clinical.patient.Problem;

/** A card that its reader set aside comes again only with something new, and then says what that is. */
class RepeatTest {

    private static final CardWriter WRITER = ShippedCards.writer();
    private static final String CHANGED = "**Changed since you set this aside**: ";

    @Test
    void the_same_advice_is_held_back_with_its_other_options() {
        Written first = write(metastases().resectable(Judgement.YES).fit(Judgement.YES), SetAside.NOTHING);
        assertEquals(List.of("ablation", "otherOptions", "checkFirst"), topics(first));
        assertEquals(List.of(), first.heldBack());
        Written again = write(metastases().resectable(Judgement.YES).fit(Judgement.YES), after(first));
        assertEquals(List.of("checkFirst"), topics(again));
        assertEquals(List.of("ablation", "otherOptions"), again.heldBack());
        assertEquals(
                first.cards().get(2).detail(), again.cards().get(0).detail(), "what is to be checked is not shortened");
        CardRules.check(again.cards());
    }

    @Test
    void all_may_be_held_back() {
        ChartBuilder settled = settled();
        Written first = write(settled, SetAside.NOTHING);
        assertFalse(topics(first).contains("checkFirst"), first.cards().toString());
        Written again = write(settled(), after(first));
        assertEquals(List.of(), again.cards());
        assertEquals(topics(first), again.heldBack());
    }

    @Test
    void an_override_of_another_topic_holds_nothing_back() {
        Written first = write(metastases(), SetAside.NOTHING);
        SetAside other = new SetAside(Map.of("resection", first.shown().get(0).facts(), "checkFirst", Map.of()));
        Written again = write(metastases(), other);
        assertEquals(topics(first), topics(again));
        assertFalse(again.cards().get(0).detail().contains(CHANGED));
    }

    @Test
    void what_has_changed_comes_first() {
        Written first = write(metastases(), SetAside.NOTHING);
        Written again = write(
                patientWith(Problem.Kind.LIVER_METASTASES)
                        .lesion("a", mm("28"))
                        .lesion("b", mm("9.5"))
                        .count(2),
                after(first));
        assertEquals(List.of(), again.heldBack());
        String detail = again.cards().get(0).detail();
        assertTrue(detail.startsWith(CHANGED + "largest lesion was 2.1 cm, now 2.8 cm.\n\n"), detail);
        CardRules.check(again.cards());
    }

    @Test
    void what_is_newly_known_or_offered_is_told_in_words() {
        Written first = write(metastases(), SetAside.NOTHING);
        String detail = write(
                        metastases()
                                .extrahepatic(Judgement.YES)
                                .childPugh(ChildPugh.A)
                                .lesion("c", ChartBuilder.lessThan("10"))
                                .reading(
                                        FactKey.LESION_COUNT,
                                        NumberRange.exactly(BigDecimal.valueOf(3)),
                                        SCAN.plusDays(1)),
                        after(first))
                .cards()
                .get(0)
                .detail();
        String told = detail.lines().findFirst().orElseThrow();
        assertTrue(told.contains("number of lesions was 2, now 3"), told);
        assertTrue(told.contains("other lesions: 0.95 cm before, under 1.0 cm, 0.95 cm now"), told);
        assertTrue(told.contains("spread outside the liver: not known before, yes now"), told);
        assertTrue(told.contains("Child-Pugh class was not known, now A"), told);
        assertTrue(told.contains("offered: Ablation, "), told);
        assertFalse(told.contains("{"), told);
        assertFalse(told.contains("?"), told);
    }

    @Test
    void a_long_list_of_changes_is_cut() {
        Map<String, String> other = new HashMap<>(
                write(metastases(), SetAside.NOTHING).shown().get(0).facts());
        other.replaceAll((name, value) -> value.equals("none") ? "?CONFLICTING" : "none");
        String told = write(metastases(), new SetAside(Map.of("ablation", other)))
                .cards()
                .get(0)
                .detail()
                .lines()
                .findFirst()
                .orElseThrow();
        assertTrue(told.matches(".*; and \\d+ more\\."), told);
        assertTrue(told.contains("not known (results contradict each other)"), told);
    }

    /** What an older version of the service wrote down may read in another way. */
    @Test
    void values_that_are_not_understood_are_told_as_they_are() {
        Map<String, String> other = Map.of("largest-lesion", "huge", "offered", "magic:recommended", "kind", "x");
        String detail = write(metastases(), new SetAside(Map.of("ablation", other)))
                .cards()
                .get(0)
                .detail();
        assertTrue(detail.contains("kind of disease was x, now liver metastases"), detail);
        assertTrue(detail.contains("largest lesion was huge, now 2.1 cm"), detail);
    }

    @Test
    void where_the_chart_contradicts_itself_nothing_is_held_back() {
        ChartBuilder contradictory = metastases().extrahepatic(Judgement.YES).extrahepatic(Judgement.NO);
        Written first = write(contradictory, SetAside.NOTHING);
        Written again = write(contradictory, after(first));
        assertEquals(topics(first), topics(again));
        assertFalse(again.cards().get(0).detail().contains(CHANGED));
    }

    @Test
    void a_card_that_carries_its_caution_itself_is_not_held_back() {
        ChartBuilder child =
                patientWith(Problem.Kind.HEPATOCELLULAR_CARCINOMA).aged(9).lesion("a", mm("20"));
        Written first = write(child, SetAside.NOTHING);
        assertEquals(List.of("multidisciplinaryReview"), topics(first));
        assertEquals(topics(first), topics(write(child, after(first))));
    }

    @Test
    void an_order_against_a_criterion_is_held_back_on_every_hook() {
        Written first = order(large("35"), SetAside.NOTHING);
        assertEquals(List.of("ablationOrder"), topics(first));
        Written again = order(large("35"), after(first));
        assertEquals(List.of(), again.cards());
        assertEquals(List.of("ablationOrder"), again.heldBack());
        Written larger = order(large("36"), after(first));
        assertTrue(
                larger.cards().get(0).detail().startsWith(CHANGED + "largest lesion was 3.5 cm, now 3.6 cm."),
                larger.cards().get(0).detail());
    }

    @Test
    void an_order_of_which_only_data_are_missing_is_not_held_back() {
        ChartBuilder open = patientWith(Problem.Kind.LIVER_METASTASES).lesion("a", mm("21"));
        Written first = order(open, SetAside.NOTHING);
        assertEquals(List.of("ablationOrder"), topics(first));
        assertEquals(topics(first), topics(order(open, after(first))));
    }

    private static SetAside after(Written first) {
        Map<String, Map<String, String>> facts = new HashMap<>();
        first.shown().forEach(shown -> facts.put(shown.card().source().topic().code(), shown.facts()));
        return new SetAside(facts);
    }

    private static List<String> topics(Written written) {
        return written.cards().stream()
                .map(card -> card.source().topic().code())
                .toList();
    }

    private static Written write(ChartBuilder builder, SetAside setAside) {
        LiverChart chart = builder.chart();
        return WRITER.write(LiverCancerGuideline.advise(chart), chart, Set.of(), new Call(0, "p1", setAside));
    }

    private static Written order(ChartBuilder builder, SetAside setAside) {
        LiverChart chart = builder.chart();
        Advice advice = LiverCancerGuideline.advise(chart);
        return WRITER.writeOrders(
                OrderReviews.of(RecommendationId.ABLATION, chart, advice).stream()
                        .toList(),
                advice,
                chart,
                new Call(2, "p1", setAside));
    }

    private static ChartBuilder metastases() {
        return patientWith(Problem.Kind.LIVER_METASTASES)
                .lesion("a", mm("21"))
                .lesion("b", mm("9.5"))
                .count(2);
    }

    private static ChartBuilder large(String size) {
        return patientWith(Problem.Kind.LIVER_METASTASES).lesion("a", mm(size)).count(1);
    }

    /** Nothing is missing and nothing is to be checked. */
    private static ChartBuilder settled() {
        return metastases()
                .extrahepatic(Judgement.NO)
                .resectable(Judgement.NO)
                .fit(Judgement.YES)
                .childPugh(ChildPugh.A)
                .reading(FactKey.REFRACTORY, Judgement.YES);
    }
}
