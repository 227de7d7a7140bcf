package org.livercds.web;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toCollection;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.fhir.KeyState;
import org.livercds.hooks.WireJson;
import org.livercds.service.DemoRequests;
import org.livercds.web.ApiDescription.Described;

/** The description of the interface is valid, describes what is there, and its examples work. */
@QuarkusTest
class ApiDescriptionTest {

    private static final Set<Class<?>> PAGES = Set.of(
            AppResource.class,
            PagesResource.class,
            ExplainPageResource.class,
            DemoAppResource.class,
            WhatIfResource.class,
            RehearsalResource.class);
    private static final int FAILED = 500;

    /** Has no body, and is provoked where clients have to say who they are. */
    private static final int DENIED = 401;

    private static final String EVALUATION = "#/components/schemas/Evaluation/properties/";

    private static ApiDescription api;

    @BeforeEach
    void read() {
        if (api == null) {
            api = ApiDescription.served();
        }
    }

    @Test
    void it_is_a_valid_document_of_openapi_3_1() throws IOException {
        assertEquals(Set.of(), api.mistakes());
        assertTrue(api.document().path("openapi").asText().matches("3\\.1\\.[0-9]+"));
        api.references().forEach(reference -> assertFalse(api.at(reference).isMissingNode(), reference));
    }

    /** Pages, and what they alone ask for, are for people, and the rehearsal is for nobody. Each service stands for itself. That its address cannot be opened with GET is told by its 405. */
    @Test
    void it_describes_every_address_of_the_application_and_no_other() {
        List<String> services = given().get("/cds-services").jsonPath().getList("services.id");
        Set<String> there = new ClassFileImporter()
                .importPath("target/classes/org/livercds/web").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class)
                                && PAGES.stream().noneMatch(type::isEquivalentTo))
                        .map(JavaClass::reflect)
                        .flatMap(ApiDescriptionTest::addresses)
                        .filter(address -> !address.matches("GET /cds-services/\\{id}(/feedback)?"))
                        .flatMap(address -> address.contains("{id}")
                                ? services.stream().map(id -> address.replace("{id}", id))
                                : Stream.of(address))
                        .collect(toCollection(TreeSet::new));
        assertEquals(there, api.operations().stream().map(Described::toString).collect(toCollection(TreeSet::new)));
    }

    @Test
    void every_documented_status_is_answered_with_the_documented_body() {
        for (Described described : api.operations()) {
            Provocation provocation = Provocation.of(described);
            described.operation().path("responses").fieldNames().forEachRemaining(name -> {
                int status = Integer.parseInt(name);
                if (status == DENIED || status == 200 && isFeedback(described)) {
                    return;
                }
                String place = described + " " + status;
                JsonNode content = api.answer(described, status);
                assertFalse(ApiDescription.values(content).isEmpty(), place);
                ApiDescription.values(content).forEach(example -> correct(content, example, place));
                if (status != FAILED) {
                    Response answer = provocation.answered(status);
                    assertEquals(status, answer.statusCode(), place);
                    assertTrue(answer.contentType().startsWith("application/json"), place);
                    correct(content, tree(answer), place);
                }
            });
        }
    }

    @Test
    void what_is_guarded_may_deny_without_a_word() {
        for (Described described : api.operations()) {
            boolean guarded =
                    !described.path().startsWith("/demo") && !described.path().endsWith("/source-attributes");
            assertEquals(guarded, described.operation().path("responses").has("401"), described::toString);
            assertTrue(api.answer(described, DENIED).isMissingNode(), described::toString);
        }
    }

    @Test
    void feedback_as_in_the_examples_is_taken_without_a_word() {
        for (Described described : api.operations()) {
            described.request().path("examples").properties().stream()
                    .filter(example -> isFeedback(described))
                    .forEach(example -> {
                        JsonNode request = example.getValue().path("value");
                        correct(described.request(), request, described + " " + example.getKey());
                        given().contentType(ContentType.JSON)
                                .body(request.toString())
                                .post(described.path())
                                .then()
                                .statusCode(200)
                                .body(emptyString());
                    });
        }
    }

    private static boolean isFeedback(Described described) {
        return described.path().endsWith("/feedback");
    }

    @Test
    void every_example_of_a_call_is_answered_as_the_example_says() {
        for (Described described : api.operations()) {
            if (isFeedback(described)) {
                continue;
            }
            JsonNode answers = api.answer(described, 200).path("examples");
            described.request().path("examples").properties().forEach(example -> {
                JsonNode request = example.getValue().path("value");
                correct(described.request(), request, described + " " + example.getKey());
                Response answer = given().contentType(ContentType.JSON)
                        .body(request.toString())
                        .post(described.path());
                assertEquals(200, answer.statusCode(), example.getKey());
                assertEquals(
                        withoutIds(answers.path(example.getKey()).path("value")),
                        withoutIds(WireJson.readObject(answer.asByteArray())));
            });
        }
    }

    @Test
    void the_examples_of_calls_are_the_demo_requests() {
        JsonNode examples = api.operations().stream()
                .filter(described -> described.path().endsWith("patient-view"))
                .findFirst()
                .orElseThrow()
                .request()
                .path("examples");
        assertEquals(DemoRequests.NAMES.size(), examples.size());
        DemoRequests.NAMES.forEach(name -> assertEquals(
                WireJson.readObject(given().get("/demo/requests/" + name).asByteArray()),
                examples.path(name).path("value")));
    }

    @Test
    void its_words_are_those_of_the_service() {
        assertEquals(
                Arrays.stream(DiseaseKind.values()).map(DiseaseKind::code).toList(), words(EVALUATION + "diseaseKind"));
        assertEquals(
                Arrays.stream(KeyState.values()).map(KeyState::name).toList(),
                words("#/components/schemas/KeyReport/properties/state"));
        assertEquals(
                given().get("/cds-services")
                        .jsonPath()
                        .getMap("services[0].prefetch")
                        .keySet(),
                Set.copyOf(names("#/components/schemas/Prefetch/properties")));
        assertEquals(DemoRequests.NAMES, words("#/components/parameters/name/schema"));
    }

    @Test
    void swagger_ui_shows_it() {
        given().get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .body(containsString("/q/openapi"))
                .body(containsString("Liver CDS"));
    }

    private void correct(JsonNode content, JsonNode value, String place) {
        assertEquals(Set.of(), api.mistakes(content.path("schema"), value), place);
    }

    private List<String> words(String reference) {
        return Stream.of(api.at(reference).path("enum"))
                .flatMap(words -> StreamSupport.stream(words.spliterator(), false))
                .map(JsonNode::asText)
                .toList();
    }

    private List<String> names(String reference) {
        return api.at(reference).properties().stream().map(Map.Entry::getKey).toList();
    }

    private static JsonNode tree(Response answer) {
        try {
            return new ObjectMapper().readTree(answer.asByteArray());
        } catch (IOException noJson) {
            throw new AssertionError(noJson);
        }
    }

    private static JsonNode withoutIds(JsonNode answer) {
        JsonNode copy = answer.deepCopy();
        copy.findParents("uuid").forEach(identified -> ((ObjectNode) identified).remove("uuid"));
        ((ObjectNode) copy).remove("millisecondsOf");
        return copy;
    }

    private static Stream<String> addresses(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> verbs(method).map(verb -> verb + " " + root + path(method)));
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value);
    }

    private static String path(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }
}
