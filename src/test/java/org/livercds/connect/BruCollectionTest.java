package org.livercds.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request of the collection for Bruno is sent to the running service, and gets what it says that it gets. */
@QuarkusTest
class BruCollectionTest {

    private static final Path FOLDER = Path.of("docs/requests/bruno");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** What earlier answers gave, as in Bruno. */
    private static final Map<String, String> KEPT = new HashMap<>();

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    static List<BruFile> requests() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".bru"))
                    .filter(file -> !file.endsWith("collection.bru"))
                    .map(BruFile::read)
                    .sorted(Comparator.comparingInt(BruFile::place))
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void each_gets_what_it_says(BruFile request) throws Exception {
        BruAnswer answer = BruAnswer.of(send(request));
        assertTrue(request.pairs("assert").containsKey("res.status"), "says no status");
        request.pairs("assert").forEach(answer::require);
        request.pairs("vars:post-response")
                .forEach((name, place) -> KEPT.put(name, answer.at(place).asText()));
    }

    @Test
    void they_stand_in_an_order() throws IOException {
        assertEquals(
                IntStream.rangeClosed(1, requests().size()).boxed().toList(),
                requests().stream().map(BruFile::place).toList());
    }

    /** The charts are those of the examples, whatever is ordered beside them. */
    @ParameterizedTest
    @CsvSource({
        "patient-view, three-metastases-under-3-cm",
        "order-select, four-metastases",
        "order-sign, four-metastases",
        "order-that-is-none-of-ours, no-liver-disease",
        "no-liver-disease, no-liver-disease",
        "explain, metastasis-size-missing"
    })
    void the_charts_are_those_of_the_examples(String request, String example) throws IOException {
        JsonNode sent =
                JSON.readTree(BruFile.read(FOLDER.resolve(request + ".bru")).body());
        JsonNode chart = JSON.readTree(Files.readString(Path.of("docs/requests", example + ".json")));
        assertEquals(chart.path("prefetch"), sent.path("prefetch"));
        assertEquals(chart.at("/context/patientId"), sent.at("/context/patientId"));
    }

    @Test
    void no_environment_holds_a_secret() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("environments"))) {
            for (Path file : files.toList()) {
                assertEquals("", BruFile.read(file).pairs("vars").getOrDefault("token", ""), file::toString);
            }
        }
        assertTrue(
                Files.readString(FOLDER.resolve("environments/production.bru")).contains("vars:secret"));
    }

    @Test
    void an_answer_that_is_not_as_said_is_noticed() {
        BruAnswer answer = new BruAnswer(200, JSON.createObjectNode().put("a", 1));
        answer.require("res.body.a", "gte 1");
        for (String wrong : List.of("eq 2", "gte 2", "contains x", "isString", "something")) {
            assertThrows(AssertionError.class, () -> answer.require("res.body.a", wrong), wrong);
        }
        assertThrows(AssertionError.class, () -> answer.require("res.body.b", "isDefined"));
        assertThrows(AssertionError.class, () -> answer.require("res.body.a()", "isDefined"));
    }

    private HttpResponse<String> send(BruFile request) throws IOException, InterruptedException {
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(filled(request.url())))
                .method(request.method(), HttpRequest.BodyPublishers.ofString(filled(request.body())));
        request.bodyKind().filter("json"::equals).ifPresent(kind -> call.header("Content-Type", "application/json"));
        request.pairs("headers").forEach(call::header);
        return CLIENT.send(call.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String filled(String text) {
        Map<String, String> variables = new HashMap<>(
                BruFile.read(FOLDER.resolve("environments/local.bru")).pairs("vars"));
        variables.putAll(KEPT);
        variables.put("base", variables.get("base").replace("8080", Integer.toString(RestAssured.port)));
        variables.put("management", variables.get("management").replace("9000", Integer.toString(managementPort)));
        return VARIABLE.matcher(text).replaceAll(found -> {
            assertFalse(variables.getOrDefault(found.group(1), "").isEmpty(), found.group(1));
            return Matcher.quoteReplacement(variables.get(found.group(1)));
        });
    }
}
