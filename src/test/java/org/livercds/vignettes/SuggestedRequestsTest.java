package org.livercds.vignettes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.livercds.cards.Call;
import org.livercds.cards.CardWriter;
import org.livercds.cards.SetAside;
import org.livercds.cards.ShippedCards;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.fhir.OfflineValidator;
import org.livercds.hooks.Action;
import org.livercds.hooks.Card;
import org.livercds.hooks.WireJson;

/** Whatever a card of a worked case suggests is a valid FHIR R4 ServiceRequest. */
class SuggestedRequestsTest {

    private static final CardWriter WRITER = ShippedCards.writer();

    @Test
    void every_kind_of_suggestion_is_valid() {
        Map<String, ObjectNode> drafts = new HashMap<>();
        VignettesTest.charts()
                .forEach(chart -> cards(chart).stream()
                        .flatMap(card -> card.suggestions().stream())
                        .flatMap(suggestion -> suggestion.actions().stream())
                        .map(Action::resource)
                        .forEach(draft -> drafts.merge(code(draft), draft, SuggestedRequestsTest::longer)));
        assertEquals(10, drafts.size(), drafts.keySet().toString());
        drafts.forEach((code, draft) -> assertEquals(List.of(), OfflineValidator.errors(json(draft)), code));
    }

    @Test
    void the_validator_would_find_a_mistake() {
        ObjectNode draft = WireJson.readObject(
                "{\"resourceType\":\"ServiceRequest\",\"status\":\"draft\",\"intent\":\"wish\",\"subject\":{\"reference\":\"Patient/1\"}}"
                        .getBytes(StandardCharsets.UTF_8));
        assertFalse(OfflineValidator.errors(json(draft)).isEmpty());
        assertTrue(draft.has("intent"));
    }

    private static List<Card> cards(LiverChart chart) {
        return WRITER.write(LiverCancerGuideline.advise(chart), chart, Set.of(), new Call(0, "p1", SetAside.NOTHING))
                .cards();
    }

    /** Of two drafts of one kind the one with more reasons. */
    private static ObjectNode longer(ObjectNode one, ObjectNode other) {
        return one.path("reasonReference").size()
                        >= other.path("reasonReference").size()
                ? one
                : other;
    }

    private static String code(ObjectNode draft) {
        return draft.path("code").path("coding").path(0).path("code").asText();
    }

    private static String json(ObjectNode draft) {
        return new String(WireJson.write(draft), StandardCharsets.UTF_8);
    }
}
