package org.livercds.bulkdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ValueSets;
import org.livercds.fhir.PrefetchTemplates;
import org.livercds.service.BundlePrefetch;

/** The parts with which the answers of the service are held against the table of a silent run. */
class SampleRunTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Charts CHARTS = new Charts(new Population(1, LocalDate.of(2026, 11, 21)));

    private static final String ANSWER = """
            {"cards": [{"source": {"topic": {"code": "ablation"}}}, {"source": {"topic": {"code": "checkFirst"}}}],
             "extension": {"org.livercds.evaluation": {"status": "incomplete", "diseaseKind": "liverMetastases",
              "recommendations": [{"topic": "ablation", "status": "conditional", "rank": 1},
                                  {"topic": "resection", "status": "recommended", "rank": 2}],
              "cautions": ["K-STALE"], "missing": ["M-SIZE", "M-COUNT"],
              "data": [{"key": "conditions", "state": "DATA", "resources": 3, "skipped": 1},
                       {"key": "labs", "state": "ERROR", "resources": 0, "skipped": 0},
                       {"key": "patient", "state": "DATA", "resources": 1, "skipped": 0}]}}}
            """;

    @TempDir
    Path folder;

    @Test
    void an_answer_is_read_into_the_columns_of_the_table() throws IOException {
        assertEquals(
                Map.of(
                        "status", "incomplete",
                        "reason", "",
                        "diseaseKind", "liverMetastases",
                        "cards", "ablation checkFirst",
                        "options", "ablation=conditional resection=recommended",
                        "cautions", "K-STALE",
                        "missing", "M-SIZE M-COUNT",
                        "unread", "labs=ERROR",
                        "resources", "4",
                        "skipped", "1"),
                AnswerRow.of(JSON.readTree(ANSWER)));
    }

    @Test
    void a_difference_names_the_column_and_both_words() throws IOException {
        Map<String, String> answer = AnswerRow.of(JSON.readTree(ANSWER));
        assertEquals(List.of(), SampleRun.differences(answer, answer));
        Map<String, String> other = AnswerRow.of(JSON.readTree(ANSWER.replace("K-STALE", "K-HIST")));
        assertEquals(
                List.of("cautions is 'K-STALE' in the answer, 'K-HIST' in the table"),
                SampleRun.differences(answer, other));
        assertEquals(List.of("no row"), SampleRun.differences(answer, Map.of()));
    }

    @Test
    void a_patient_is_found_by_the_keyed_id() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "4a656665\n");
        Path table =
                Files.writeString(folder.resolve("patients.csv"), "id,status,reason\n5bdcc146bf60754e,evaluated,\n");
        PatientTable read = PatientTable.read(table, key);
        // the second test case of RFC 4231
        assertEquals(Map.of("status", "evaluated", "reason", ""), read.row("what do ya want for nothing?"));
        assertEquals(Map.of(), read.row("another"));
    }

    @Test
    void two_rows_of_one_patient_are_refused() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "00");
        Path table = Files.writeString(folder.resolve("patients.csv"), "id,status\n1,evaluated\n1,evaluated\n");
        assertThrows(IllegalStateException.class, () -> PatientTable.read(table, key));
    }

    @Test
    void charts_are_found_in_the_export_as_they_were_made() throws IOException {
        BulkData.write(folder, "patients=60", "layout=mixed", "gzip=true", "per-file=1000");
        List<String> ids = IntStream.of(3, 17, 42)
                .mapToObj(number -> CHARTS.population().person(number).id())
                .toList();
        SampleCharts found = SampleCharts.of(folder, ids);
        assertEquals(sorted(resources(42)), sorted(found.of(ids.get(2))));
        assertTrue(found.read() > 2_000, Long.toString(found.read()));
    }

    @Test
    void a_server_answers_the_published_queries_with_what_the_demonstration_gives() {
        Map<String, String> templates = PrefetchTemplates.of(ValueSets.read(ContentFolder.inJar("fhir-profiles")));
        ObjectNode published = JsonNodeFactory.instance.objectNode();
        templates.forEach(published::put);
        for (int number = 0; number < 40; number++) {
            ObjectNode server = new ServerAnswers(resources(number)).prefetch(published);
            ObjectNode bundle = BundlePrefetch.of(CHARTS.bundle(number), templates);
            for (String key : templates.keySet()) {
                assertEquals(sorted(entries(bundle.path(key))), sorted(entries(server.path(key))), key);
            }
        }
    }

    @Test
    void the_newest_come_first_and_no_more_than_were_asked_for() {
        List<ObjectNode> chart = List.of(lab("a", "2026-01-01"), lab("b", "2026-03-01"), lab("c", "2026-02-01"));
        ObjectNode query = JsonNodeFactory.instance
                .objectNode()
                .put(
                        "labs",
                        "Observation?patient={{context.patientId}}&code=urn:s%7Cx,http://loinc.org|1975-2"
                                + "&_sort=-date&_count=2");
        JsonNode answer = new ServerAnswers(chart).prefetch(query).path("labs");
        assertEquals(3, answer.path("total").asInt());
        assertEquals(
                List.of("b", "c"),
                entries(answer).stream().map(found -> found.path("id").asText()).toList());
    }

    private static ObjectNode lab(String id, String day) {
        ObjectNode observation = JsonNodeFactory.instance.objectNode();
        observation.put("resourceType", "Observation").put("id", id).put("effectiveDateTime", day);
        ChartPen.code(observation, "code", new Term("http://loinc.org", "1975-2", "Bilirubin"));
        return observation;
    }

    private static List<ObjectNode> resources(int number) {
        return StreamSupport.stream(CHARTS.bundle(number).path("entry").spliterator(), false)
                .map(entry -> (ObjectNode) entry.path("resource"))
                .toList();
    }

    private static List<JsonNode> entries(JsonNode answer) {
        return answer.path("resourceType").asText().equals("Bundle")
                ? StreamSupport.stream(answer.path("entry").spliterator(), false)
                        .map(entry -> entry.path("resource"))
                        .toList()
                : List.of(answer);
    }

    private static List<String> sorted(List<? extends JsonNode> resources) {
        return resources.stream().map(JsonNode::toString).sorted().toList();
    }
}
