package org.livercds.conformance;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.livercds.service.DemoRequests;

/** Every answer to every ready request and every order keeps the rules of CDS Hooks for responses. */
@QuarkusTest
class AnswerWalkTest {

    private static final Pattern BARE_ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Pattern USER = Pattern.compile("Practitioner/[A-Za-z0-9.-]{1,64}");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int HALF_A_SECOND = 500;

    @Inject
    DemoRequests requests;

    private List<Answers.Answer> answers;

    @BeforeEach
    void ask() {
        answers = Answers.all(DemoRequests.NAMES, requests.orders());
    }

    @Test
    void there_is_something_to_walk_over() {
        assertTrue(answers.size() > 250, "" + answers.size());
        List<JsonNode> cards = answers.stream()
                .flatMap(answer -> Ehr.elements(answer.body().path("cards")))
                .toList();
        for (String member : List.of("suggestions", "overrideReasons", "links", "selectionBehavior")) {
            assertTrue(cards.stream().anyMatch(card -> card.has(member)), member);
        }
        assertTrue(
                answers.stream().anyMatch(answer -> answer.body().path("cards").isEmpty()));
    }

    @Test
    void every_answer_is_an_object_of_cards_and_the_extension_in_plain_json() {
        keep(AnswerRules::root);
        assertEquals(
                Set.of("application/json"),
                answers.stream().map(answer -> answer.type().split(";")[0]).collect(toSet()));
    }

    @Test
    void nothing_is_null_or_empty_but_the_list_of_cards() {
        keep(AnswerRules::nothingEmpty);
    }

    @Test
    void every_card_and_suggestion_has_an_id_that_no_other_has() {
        keep(AnswerRules::uuid);
        Set<String> seen = new HashSet<>();
        ids().forEach(id -> assertTrue(seen.add(id), id));
    }

    @Test
    void a_summary_is_one_sentence_of_fewer_than_140_characters() {
        keep(AnswerRules::summary);
    }

    @Test
    void the_detail_is_markdown_without_html_and_without_tables() {
        keep(AnswerRules::detail);
    }

    @Test
    void the_indicator_is_info_or_warning_and_never_critical() {
        keep(AnswerRules::indicator);
    }

    @Test
    void the_source_has_a_label_and_an_address() {
        keep(AnswerRules::source);
    }

    @Test
    void the_topic_is_an_alphanumeric_code_of_the_published_code_system() throws IOException {
        keep(AnswerRules::topic);
        Set<String> published = Ehr.elements(
                        Ehr.json(Files.readAllBytes(Path.of("fhir-profiles/codesystems/CodeSystem-card-topic.json")))
                                .path("concept"))
                .map(concept -> concept.path("code").asText())
                .collect(toSet());
        answers.stream()
                .flatMap(answer -> Ehr.elements(answer.body().path("cards")))
                .map(card -> card.at("/source/topic/code").asText())
                .forEach(code -> assertTrue(published.contains(code), code));
    }

    @Test
    void override_reasons_are_codings_with_a_display() {
        keep(AnswerRules::overrideReasons);
    }

    @Test
    void where_something_is_suggested_the_selection_behavior_is_any() {
        keep(AnswerRules::selectionBehavior);
    }

    @Test
    void a_suggestion_has_a_label_an_id_and_one_action() {
        keep(AnswerRules::suggestions);
    }

    @Test
    void an_action_creates_a_described_draft() {
        keep(AnswerRules::actions);
    }

    @Test
    void the_resource_of_an_action_is_a_valid_proposal_for_the_patient_of_the_call() {
        IParser strict = FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        for (Answers.Answer answer : answers) {
            String patient =
                    "Patient/" + answer.request().at("/context/patientId").asText();
            answer.body().findValues("resource").forEach(resource -> {
                ServiceRequest draft = strict.parseResource(ServiceRequest.class, resource.toString());
                assertEquals("draft", draft.getStatus().toCode());
                assertEquals("proposal", draft.getIntent().toCode());
                assertEquals(patient, draft.getSubject().getReference());
                assertTrue(!draft.hasOccurrence() && !draft.hasId(), resource::toString);
            });
        }
    }

    @Test
    void a_link_has_label_address_and_type_and_opens_no_app() {
        keep(AnswerRules::links);
    }

    @Test
    void every_address_of_the_detail_is_among_the_links() {
        keep(AnswerRules::addresses);
    }

    @Test
    void extensions_are_objects_under_names_of_our_own() {
        keep(AnswerRules::extensions);
    }

    @Test
    void ninety_five_of_a_hundred_answers_take_less_than_half_a_second() {
        List<Long> times = answers.stream().map(Answers.Answer::millis).sorted().toList();
        long slow = times.get(times.size() * 95 / 100);
        assertTrue(slow < HALF_A_SECOND, slow + " ms");
    }

    @Test
    void the_ready_requests_are_themselves_valid_calls() {
        for (Answers.Answer answer : answers) {
            JsonNode request = answer.request();
            JsonNode context = request.path("context");
            assertEquals(answer.hook(), request.path("hook").asText());
            assertTrue(UUID.matcher(request.path("hookInstance").asText()).matches());
            assertTrue(BARE_ID.matcher(context.path("patientId").asText()).matches());
            assertTrue(USER.matcher(context.path("userId").asText()).matches());
            assertTrue(request.has("fhirServer") || !request.has("fhirAuthorization"));
            Set<String> drafts = Ehr.elements(context.at("/draftOrders/entry"))
                    .map(entry -> entry.path("resource"))
                    .map(draft -> draft.path("resourceType").asText() + "/"
                            + draft.path("id").asText())
                    .collect(toSet());
            assertEquals(!answer.hook().equals("patient-view"), !drafts.isEmpty());
            assertEquals(answer.hook().equals("order-select"), context.has("selections"));
            Ehr.elements(context.path("selections"))
                    .forEach(selection -> assertTrue(drafts.contains(selection.asText())));
        }
    }

    private Stream<String> ids() {
        return answers.stream()
                .flatMap(answer -> Ehr.elements(answer.body().path("cards")))
                .flatMap(card -> Stream.concat(Stream.of(card), Ehr.elements(card.path("suggestions"))))
                .map(named -> named.path("uuid").asText());
    }

    private void keep(Function<JsonNode, Stream<String>> rule) {
        assertEquals(
                List.of(),
                answers.stream().flatMap(answer -> rule.apply(answer.body())).toList());
    }
}
