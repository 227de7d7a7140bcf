package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.hooks.WireJson;

/** The road by the tree and HAPI's own road by text give the same resources, apart from the narrative. */
class ParserParityTest {

    /** Of another HAPI, which looks at its whole model first. */
    private static final FhirContext CONTEXT = FhirContext.forR4();

    private static final int MODELS = 10;
    private static final int THREADS = 4;

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("fhir-profiles/examples"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("Bundle-"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void both_roads_lead_to_the_same_resource(Path file) throws IOException {
        ObjectNode bundle = WireJson.readObject(Files.readAllBytes(file));
        assertTrue(bundle.path("entry").size() > 1);
        for (JsonNode entry : bundle.path("entry")) {
            ObjectNode withNarrative = entry.path("resource").deepCopy();
            withNarrative
                    .putObject("text")
                    .put("status", "generated")
                    .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">words</div>");
            Resource byText = (Resource) CONTEXT.newJsonParser().parseResource(withNarrative.toString());
            Resource byTree =
                    ResourceParser.byHapi((ObjectNode) entry.path("resource")).orElseThrow();
            Resource byEither = ResourceParser.parse((ObjectNode) entry.path("resource"), new PlainElements())
                    .orElseThrow();
            ((DomainResource) byText).setText(null);
            assertTrue(byText.equalsDeep(byTree), byText.getId());
            assertEquals(
                    CONTEXT.newJsonParser().encodeToString(byText),
                    CONTEXT.newJsonParser().encodeToString(byTree));
            assertEquals(Contents.of(byTree), Contents.of(byEither), byText.getId());
            assertTrue(byTree.copy().equalsDeep(byEither.copy()), byText.getId());
        }
    }

    /** All resources of a request together, which share what they have alike. */
    @ParameterizedTest
    @MethodSource("examples")
    void what_resources_share_is_in_each_of_them(Path file) throws IOException {
        String bundle = Files.readString(file);
        String request = "{\"hook\":\"patient-view\",\"hookInstance\":\"" + UUID.randomUUID()
                + "\",\"context\":{\"userId\":\"Practitioner/p\",\"patientId\":\"p\"},\"prefetch\":{\"observations\":"
                + bundle
                + ",\"labs\":" + bundle + "}}";
        ObjectNode prefetch =
                WireJson.readRequest(request.getBytes(StandardCharsets.UTF_8)).prefetch();
        PlainElements elements = new PlainElements();
        Set<Object> concepts = Collections.newSetFromMap(new IdentityHashMap<>());
        int observations = 0;
        for (JsonNode entry : prefetch.findValues("entry").stream()
                .flatMap(entries -> entries.valueStream())
                .toList()) {
            Resource byText = (Resource)
                    CONTEXT.newJsonParser().parseResource(entry.path("resource").toString());
            Resource shared = ResourceParser.parse((ObjectNode) entry.path("resource"), elements)
                    .orElseThrow();
            assertEquals(Contents.of(byText), Contents.of(shared), byText.getId());
            assertTrue(byText.copy().equalsDeep(shared.copy()), byText.getId());
            if (shared instanceof Observation observation) {
                observations++;
                concepts.add(observation.getCode());
            }
        }
        assertTrue(concepts.size() <= observations / 2, "nothing is shared");
    }

    @Test
    void threads_that_meet_a_type_first_at_the_same_moment_read_it_alike() throws Exception {
        List<String> resources = new ArrayList<>();
        for (Path file : examples()) {
            JsonNode entries = WireJson.readObject(Files.readAllBytes(file)).path("entry");
            entries.forEach(entry -> resources.add(entry.path("resource").toString()));
        }
        List<String> expected =
                resources.stream().map(text -> again(text, CONTEXT)).toList();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int model = 0; model < MODELS; model++) {
                FhirContext fresh = ResourceParser.deferred(FhirContext.forR4());
                Callable<List<String>> reading =
                        () -> resources.stream().map(text -> again(text, fresh)).toList();
                for (Future<List<String>> read : threads.invokeAll(Collections.nCopies(THREADS, reading))) {
                    assertEquals(expected, read.get());
                }
            }
        } finally {
            threads.shutdown();
        }
    }

    private static String again(String text, FhirContext context) {
        return context.newJsonParser().encodeToString(context.newJsonParser().parseResource(text));
    }
}
