package org.livercds.fhirserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.fhirserver.HapiFhirServer.Options;
import org.livercds.hooks.WireJson;

class HapiFhirServerTest {

    private static final String OF_PATIENT = "patient=metastases-four";
    private static final String LESIONS = "http://loinc.org|33728-7";
    private static final String FINDINGS = "https://livercds.org/fhir/CodeSystem/liver-finding|";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void the_resources_of_an_example_can_be_read_as_they_are_in_the_file() {
        try (HapiFhirServer server = HapiFhirServer.ofExample("three-metastases-under-3-cm")) {
            for (Resource resource : HapiFhirServer.example("three-metastases-under-3-cm")) {
                String id = resource.getIdElement().getIdPart();
                JsonNode read = json(get(server, resource.fhirType() + "/" + id));
                assertEquals(id, read.get("id").asText());
                assertEquals(resource.fhirType(), read.get("resourceType").asText());
            }
            assertEquals(404, get(server, "Observation/unknown").statusCode());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 6", "2, 3", "4, 2", "6, 1", "100, 1"})
    void the_pages_give_every_resource_once(int pageSize, int pages) {
        try (HapiFhirServer server = four(Options.standard().withPageSize(pageSize))) {
            List<String> found = new ArrayList<>();
            Optional<String> next = Optional.of(server.baseUrl() + "/Observation?" + OF_PATIENT);
            while (next.isPresent()) {
                JsonNode page = json(send(HttpRequest.newBuilder(URI.create(next.get()))));
                assertEquals(6, page.path("total").asInt());
                found.addAll(ids(page));
                next = next(page);
            }
            assertEquals(ids("Observation", 1, 2, 3, 4, 5, 6), found);
            assertEquals(pages, server.requests().size());
        }
    }

    @Test
    void a_page_is_never_larger_than_the_server_wants() {
        try (HapiFhirServer server = four(Options.standard().withPageSize(3))) {
            assertEquals(2, ids(json(get(server, "Observation?_count=2"))).size());
            assertEquals(3, ids(json(get(server, "Observation?_count=50"))).size());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                LESIONS + "; 1 2 3 4",
                FINDINGS + "; 5 6",
                FINDINGS + "extrahepatic-disease; 5",
                "lesion-list-complete; 6",
                FINDINGS + "," + LESIONS + "; 1 2 3 4 5 6",
                "lesion-list-complete," + LESIONS + "; 1 2 3 4 6",
                "http://snomed.info/sct|33728-7; ''",
                "|33728-7; ''",
                "http://loinc.org|; 1 2 3 4"
            })
    void a_code_is_found_with_and_without_its_system(String code, String observations) {
        try (HapiFhirServer server = four(Options.standard())) {
            int[] numbers = Stream.of(observations.split(" "))
                    .filter(number -> !number.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
            String search = OF_PATIENT + "&code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
            assertEquals(ids("Observation", numbers), ids(json(get(server, "Observation?" + search))));
            assertEquals(ids("Observation", numbers), ids(json(post(server, "Observation/_search", search))));
        }
    }

    @Test
    void a_search_can_be_posted_and_its_pages_are_fetched() {
        try (HapiFhirServer server = four(Options.standard().withPageSize(4))) {
            JsonNode first = json(post(server, "Observation/_search", OF_PATIENT + "&_count=4"));
            JsonNode second =
                    json(send(HttpRequest.newBuilder(URI.create(next(first).orElseThrow()))));
            assertEquals(ids("Observation", 1, 2, 3, 4), ids(first));
            assertEquals(ids("Observation", 5, 6), ids(second));
            assertEquals(
                    List.of("POST", "GET"),
                    server.requests().stream()
                            .map(HapiFhirServer.Request::method)
                            .toList());
            assertEquals("Observation/_search", server.requests().get(0).target());
            assertTrue(server.requests().get(1).target().startsWith("?_getpages="));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "patient=metastases-four, 2",
        "patient=Patient/metastases-four, 2",
        "subject=Patient/metastases-four, 2",
        "subject=Group/metastases-four, 0",
        "patient=somebody-else, 0",
        "patient=metastases-four&subject=somebody-else, 0",
        "_id=metastases-four-condition-2, 1"
    })
    void a_search_gives_the_chart_of_its_patient(String search, int conditions) {
        try (HapiFhirServer server = four(Options.standard())) {
            JsonNode found = json(get(server, "Condition?" + search));
            assertEquals(conditions, ids(found).size());
            assertEquals(conditions, found.path("total").asInt(-1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Observation?onset=2026",
                "Observation?_sort=-code",
                "Observation?code:not=1",
                "Observation?patient.name=x",
                "Observation?patient:missing=true",
                "Condition?_sort=-date",
                "AllergyIntolerance?subject=metastases-four",
                "BodyStructure?code=1",
                "Observation?_sort=-date,_id",
                "Patient?_id=metastases-four"
            })
    void what_is_not_offered_is_a_bad_request(String search) {
        try (HapiFhirServer server = four(Options.standard())) {
            assertEquals(400, get(server, search).statusCode());
        }
    }

    @Test
    void the_newest_come_first_on_demand() {
        List<Resource> labs = List.of(
                lab("old", "2026-01-05"), lab("undated", ""), lab("new", "2026-11-05T08:00:00Z"), lab("year", "2026"));
        try (HapiFhirServer server =
                HapiFhirServer.with(labs, Options.standard().withPageSize(3))) {
            assertEquals(List.of("new", "old", "year"), ids(json(get(server, "Observation?_sort=-date"))));
            assertEquals(List.of("year", "old"), ids(json(get(server, "Observation?_sort=date&_count=2"))));
            assertEquals(List.of("new"), ids(json(get(server, "Observation?patient=p1&_sort=-date&_count=1"))));
        }
    }

    @Test
    void a_period_counts_from_its_start_or_to_its_end() {
        Period period =
                new Period().setStartElement(new DateTimeType("2026-01")).setEndElement(new DateTimeType("2026-03"));
        Resource months = named(new Observation().setEffective(period));
        List<Resource> labs = List.of(months, lab("february", "2026-02-10"));
        try (HapiFhirServer server = HapiFhirServer.with(labs, Options.standard())) {
            assertEquals(List.of("one", "february"), ids(json(get(server, "Observation?_sort=-date"))));
            assertEquals(List.of("one", "february"), ids(json(get(server, "Observation?_sort=date"))));
        }
    }

    @Test
    void a_resource_of_nobody_belongs_to_no_patient() {
        Reference unresolved = new Reference().setIdentifier(new Identifier().setValue("p1"));
        List<Resource> labs = List.of(
                named(new Observation()), named(new Procedure().setSubject(unresolved)), lab("lab", "2026-02-10"));
        try (HapiFhirServer server = HapiFhirServer.with(labs, Options.standard())) {
            assertEquals(List.of("lab"), ids(json(get(server, "Observation?patient=p1"))));
            assertEquals(List.of(), ids(json(get(server, "Procedure?patient=p1"))));
        }
    }

    @Test
    void each_type_is_searched_by_patient_and_by_code() {
        CodeableConcept code = new CodeableConcept(new Coding("http://example.org", "a", ""));
        Reference patient = new Reference("Patient/p1");
        List<Resource> chart = List.of(
                named(new Procedure().setCode(code).setSubject(patient)),
                named(new MedicationRequest().setMedication(code).setSubject(patient)),
                named(new MedicationStatement().setMedication(code).setSubject(patient)),
                named(new AllergyIntolerance().setCode(code).setPatient(patient)));
        try (HapiFhirServer server = HapiFhirServer.with(chart, Options.standard())) {
            for (Resource resource : chart) {
                String search = resource.fhirType() + "?patient=p1&code=http://example.org%7C";
                assertEquals(List.of("one"), ids(json(get(server, search + "a"))));
                assertEquals(List.of("one"), ids(json(get(server, search))));
                assertEquals(List.of(), ids(json(get(server, search + "b"))));
            }
        }
    }

    @Test
    void nobody_without_the_token_gets_in() {
        try (HapiFhirServer server = four(Options.standard().withBearerToken("secret"))) {
            HttpResponse<String> refused = get(server, "Observation?unknown=1");
            assertEquals(401, refused.statusCode());
            assertTrue(refused.headers().firstValue("WWW-Authenticate").isPresent());
            assertEquals(
                    401,
                    send(request(server, "Patient/metastases-four", "wrong")).statusCode());
            assertEquals(
                    200,
                    send(request(server, "Patient/metastases-four", "secret")).statusCode());
            assertEquals(200, get(server, "metadata").statusCode());
            assertEquals(
                    List.of(Optional.empty(), Optional.of("Bearer wrong"), Optional.of("Bearer secret")),
                    server.requests().stream()
                            .map(HapiFhirServer.Request::authorization)
                            .limit(3)
                            .toList());
        }
    }

    @Test
    void some_types_are_for_others() {
        try (HapiFhirServer server = four(Options.standard().withForbidden("Observation", "Procedure"))) {
            assertEquals(403, get(server, "Observation?" + OF_PATIENT).statusCode());
            assertEquals(403, post(server, "Procedure/_search", OF_PATIENT).statusCode());
            assertEquals(
                    403,
                    get(server, "Observation/metastases-four-observation-1").statusCode());
            assertEquals(200, get(server, "Condition?" + OF_PATIENT).statusCode());
        }
    }

    @Test
    void body_structures_of_a_patient_are_not_found_by_every_server() {
        String example = "three-metastases-under-3-cm";
        String search = "BodyStructure?patient=metastases-three";
        try (HapiFhirServer offers = HapiFhirServer.ofExample(example);
                HapiFhirServer refuses =
                        HapiFhirServer.ofExample(example, Options.standard().withoutBodyStructuresOfPatient())) {
            List<String> found = ids(json(get(offers, search)));
            assertEquals(3, found.size());
            assertEquals(400, get(refuses, search).statusCode());
            assertEquals(200, get(refuses, "BodyStructure/" + found.get(0)).statusCode());
        }
    }

    @Test
    void the_metadata_tell_what_can_be_searched() {
        try (HapiFhirServer server = four(Options.standard())) {
            JsonNode metadata = json(get(server, "metadata"));
            assertEquals("4.0.1", metadata.path("fhirVersion").asText());
            JsonNode types = metadata.at("/rest/0/resource");
            Set<String> names = new TreeSet<>(types.findValuesAsText("type"));
            assertTrue(
                    names.containsAll(
                            List.of("AllergyIntolerance", "BodyStructure", "Condition", "Observation", "Patient")),
                    names::toString);
        }
    }

    @Test
    void one_after_the_other_is_one_at_a_time_and_all_at_once_are_many() {
        Options slow = Options.standard().withDelay(Duration.ofMillis(600));
        try (HapiFhirServer quick = four(Options.standard());
                HapiFhirServer server = four(slow)) {
            for (int i = 0; i < 50; i++) {
                get(quick, "Observation");
            }
            List<CompletableFuture<HttpResponse<String>>> answers = Stream.of("Condition", "Observation", "Procedure")
                    .map(type -> CLIENT.sendAsync(request(server, type, "").build(), BodyHandlers.ofString()))
                    .toList();
            answers.forEach(answer -> assertEquals(200, answer.join().statusCode()));
            assertEquals(1, quick.maxConcurrent());
            assertEquals(3, server.maxConcurrent());
        }
    }

    @Test
    void only_whole_resources_of_known_types_are_served() {
        assertThrows(IllegalArgumentException.class, () -> start(new Observation()));
        assertThrows(IllegalArgumentException.class, () -> start(named(new Encounter())));
    }

    private static HapiFhirServer four(Options options) {
        return HapiFhirServer.ofExample("four-metastases", options);
    }

    private static void start(Resource resource) {
        HapiFhirServer.with(List.of(resource), Options.standard()).close();
    }

    private static Resource named(Resource resource) {
        resource.setId("one");
        return resource;
    }

    private static Resource lab(String id, String date) {
        Observation lab = new Observation().setSubject(new Reference("Patient/p1"));
        lab.setId(id);
        return date.isEmpty() ? lab : lab.setEffective(new DateTimeType(date));
    }

    private static HttpRequest.Builder request(HapiFhirServer server, String target, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/" + target));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> get(HapiFhirServer server, String target) {
        return send(request(server, target, ""));
    }

    private static HttpResponse<String> post(HapiFhirServer server, String target, String form) {
        return send(request(server, target, "")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException unanswered) {
            throw new IllegalStateException(unanswered);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return WireJson.readObject(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> ids(JsonNode bundle) {
        return elements(bundle.path("entry"))
                .map(entry -> entry.at("/resource/id").asText())
                .toList();
    }

    private static List<String> ids(String type, int... numbers) {
        String prefix = "metastases-four-" + type.toLowerCase(Locale.ROOT) + "-";
        return IntStream.of(numbers).mapToObj(number -> prefix + number).toList();
    }

    private static Optional<String> next(JsonNode page) {
        return elements(page.path("link"))
                .filter(link -> link.path("relation").asText().equals("next"))
                .map(link -> link.path("url").asText())
                .findFirst();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
