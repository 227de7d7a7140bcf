package org.livercds.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.feedback.Answered;
import org.livercds.feedback.CardHistory;
import org.livercds.feedback.Hashes;
import org.livercds.feedback.IssuedCard;
import org.livercds.feedback.Reader;
import org.livercds.hooks.Caller;
import org.livercds.hooks.Card;
import org.livercds.hooks.Evaluation;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.Language;
import org.livercds.hooks.WireJson;

/** The services do not repeat to a user what that user has set aside, and answer as ever where nobody knows. */
@Timeout(60)
class RepeatControlTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final String PATIENT = "three-metastases-under-3-cm";
    private static final String VIEW = "patient-view";

    private final List<IssuedCard> issued = new CopyOnWriteArrayList<>();
    private final List<Answered> answered = new CopyOnWriteArrayList<>();
    private final List<IssuedCard> overridden = new CopyOnWriteArrayList<>();
    private final List<Instant> asked = new CopyOnWriteArrayList<>();

    /** As the table does it. */
    private final CardHistory history = (tenant, readers, since) -> {
        asked.add(since);
        return overridden.stream()
                .filter(card ->
                        card.tenant().equals(tenant) && readers.contains(new Reader(card.patient(), card.user())))
                .toList();
    };

    @Test
    void what_a_user_overrode_is_held_back_for_that_user_and_patient_alone() throws InterruptedException {
        Asked services = begun(history);
        HookResponse first = answer(services, VIEW, request -> {}, Caller.UNKNOWN);
        assertEquals(List.of("ablation", "otherOptions", "checkFirst"), topics(first));
        override("ablation", 3);
        HookResponse again = answer(services, VIEW, request -> {}, Caller.UNKNOWN);
        assertEquals(List.of("checkFirst"), topics(again));
        assertEquals(List.of("ablation", "otherOptions"), evaluation(again).heldBack());
        assertEquals(evaluation(first).recommendations(), evaluation(again).recommendations());
        assertEquals(evaluation(first).missing(), evaluation(again).missing());
        assertEquals(NOW.minus(Duration.ofDays(30)), asked.get(0));
        assertEquals(topics(first), topics(answer(services, VIEW, user("Practitioner/other"), Caller.UNKNOWN)));
        assertEquals(topics(first), topics(answer(services, VIEW, request -> {}, ofClient("south"))));
        assertEquals(topics(first), topics(answer(services, VIEW, patient("somebody-else"), Caller.UNKNOWN)));
    }

    /** What is remembered of a card holds no words. */
    @Test
    void what_was_overridden_in_one_language_is_held_back_in_the_other() throws InterruptedException {
        Asked services = begun(history);
        HookResponse first = answer(services, VIEW, request -> {}, Caller.UNKNOWN.in(Language.ES));
        assertTrue(first.cards().get(0).summary().startsWith("3 lesiones"));
        override("ablation", 3);
        HookResponse again = answer(services, VIEW, request -> {}, Caller.UNKNOWN);
        assertEquals(List.of("checkFirst"), topics(again));
        assertEquals(List.of("ablation", "otherOptions"), evaluation(again).heldBack());
    }

    @Test
    void after_a_rotation_of_the_key_it_is_still_held_back_as_long_as_the_former_key_is_set()
            throws InterruptedException {
        byte[] former = new byte[32];
        byte[] next = new byte[] {1, 2, 3};
        HookResponse first = answer(begun(history, new Hashes(former)), VIEW, request -> {}, Caller.UNKNOWN);
        override("ablation", 3);
        Asked rotated = begun(history, new Hashes(next, Optional.of(former)));
        HookResponse again = answer(rotated, VIEW, request -> {}, Caller.UNKNOWN);
        assertEquals(List.of("ablation", "otherOptions"), evaluation(again).heldBack());
        awaitIssued(4);
        assertEquals(
                new Hashes(next).user("/", "Practitioner/example"),
                issued.get(3).user());
        assertEquals(topics(first), topics(answer(rotated, VIEW, user("Practitioner/other"), Caller.UNKNOWN)));
        Asked forgotten = begun(history, new Hashes(next));
        assertEquals(topics(first), topics(answer(forgotten, VIEW, request -> {}, Caller.UNKNOWN)));
    }

    @Test
    void who_names_no_user_is_told_everything_and_nobody_is_asked() throws InterruptedException {
        Asked services = begun(history);
        HookResponse first = answer(services, VIEW, RepeatControlTest::withoutUser, Caller.UNKNOWN);
        override("ablation", 3);
        HookResponse again = answer(services, VIEW, RepeatControlTest::withoutUser, Caller.UNKNOWN);
        assertEquals(topics(first), topics(again));
        assertEquals(List.of(), asked);
        assertEquals("", issued.get(0).user());
    }

    @Test
    void cards_are_kept_with_hashes_and_facts_and_without_names() throws InterruptedException {
        HookResponse answer = answer(begun(history), VIEW, request -> {}, Caller.UNKNOWN);
        awaitIssued(3);
        IssuedCard card = issued.get(0);
        assertEquals(answer.cards().get(0).uuid(), card.card());
        assertEquals("liver-cancer-patient-view", card.service());
        assertEquals("ablation", card.topic());
        assertEquals("29", card.facts().get("largest-lesion"));
        assertEquals(NOW, card.issuedAt());
        assertTrue(card.patient().matches("[0-9a-f]{64}"), card.patient());
        assertTrue(card.user().matches("[0-9a-f]{64}"), card.user());
        assertNotEquals(card.user(), card.patient());
        assertEquals("checkFirst", issued.get(2).topic());
        assertEquals(0, issued.get(2).facts().size());
    }

    @Test
    void an_order_that_was_warned_of_at_its_draft_is_not_warned_of_again_when_it_is_signed()
            throws InterruptedException {
        Asked services = begun(history);
        HookResponse drafted = ordered(services, "order-select");
        assertEquals(List.of("ablationOrder"), topics(drafted));
        override("ablationOrder", 1);
        HookResponse signed = ordered(services, "order-sign");
        assertEquals(List.of(), signed.cards());
        assertEquals(List.of("ablationOrder"), evaluation(signed).heldBack());
        assertEquals("evaluated", evaluation(signed).status());
    }

    @Test
    void what_other_rules_judged_is_not_held_back() throws InterruptedException {
        Asked services = begun(history);
        HookResponse first = answer(services, VIEW, request -> {}, Caller.UNKNOWN);
        override("ablation", 3);
        IssuedCard card = overridden.remove(0);
        overridden.add(new IssuedCard(
                card.card(),
                card.tenant(),
                card.patient(),
                card.user(),
                card.service(),
                card.topic(),
                "1.9.9",
                card.facts(),
                card.issuedAt()));
        assertEquals(topics(first), topics(answer(services, VIEW, request -> {}, Caller.UNKNOWN)));
    }

    @Test
    void a_store_that_hangs_slows_no_answer() {
        CountDownLatch never = new CountDownLatch(1);
        CardHistory hanging = (tenant, readers, since) -> {
            await(never);
            return List.of();
        };
        RepeatControl stuck =
                Repeats.of(hanging, Duration.ofMillis(20), cards -> await(never), Clock.fixed(NOW, ZoneOffset.UTC));
        Asked slow = new Asked(stuck);
        Asked quick = new Asked(Repeats.none());
        assertEquals(
                topics(answer(quick, VIEW, request -> {}, Caller.UNKNOWN)),
                topics(answer(slow, VIEW, request -> {}, Caller.UNKNOWN)));
        for (int call = 0; call < 50; call++) {
            long begin = System.nanoTime();
            answer(slow, VIEW, request -> {}, Caller.UNKNOWN);
            assertTrue(System.nanoTime() - begin < 1_000_000_000L, "call " + call);
        }
        never.countDown();
    }

    @Test
    void what_is_only_rehearsed_is_not_kept() throws InterruptedException {
        PlainServices.with(control(history, new Hashes(new byte[32])))
                .required("liver-cancer-patient-view")
                .answer(
                        PlainServices.REQUESTS
                                .today(PATIENT)
                                .map(WireJson::write)
                                .map(WireJson::readRequest)
                                .orElseThrow(),
                        Caller.UNKNOWN);
        answer(begun(history), VIEW, request -> {}, Caller.UNKNOWN);
        awaitIssued(3);
        assertEquals(3, issued.size());
    }

    @Test
    void silent_answers_are_counted_and_those_of_patients_are_not() throws InterruptedException {
        Asked services = begun(history);
        answer(services, VIEW, user("Patient/somebody"), Caller.UNKNOWN);
        answer(services, VIEW, RepeatControlTest::withoutLiverDisease, Caller.UNKNOWN);
        answer(services, VIEW, request -> {}, ofClient("south"));
        awaitIssued(3);
        assertEquals(
                List.of(0, 3), answered.stream().map(one -> one.cards().size()).toList());
        Answered silent = answered.get(0);
        assertEquals("liver-cancer-patient-view", silent.service());
        assertEquals(LocalDate.of(2026, 11, 20), silent.day());
    }

    @Test
    void another_wording_is_no_reason_to_say_it_again_and_other_rules_are() throws InterruptedException {
        Asked services = begun(history);
        HookResponse first = answer(services, VIEW, request -> {}, Caller.UNKNOWN);
        override("ablation", 3);
        int rules = Integer.parseInt(LiverCancerGuideline.VERSION.split("\\.")[0]);
        overridden.set(0, by(rules + ".99.99", overridden.get(0)));
        assertEquals(List.of("checkFirst"), topics(answer(services, VIEW, request -> {}, Caller.UNKNOWN)));
        overridden.set(0, by(rules - 1 + ".0.0", overridden.get(0)));
        assertEquals(topics(first), topics(answer(services, VIEW, request -> {}, Caller.UNKNOWN)));
    }

    private static IssuedCard by(String version, IssuedCard card) {
        return new IssuedCard(
                card.card(),
                card.tenant(),
                card.patient(),
                card.user(),
                card.service(),
                card.topic(),
                version,
                card.facts(),
                card.issuedAt());
    }

    private void override(String topic, int shown) throws InterruptedException {
        awaitIssued(shown);
        overridden.addAll(
                issued.stream().filter(card -> card.topic().equals(topic)).toList());
        assertEquals(1, overridden.size());
    }

    private void awaitIssued(int cards) throws InterruptedException {
        while (issued.size() < cards) {
            Thread.sleep(5);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The services, and what remembers their answers. */
    private record Asked(ServiceRegistry services, RepeatControl repeats) {

        Asked(RepeatControl repeats) {
            this(PlainServices.with(repeats), repeats);
        }

        HookResponse answer(String hook, ObjectNode body, Caller caller) {
            HookRequest request = WireJson.readRequest(WireJson.write(body));
            CdsService service = services.required("liver-cancer-" + hook);
            Answer answer = service.answer(request, caller);
            repeats.remember(service.id(), request, caller, answer);
            return answer.response();
        }
    }

    private Asked begun(CardHistory history) {
        return begun(history, new Hashes(new byte[32]));
    }

    private Asked begun(CardHistory history, Hashes hashes) {
        return new Asked(control(history, hashes));
    }

    private RepeatControl control(CardHistory history, Hashes hashes) {
        return Repeats.of(history, Duration.ofSeconds(5), this::keep, hashes, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void keep(List<Answered> answers) {
        answered.addAll(answers);
        answers.forEach(answer -> issued.addAll(answer.cards()));
    }

    private static HookResponse answer(Asked services, String hook, Consumer<ObjectNode> change, Caller caller) {
        ObjectNode body = PlainServices.REQUESTS.today(PATIENT).orElseThrow();
        change.accept(body);
        return services.answer(hook, body, caller);
    }

    private static HookResponse ordered(Asked services, String hook) {
        ObjectNode body = PlainServices.REQUESTS
                .ordering("four-metastases", "ablation", hook)
                .orElseThrow();
        return services.answer(hook, body, Caller.UNKNOWN);
    }

    private static Consumer<ObjectNode> user(String id) {
        return request -> request.withObject("/context").put("userId", id);
    }

    private static void withoutUser(ObjectNode request) {
        request.withObject("/context").remove("userId");
    }

    private static void withoutLiverDisease(ObjectNode request) {
        ((ObjectNode) request.at("/prefetch/conditions")).put("total", 0).putArray("entry");
        ((ObjectNode) request.at("/prefetch/observations")).put("total", 0).putArray("entry");
    }

    /** The same chart of another patient. */
    private static Consumer<ObjectNode> patient(String id) {
        return request -> {
            String before = request.at("/context/patientId").asText();
            ObjectNode moved =
                    WireJson.readObject(request.toString().replace(before, id).getBytes(UTF_8));
            request.setAll(moved);
        };
    }

    private static Caller ofClient(String name) {
        return new Caller(Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static List<String> topics(HookResponse answer) {
        List<String> topics = new ArrayList<>();
        for (Card card : answer.cards()) {
            topics.add(card.source().topic().code());
        }
        return topics;
    }

    private static Evaluation evaluation(HookResponse answer) {
        return answer.extension().evaluation();
    }
}
