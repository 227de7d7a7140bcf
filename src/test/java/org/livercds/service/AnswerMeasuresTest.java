package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.livercds.cards.CardTopic;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.hooks.Caller;
import org.livercds.hooks.Evaluation;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.WireJson;

class AnswerMeasuresTest {

    private static final String VIEW = "liver-cancer-patient-view";
    private static final String SIGN = "liver-cancer-order-sign";

    /** What a call may cost more, since there are metrics. */
    private static final long MOST_BYTES = 3_000;

    private static final ServiceRegistry SERVICES = PlainServices.with(Repeats.none());

    private MeterRegistry metrics;
    private AnswerMeasures measures;

    @BeforeEach
    void begin() {
        metrics = new SimpleMeterRegistry();
        measures = new AnswerMeasures(metrics, SERVICES);
    }

    @Test
    void cards_are_counted_by_topic_and_by_how_firm_they_are() {
        count(VIEW, "three-metastases-under-3-cm");
        assertEquals(1, cards(VIEW, "ablation", "recommended"));
        assertEquals(1, cards(VIEW, "otherOptions", "info"));
        assertEquals(3, total("livercds.cards"));
        assertEquals(0, total("livercds.no.cards"));
    }

    @Test
    void rules_are_counted_with_what_came_of_them() {
        Answer answer = count(VIEW, "three-metastases-under-3-cm");
        Set<String> offered = answer.response().extension().evaluation().recommendations().stream()
                .map(offer -> offer.topic() + " " + offer.status())
                .collect(Collectors.toSet());
        int withheld = answer.advice().orElseThrow().withheld().size();
        assertTrue(withheld > 0);
        assertEquals(
                offered,
                counted("livercds.rules").stream()
                        .filter(counter -> !verdict(counter).equals("withheld"))
                        .map(counter -> counter.getId().getTag("topic") + " " + verdict(counter))
                        .collect(Collectors.toSet()));
        assertEquals(offered.size() + withheld, total("livercds.rules"));
    }

    @Test
    void no_card_is_counted_with_the_reason() {
        count(VIEW, "no-liver-disease");
        assertEquals(1, noCards(VIEW, "noLiverDisease"));
        assertEquals(0, total("livercds.cards"));
        assertEquals(0, total("livercds.rules"));
    }

    @Test
    void an_order_that_fits_is_nothing_to_say() {
        Answer answer = sign("three-metastases-under-3-cm");
        assertEquals(List.of(), answer.response().cards());
        measures.count(SIGN, answer);
        assertEquals(1, noCards(SIGN, "nothingToSay"));
    }

    @Test
    void who_was_told_before_is_counted_as_held_back() {
        HookResponse told = answer(VIEW, "three-metastases-under-3-cm").response();
        Evaluation evaluation = told.extension().evaluation();
        Evaluation again = new Evaluation(
                evaluation.ruleVersion(),
                evaluation.contentHash(),
                evaluation.contentChanged(),
                evaluation.asOf(),
                evaluation.status(),
                null,
                evaluation.diseaseKind(),
                evaluation.recommendations(),
                List.of(),
                List.of("M-SIZE"),
                List.of("ablation"),
                evaluation.data());
        measures.count(VIEW, Answer.silent(new HookResponse(List.of(), again)));
        assertEquals(1, cards(VIEW, "ablation", "heldBack"));
        assertEquals(1, noCards(VIEW, "heldBack"));
        assertEquals(
                1,
                metrics.get("livercds.missing")
                        .tag("datum", "M-SIZE")
                        .functionCounter()
                        .count());
    }

    @Test
    void each_key_is_counted_with_its_state() {
        Answer answer = count(VIEW, "three-metastases-under-3-cm");
        assertEquals(8, total("livercds.prefetch"));
        for (Evaluation.KeyReport report :
                answer.response().extension().evaluation().data()) {
            FunctionCounter counter = metrics.get("livercds.prefetch")
                    .tags("key", report.key(), "source", report.source(), "state", report.state())
                    .functionCounter();
            assertEquals(1, counter.count(), report::toString);
        }
    }

    /** Else the first time something happens would be no growth to whoever looks at growth. */
    @Test
    void what_the_synthetic_patients_are_told_makes_no_new_series() {
        Set<?> before = series();
        for (String name : DemoRequests.NAMES) {
            count(VIEW, name);
            measures.count(SIGN, sign(name));
        }
        assertEquals(before, series());
        assertTrue(before.size() < 400, () -> before.size() + " series");
    }

    @Test
    void every_rule_and_every_topic_has_a_series() {
        assertEquals(
                Set.of(RecommendationId.values()).stream()
                        .map(RecommendationId::topic)
                        .collect(Collectors.toSet()),
                tags("livercds.rules", "topic"));
        assertEquals(
                Set.of(CardTopic.values()).stream().map(CardTopic::code).collect(Collectors.toSet()),
                tags("livercds.cards", "topic"));
    }

    @Test
    void counting_costs_hardly_any_memory() {
        Answer answer = answer(VIEW, "three-metastases-under-3-cm");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        int times = 10_000;
        repeat(times, answer);
        long before = threads.getThreadAllocatedBytes(thread);
        repeat(times, answer);
        long bytes = (threads.getThreadAllocatedBytes(thread) - before) / times;
        assertTrue(bytes < MOST_BYTES, () -> bytes + " bytes to count one answer");
        System.out.println("Counting an answer takes " + bytes + " bytes");
    }

    private void repeat(int times, Answer answer) {
        for (int i = 0; i < times; i++) {
            measures.count(VIEW, answer);
        }
    }

    private Answer count(String service, String example) {
        Answer answer = answer(service, example);
        measures.count(service, answer);
        return answer;
    }

    private static Answer answer(String service, String example) {
        return SERVICES.required(service)
                .answer(
                        WireJson.readRequest(WireJson.write(
                                PlainServices.REQUESTS.unshifted(example).orElseThrow())),
                        Caller.UNKNOWN);
    }

    private static Answer sign(String example) {
        return SERVICES.required(SIGN)
                .answer(
                        WireJson.readRequest(WireJson.write(PlainServices.REQUESTS
                                .ordering(example, "ablation", "order-sign")
                                .orElseThrow())),
                        Caller.UNKNOWN);
    }

    private double cards(String service, String topic, String status) {
        return metrics.get("livercds.cards")
                .tags("service", service, "topic", topic, "status", status)
                .functionCounter()
                .count();
    }

    private double noCards(String service, String reason) {
        return metrics.get("livercds.no.cards")
                .tags("service", service, "reason", reason)
                .functionCounter()
                .count();
    }

    private double total(String name) {
        return metrics.get(name).functionCounters().stream()
                .mapToDouble(FunctionCounter::count)
                .sum();
    }

    private List<FunctionCounter> counted(String name) {
        return metrics.get(name).functionCounters().stream()
                .filter(counter -> counter.count() > 0)
                .toList();
    }

    private Set<String> tags(String name, String tag) {
        return metrics.get(name).functionCounters().stream()
                .map(counter -> counter.getId().getTag(tag))
                .collect(Collectors.toSet());
    }

    private static String verdict(FunctionCounter rule) {
        return rule.getId().getTag("verdict");
    }

    private Set<?> series() {
        return metrics.getMeters().stream().map(meter -> meter.getId()).collect(Collectors.toSet());
    }
}
