package org.livercds.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.service.DemoRequests;

/** Chart open over HTTP: a real request in, the right cards out. */
@QuarkusTest
class PatientViewTest {

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "screening-lesion-0.8-cm, surveillance, recommended",
        "screening-lesion-1.0-cm, diagnosticWorkup, recommended",
        "three-metastases-under-3-cm, ablation, recommended",
        "four-metastases, resection, conditional",
        "metastasis-3.0-cm, resection, conditional",
        "metastases-mm-beside-cm, ablation, recommended",
        "unresectable-liver-only-hcc, embolization, recommended",
        "unresectable-liver-only-metastases, radioembolization, recommended",
        "hcc-with-lung-metastasis, systemicTherapy, recommended",
        "metastasis-size-missing, resection, conditional",
        "hcc-treated-after-measuring, resection, conditional",
    })
    void each_synthetic_patient_gets_the_right_first_card(String name, String topic, String status) {
        JsonPath answer = Example.answer(Example.request(name));
        assertEquals(topic, answer.getString("cards[0].source.topic.code"));
        assertEquals(topic, answer.getString(Example.EVALUATION + "recommendations[0].topic"));
        assertEquals(status, answer.getString(Example.EVALUATION + "recommendations[0].status"));
        assertEquals("evaluated", answer.getString(Example.EVALUATION + "status"));
    }

    @Test
    void without_liver_disease_there_is_no_card_and_the_reason_is_told() {
        JsonPath answer = Example.answer(Example.request("no-liver-disease"));
        assertEquals(List.of(), answer.getList("cards"));
        assertEquals("notApplicable", answer.getString(Example.EVALUATION + "status"));
        assertEquals("noLiverDisease", answer.getString(Example.EVALUATION + "reason"));
    }

    @Test
    void an_unmeasured_tumour_is_asked_for_and_does_not_lead_to_ablation() {
        JsonPath answer = Example.answer(Example.request("metastasis-size-missing"));
        assertEquals("ablation", answer.getString(Example.EVALUATION + "recommendations[1].topic"));
        assertEquals("conditional", answer.getString(Example.EVALUATION + "recommendations[1].status"));
        assertTrue(answer.getList(Example.EVALUATION + "missing").contains("M-SIZE"));
    }

    @Test
    void a_lesion_treated_after_it_was_measured_raises_a_warning() {
        JsonPath answer = Example.answer(Example.request("hcc-treated-after-measuring"));
        assertTrue(answer.getList(Example.EVALUATION + "cautions").contains("K-TREATED"));
        Map<String, Object> last = answer.getMap("cards[-1]");
        assertEquals("warning", last.get("indicator"));
        assertNull(last.get("overrideReasons"));
    }

    static List<String> names() {
        return DemoRequests.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_card_keeps_the_contract(String name) {
        JsonPath answer = Example.answer(Example.request(name));
        List<Map<String, Object>> cards = answer.getList("cards");
        assertTrue(cards.size() <= 3);
        for (Map<String, Object> card : cards) {
            String summary = (String) card.get("summary");
            assertTrue(summary.length() <= 139, summary);
            assertTrue(List.of("info", "warning").contains(card.get("indicator")));
            String detail = (String) card.get("detail");
            assertFalse(detail.contains("<") || detail.contains("{"), detail);
            assertTrue(detail.contains("Source: [") && detail.contains("Advisory"), detail);
            assertEquals('8', ((String) card.get("uuid")).charAt(14));
            assertEveryAddressIsALink(detail, card);
        }
    }

    @Test
    void ids_are_new_with_every_call() {
        String request = Example.request("four-metastases");
        String one = Example.answer(request).getString("cards[0].uuid");
        assertNotEquals(one, Example.answer(request).getString("cards[0].uuid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient/four-metastases", "RelatedPerson/7"})
    void a_patient_or_relative_gets_no_treatment_text(String user) {
        String request = Example.request("four-metastases").replace("Practitioner/example", user);
        JsonPath answer = Example.answer(request);
        assertEquals(List.of(), answer.getList("cards"));
        assertEquals("notAClinician", answer.getString(Example.EVALUATION + "reason"));
    }

    private static void assertEveryAddressIsALink(String detail, Map<String, Object> card) {
        List<?> links = (List<?>) card.get("links");
        Matcher address = Pattern.compile("\\((https://[^)]*)\\)").matcher(detail);
        while (address.find()) {
            String url = address.group(1);
            assertTrue(links.stream().anyMatch(link -> url.equals(((Map<?, ?>) link).get("url"))), url);
        }
    }
}
