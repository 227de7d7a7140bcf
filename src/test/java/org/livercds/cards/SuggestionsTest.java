package org.livercds.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patient;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.Detection;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.Judgement;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.clinical.patient.NumberRange;
import org.livercds.clinical.patient.Problem;
import org.livercds.clinical.patient.Treatment;
import org.livercds.codes.OrderCodes;
import org.livercds.hooks.Card;
import org.livercds.hooks.Suggestion;

/** Which drafts each card suggests, and what stands in them. */
class SuggestionsTest {

    private static final CardWriter WRITER = ShippedCards.writer();

    @Test
    void each_option_suggests_whom_to_ask_and_none_is_suggested_twice() {
        List<Card> cards = write(metastases().unmeasuredLesion("a").count(1).extrahepatic(Judgement.NO));
        assertEquals(List.of("referralHepatobiliarySurgery"), codes(cards.get(0)));
        assertEquals(List.of("referralInterventionalRadiology"), codes(cards.get(1)));
        assertEquals(List.of("imagingMeasurement"), codes(cards.get(2)));
    }

    @Test
    void what_is_missing_is_suggested_where_it_is_asked_for() {
        List<Card> cards = write(patientWith(Problem.Kind.HEPATOCELLULAR_CARCINOMA)
                .lesion("a", mm("20"))
                .count(1)
                .resectable(Judgement.YES));
        assertEquals(List.of("imagingStaging", "laboratoryLiverFunction"), codes(cards.get(2)));
    }

    @Test
    void in_pregnancy_no_computed_tomography_is_suggested() {
        List<Card> cards = write(metastases().lesion("a", mm("20")).count(1).pregnant(Judgement.YES));
        assertEquals(List.of("reviewMultidisciplinaryBoard"), codes(cards.get(0)));
        assertFalse(codes(cards.get(1)).contains("imagingStaging"));
    }

    @Test
    void a_lesion_treated_since_it_was_measured_is_suggested_to_be_measured() {
        List<Card> cards = write(metastases()
                .lesion("a", mm("20"))
                .count(1)
                .treated(Treatment.Kind.ABLATION, ChartBuilder.SCAN.plusDays(1))
                .resectable(Judgement.NO)
                .extrahepatic(Judgement.NO));
        assertTrue(codes(cards.get(cards.size() - 1)).contains("imagingMeasurement"));
    }

    @Test
    void surveillance_suggests_imaging_with_its_interval_in_words_and_afp_where_it_is_not_known() {
        ChartBuilder watched = patient()
                .with(Problem.Kind.CIRRHOSIS)
                .lesion("a", mm("8"))
                .count(1)
                .found(Detection.SCREENING);
        Card card = write(watched).get(0);
        assertEquals(List.of("imagingSurveillance", "laboratoryAfp"), codes(card));
        assertEquals(
                "Liver imaging in about 3 months", card.suggestions().get(0).label());
        assertFalse(resource(card.suggestions().get(0)).has("occurrenceDateTime"));
        Card measured = write(watched.reading(FactKey.AFP, NumberRange.exactly(BigDecimal.TEN)))
                .get(0);
        assertEquals(List.of("imagingSurveillance"), codes(measured));
    }

    @Test
    void a_draft_names_patient_reasons_and_question_and_orders_nothing() {
        Card card = write(metastases()
                        .lesion("a", mm("20"))
                        .lesion("b", mm("10"))
                        .count(2)
                        .extrahepatic(Judgement.NO))
                .get(0);
        assertEquals("any", card.selectionBehavior());
        Suggestion suggestion = card.suggestions().get(0);
        assertEquals(1, suggestion.actions().size());
        assertEquals("create", suggestion.actions().get(0).type());
        assertEquals(
                "Draft request: Referral to interventional radiology",
                suggestion.actions().get(0).description());
        ObjectNode draft = resource(suggestion);
        assertEquals("draft", draft.path("status").asText());
        assertEquals("proposal", draft.path("intent").asText());
        assertEquals("Patient/p1", draft.path("subject").path("reference").asText());
        assertEquals(
                "To discuss: Ablation.", draft.path("note").path(0).path("text").asText());
    }

    @Test
    void only_conditions_and_observations_are_reasons_and_each_once() {
        List<Evidence> because = List.of(
                evidence("Condition/1"),
                evidence("Observation/2"),
                evidence("Observation/2"),
                evidence("Procedure/3"),
                evidence("urn:uuid:4"),
                evidence("https://ehr.example/fhir/Observation/5"));
        ObjectNode draft = new DraftRequest("p1", List.of(new OrderCodes.Order("s", "c", "d")), "name", "note", because)
                .resource();
        List<String> reasons = StreamSupport.stream(
                        draft.path("reasonReference").spliterator(), false)
                .map(reason -> reason.path("reference").asText())
                .toList();
        assertEquals(List.of("Condition/1", "Observation/2", "https://ehr.example/fhir/Observation/5"), reasons);
        assertFalse(new DraftRequest("p1", List.of(), "name", "note", List.of())
                .resource()
                .has("reasonReference"));
    }

    @Test
    void card_and_suggestions_have_ids_of_their_own() {
        Card card = write(patient()
                        .with(Problem.Kind.CIRRHOSIS)
                        .lesion("a", mm("8"))
                        .count(1)
                        .found(Detection.SCREENING))
                .get(0);
        Set<UUID> ids = Set.of(
                UUID.fromString(card.uuid()),
                UUID.fromString(card.suggestions().get(0).uuid()),
                UUID.fromString(card.suggestions().get(1).uuid()));
        ids.forEach(id -> assertEquals(8, id.version()));
    }

    @Test
    void a_card_without_suggestion_has_no_selection_behavior() {
        Card card = write(metastases().lesion("a", mm("20")).count(1).extrahepatic(Judgement.NO))
                .get(2);
        assertEquals(List.of(), card.suggestions());
        assertEquals("", card.selectionBehavior());
    }

    @Test
    void the_leading_card_says_what_would_change_it() {
        String detail = write(metastases().lesion("a", mm("28")).count(1).extrahepatic(Judgement.NO))
                .get(0)
                .detail();
        assertTrue(detail.contains(
                "**What would change this**\n\n- a lesion of 3.0 cm or more: no longer offered; today"));
        assertTrue(detail.contains("- spread outside the liver: only conditional; today disease outside the liver"));
        String team = write(metastases()
                        .lesion("a", mm("30"))
                        .count(1)
                        .resectable(Judgement.NO)
                        .extrahepatic(Judgement.YES)
                        .reading(FactKey.EXTRAHEPATIC_TREATABLE, Judgement.YES))
                .get(0)
                .detail();
        assertTrue(team.contains("every lesion measured and under 3.0 cm: "), team);
    }

    private static Evidence evidence(String reference) {
        return new Evidence(reference, "condition", "liver-metastases", Optional.empty());
    }

    private static ChartBuilder metastases() {
        return patientWith(Problem.Kind.LIVER_METASTASES);
    }

    private static List<String> codes(Card card) {
        return card.suggestions().stream()
                .map(SuggestionsTest::resource)
                .map(draft -> draft.path("code").path("coding").path(0).path("code"))
                .map(JsonNode::asText)
                .toList();
    }

    private static ObjectNode resource(Suggestion suggestion) {
        return suggestion.actions().get(0).resource();
    }

    private static List<Card> write(ChartBuilder builder) {
        LiverChart chart = builder.chart();
        List<Card> cards = WRITER.write(
                        LiverCancerGuideline.advise(chart), chart, Set.of(), new Call(0, "p1", SetAside.NOTHING))
                .cards();
        CardRules.check(cards);
        return cards;
    }
}
