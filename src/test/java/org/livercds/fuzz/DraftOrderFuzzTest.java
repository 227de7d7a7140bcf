package org.livercds.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithSize;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.cards.CardRules;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.WireJson;
import org.livercds.service.PlainServices;

/** Draft orders of any shape for a patient whose lesion of 45 mm is too large for ablation. */
class DraftOrderFuzzTest {

    private static final List<String> WITHDRAWN =
            List.of("entered-in-error", "cancelled", "revoked", "stopped", "completed", "rejected");

    enum Shape {
        ENTRY,
        BARE,
        NULL,
        CODE_AS_LIST,
        CODE_AS_TEXT,
        NESTED;

        boolean canBeRead() {
            return this == ENTRY || this == BARE || this == CODE_AS_LIST;
        }
    }

    enum Ordered {
        ABLATION("609232008"),
        CHEST_CT("169069000"),
        NOTHING("");

        private final String code;

        Ordered(String code) {
            this.code = code;
        }
    }

    /** One draft; the patient of the call is p1. */
    record Draft(Shape shape, Ordered ordered, String status, boolean forbidden, boolean ofAnother) {

        boolean isAblation() {
            return ordered == Ordered.ABLATION && shape.canBeRead() && !isNone();
        }

        private boolean isNone() {
            return forbidden || ofAnother || status != null && WITHDRAWN.contains(status);
        }

        boolean mayBeAblation() {
            return ordered == Ordered.ABLATION && !isNone();
        }
    }

    static Stream<Arguments> seeds() {
        Draft plain = new Draft(Shape.ENTRY, Ordered.ABLATION, "draft", false, false);
        return Stream.of(
                arguments(List.of(plain), "ServiceRequest/0", false),
                arguments(List.of(new Draft(Shape.BARE, Ordered.ABLATION, null, false, false)), null, true),
                arguments(List.of(new Draft(Shape.ENTRY, Ordered.CHEST_CT, "draft", false, false), plain), "", false),
                arguments(List.of(new Draft(Shape.ENTRY, Ordered.ABLATION, "draft", true, false)), null, false),
                arguments(List.of(new Draft(Shape.ENTRY, Ordered.ABLATION, "draft", false, true)), null, false),
                arguments(List.of(new Draft(Shape.NULL, Ordered.NOTHING, "", false, false), plain), null, false),
                arguments(List.of(new Draft(Shape.CODE_AS_LIST, Ordered.ABLATION, "x", false, false)), null, false),
                arguments(List.of(new Draft(Shape.CODE_AS_TEXT, Ordered.ABLATION, "x", false, false)), null, false));
    }

    @MethodSource("seeds")
    @FuzzTest
    void an_ordered_ablation_is_warned_of_and_nothing_else(
            @NotNull @WithSize(max = 6) List<@NotNull Draft> drafts, String selection, boolean list) {
        List<Draft> whole = drafts.stream()
                .filter(draft -> draft.shape() != null && draft.ordered() != null)
                .toList();
        ObjectNode request = request(whole, list);

        HookResponse signed = answer("order-sign", request);
        boolean warned = !signed.cards().isEmpty();
        assertTrue(warned || whole.stream().noneMatch(Draft::isAblation), request::toString);
        assertTrue(!warned || whole.stream().anyMatch(Draft::mayBeAblation), request::toString);
        assertEquals(
                warned,
                !"noRelevantOrder".equals(signed.extension().evaluation().reason()));

        ArrayNode selections = ((ObjectNode) request.path("context")).putArray("selections");
        if (selection != null) {
            selections.add(selection);
        }
        HookResponse selected = answer("order-select", request.put("hook", "order-select"));
        assertFalse(!selected.cards().isEmpty() && !warned, request::toString);
    }

    private static HookResponse answer(String hook, ObjectNode request) {
        HookResponse answer = PlainServices.answer(hook, WireJson.write(request));
        CardRules.check(answer.cards());
        return answer;
    }

    private static ObjectNode request(List<Draft> drafts, boolean list) {
        ObjectNode prefetch = Chart.prefetch(List.of(Chart.metastases(), Chart.complete(), Chart.lesion("a", 45)));
        ObjectNode request = Chart.request("order-sign", prefetch);
        ObjectNode context = (ObjectNode) request.path("context");
        ArrayNode entries = list
                ? context.putArray("draftOrders")
                : context.putObject("draftOrders").put("resourceType", "Bundle").putArray("entry");
        for (int i = 0; i < drafts.size(); i++) {
            add(entries, drafts.get(i), resource(drafts.get(i), i));
        }
        return request;
    }

    private static ObjectNode resource(Draft draft, int number) {
        ObjectNode order = Chart.json("{'resourceType':'ServiceRequest','id':'" + number + "','intent':'order'}");
        if (draft.status() != null) {
            order.put("status", draft.status());
        }
        if (draft.forbidden()) {
            order.put("doNotPerform", true);
        }
        order.putObject("subject").put("reference", draft.ofAnother() ? "Patient/p2" : "Patient/p1");
        ObjectNode code =
                Chart.json("{'coding':[{'system':'http://snomed.info/sct','code':'" + draft.ordered().code + "'}]}");
        switch (draft.shape()) {
            case CODE_AS_LIST -> order.putArray("code").add(code);
            case CODE_AS_TEXT -> order.put("code", draft.ordered().code);
            default -> order.set("code", code);
        }
        return order;
    }

    private static void add(ArrayNode entries, Draft draft, ObjectNode resource) {
        switch (draft.shape()) {
            case NULL -> entries.addNull();
            case BARE -> entries.add(resource);
            case NESTED -> entries.addObject().set("resource", Chart.bundle(List.of(resource)));
            default -> entries.addObject().set("resource", resource);
        }
    }
}
