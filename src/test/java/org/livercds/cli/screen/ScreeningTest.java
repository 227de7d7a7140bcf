package org.livercds.cli.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.bulkdata.BulkData;
import org.livercds.hooks.Evaluation;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.Language;
import org.livercds.hooks.WireJson;
import org.livercds.service.Standalone;

class ScreeningTest {

    private static final Progress NOBODY_LOOKS = (done, all, what) -> {};

    /** So little that the synthetic patients need many chunks, buckets, writes and passes. */
    private static final Room LITTLE = new Room(700, 9_000, 4_000, 6_000);

    @TempDir
    Path folder;

    private Screening.Options options(String out, int threads) {
        return new Screening.Options(
                folder.resolve("export"),
                folder.resolve(out),
                threads,
                Optional.of(LocalDate.parse(Export.DAY)),
                Optional.of(folder.resolve("key")),
                Set.of(),
                false);
    }

    private Findings run(String out, int threads, Room room) throws Exception {
        Files.writeString(folder.resolve("key"), "00112233445566778899aabbccddeeff\n");
        return Screening.run(options(out, threads), NOBODY_LOOKS, room);
    }

    private String told(String out) throws IOException {
        return Files.readString(folder.resolve(out).resolve(Results.PATIENTS))
                + Files.readString(folder.resolve(out).resolve(Results.BAD_LINES))
                + Files.readString(folder.resolve(out).resolve(Results.REPORT));
    }

    private Map<String, Screened> rows(String out) throws IOException {
        return Files.readAllLines(folder.resolve(out).resolve(Results.PATIENTS)).stream()
                .skip(1)
                .map(Screened::of)
                .collect(Collectors.toMap(Screened::id, row -> row, (a, b) -> a, LinkedHashMap::new));
    }

    @Test
    void each_patient_is_told_what_the_service_tells_when_it_is_called() throws Exception {
        Export.byType(folder.resolve("export"));
        Files.writeString(
                folder.resolve("export/AllergyIntolerance.ndjson"),
                "{\"resourceType\":\"AllergyIntolerance\","
                        + "\"code\":{\"text\":\"dust\"},\"patient\":{\"reference\":\"Patient/nobody-else\"}}");
        Findings findings = run("out", 2, Room.STANDARD);
        Map<String, Screened> rows = rows("out");
        PatientIds ids = PatientIds.of(folder.resolve("key"));
        rows.remove(ids.keyed("nobody-else"));
        Map<String, ObjectNode> charts = Export.charts();
        assertEquals(charts.size(), rows.size());
        long cards = 0;
        try (Standalone service =
                new Standalone(Map.of(), Optional.empty(), Optional.of(LocalDate.parse(Export.DAY)))) {
            for (ObjectNode chart : charts.values()) {
                ObjectNode request = service.about(chart);
                HookResponse response = service.answer(WireJson.readRequest(WireJson.write(request)), Language.EN);
                String id = ids.keyed(request.at("/context/patientId").asText());
                same(response, rows.get(id));
                cards += response.cards().size();
            }
        }
        assertEquals(cards, findings.cards());
        assertTrue(cards > charts.size(), "the synthetic patients get cards");
        assertEquals(charts.size() + 1, findings.patients());
    }

    private static void same(HookResponse response, Screened row) {
        Evaluation evaluation = response.extension().evaluation();
        assertEquals(evaluation.status(), row.status());
        assertEquals(evaluation.reason() == null ? "" : evaluation.reason(), row.reason());
        assertEquals(evaluation.diseaseKind(), row.diseaseKind());
        assertEquals(
                response.cards().stream()
                        .map(card -> card.source().topic().code())
                        .toList(),
                row.cards());
        assertEquals(
                evaluation.recommendations().stream()
                        .map(offer -> offer.topic() + " " + offer.status())
                        .toList(),
                row.options().entrySet().stream()
                        .map(option -> option.getKey() + " " + option.getValue())
                        .toList());
        assertEquals(evaluation.cautions(), row.cautions());
        assertEquals(evaluation.missing(), row.missing());
        assertEquals(
                evaluation.data().stream()
                        .mapToInt(Evaluation.KeyReport::resources)
                        .sum(),
                row.resources());
    }

    @Test
    void layout_packing_order_threads_and_memory_change_nothing() throws Exception {
        Export.byType(folder.resolve("export"));
        run("by-type", 1, Room.STANDARD);
        String expected = Files.readString(folder.resolve("by-type/" + Results.PATIENTS));
        assertEquals(14, expected.lines().count());
        List<String> lines = new ArrayList<>(Export.lines());
        Collections.shuffle(lines, new Random(7));
        for (int threads : List.of(1, 2, 5)) {
            delete(folder.resolve("export"));
            Export.packed(
                    folder.resolve("export/deep/er/first.ndjson.gz"),
                    String.join("\r\n", lines.subList(0, lines.size() / 2)));
            Export.mixed(folder.resolve("export"), lines.subList(lines.size() / 2, lines.size()));
            run("mixed-" + threads, threads, LITTLE);
            assertEquals(expected, Files.readString(folder.resolve("mixed-" + threads + "/" + Results.PATIENTS)));
        }
        assertEquals(told("mixed-1"), told("mixed-2"));
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void a_run_that_is_stopped_anywhere_goes_on_and_ends_in_the_same() throws Exception {
        List<String> lines = new ArrayList<>(Export.lines());
        lines.add(5, "{\"resourceType\":");
        Export.mixed(folder.resolve("export"), lines);
        run("whole", 2, LITTLE);
        String whole = told("whole");
        Set<String> stages = new LinkedHashSet<>();
        int stops = 0;
        for (int step = 1; ; step += 1 + step / 3) {
            String out = "stopped-" + step;
            int[] left = {step};
            Progress breaking = (done, all, what) -> {
                stages.add(what);
                if (--left[0] == 0) {
                    throw new Killed();
                }
            };
            try {
                Screening.run(options(out, 2), breaking, LITTLE);
                break;
            } catch (Killed killed) {
                stops++;
            }
            assertFalse(Files.exists(folder.resolve(out).resolve(Results.PATIENTS)));
            run(out, 1, LITTLE);
            assertEquals(whole, told(out), "stopped at step " + step);
            assertFalse(Work.isIn(folder.resolve(out)));
        }
        assertTrue(stops > 7, "it was stopped " + stops + " times");
        assertEquals(2, stages.size(), "in both halves");
    }

    @Test
    void a_bad_line_is_told_with_file_and_line_and_costs_no_other() throws Exception {
        Export.byType(folder.resolve("export"));
        Findings good = run("good", 2, Room.STANDARD);
        String condition = Export.lines().stream()
                .filter(line -> line.contains("\"resourceType\":\"Condition\""))
                .findFirst()
                .orElseThrow();
        List<String> bad = List.of(
                "{\"resourceType\":\"Observation\",",
                "no json",
                "",
                "[1]",
                "{\"id\":\"a\"}",
                "{\"resourceType\":\"Bundle\",\"entry\":[]}",
                "{\"resourceType\":\"Condition\",\"id\":\"nobody\"}",
                "{\"resourceType\":\"Condition\",\"subject\":{\"reference\":\"Group/1\"}}",
                "{\"resourceType\":\"Condition\",\"id\":\"a\",\"id\":\"b\",\"subject\":{\"reference\":\"Patient/a\"}}",
                "{\"resourceType\":\"Patient\",\"id\":\"a b\"}",
                condition.replace("Patient/", "https://one.example.org/fhir/Patient/"),
                condition.replace("Patient/", "https://two.example.org/fhir/Patient/"),
                condition + condition,
                "{\"resourceType\":\"Practitioner\",\"id\":\"not-asked-for\"}",
                "{\"resourceType\":\"Claim\",\"id\":\"cut sho",
                "{\"resourceType\":\"Claim\",\"id\":\"1\"}" + condition,
                "{\"id\":\"type-is-last\",\"a\":{\"b\":[1,{\"c\":2}]},\"resourceType\":\"Claim\"}");
        Files.write(folder.resolve("export/zz.ndjson"), bad);
        for (Room room : List.of(Room.STANDARD, LITTLE)) {
            String out = "bad-" + room.chunk();
            Findings findings = run(out, 2, room);
            assertEquals(
                    List.of(
                            "file,line,problem",
                            "zz.ndjson,1,notJson",
                            "zz.ndjson,2,notJson",
                            "zz.ndjson,4,notJson",
                            "zz.ndjson,5,noResourceType",
                            "zz.ndjson,6,bundle",
                            "zz.ndjson,7,noPatient",
                            "zz.ndjson,8,noPatient",
                            "zz.ndjson,9,notJson",
                            "zz.ndjson,10,noPatient",
                            "zz.ndjson,12,otherServer",
                            "zz.ndjson,13,notJson",
                            "zz.ndjson,15,notJson",
                            "zz.ndjson,16,notJson"),
                    Files.readAllLines(folder.resolve(out).resolve(Results.BAD_LINES)));
            assertEquals(
                    Map.of("notJson", 7L, "noResourceType", 1L, "bundle", 1L, "noPatient", 3L, "otherServer", 1L),
                    findings.export().bad());
            assertEquals(Export.lines().size() + 16L, findings.export().lines());
            assertEquals(
                    1,
                    findings.export().notAskedFor()
                            - run("good-" + room.chunk(), 1, room).export().notAskedFor()
                            + 1);
            Map<String, Screened> rows = rows(out);
            String damaged = PatientIds.of(folder.resolve("key")).keyed("a");
            assertEquals(
                    "refused notJson",
                    rows.get(damaged).status() + " " + rows.get(damaged).reason());
            rows.remove(damaged);
            assertEquals(rows("good").keySet(), rows.keySet());
        }
    }

    @Test
    void a_line_that_is_too_long_is_skipped_without_being_held() throws Exception {
        Export.byType(folder.resolve("export"));
        run("good", 1, Room.STANDARD);
        String filler = "x".repeat(Chunks.LONGEST_LINE);
        String patient = Files.readString(folder.resolve("export/Patient.ndjson"));
        Files.writeString(folder.resolve("export/Patient.ndjson"), filler + filler + "\n" + patient + filler + "x");
        run("long", 1, Room.STANDARD);
        long last = patient.lines().count() + 2;
        assertEquals(
                List.of("file,line,problem", "Patient.ndjson,1,tooLong", "Patient.ndjson," + last + ",tooLong"),
                Files.readAllLines(folder.resolve("long").resolve(Results.BAD_LINES)));
        assertEquals(rows("good"), rows("long"));
    }

    @Test
    void what_the_export_has_none_of_is_unknown_unless_it_was_asked_for() throws Exception {
        Export.byType(folder.resolve("export"));
        Findings with = run("with", 1, Room.STANDARD);
        Files.delete(folder.resolve("export/Procedure.ndjson"));
        Findings without = run("without", 1, Room.STANDARD);
        assertFalse(with.export().lacking().contains("Procedure"));
        assertTrue(without.export().lacking().contains("Procedure"));
        assertEquals(
                Map.of("ABSENT", without.patients() - without.byStatus().getOrDefault("refused", 0L)),
                without.byUnread().get("procedures"));
        assertEquals(
                0L,
                without.byOption().getOrDefault("ablation", Map.of()).getOrDefault("recommended", 0L),
                "without procedures nobody knows whether a lesion was treated since");
        assertTrue(with.byOption().get("ablation").get("recommended") > 0);
        Screening.Options base = options("covered", 1);
        Findings covered = Screening.run(
                new Screening.Options(
                        base.export(), base.out(), 1, base.asOf(), base.key(), Set.of("Procedure"), false),
                NOBODY_LOOKS);
        assertFalse(covered.export().lacking().contains("Procedure"));
        assertFalse(covered.byUnread().containsKey("procedures"));
        assertTrue(covered.byOption().get("ablation").get("recommended") > 0);
    }

    @Test
    void a_patient_with_more_than_a_request_may_hold_is_refused_as_the_service_would() throws Exception {
        List<String> lines = new ArrayList<>(Export.lines());
        String filler = "x".repeat(900_000);
        for (int i = 0; i < 6; i++) {
            lines.add("{\"resourceType\":\"Condition\",\"id\":\"c" + i + "\",\"code\":{\"text\":\"" + filler
                    + "\"},\"subject\":{\"reference\":\"Patient/large\"}}");
        }
        lines.add("{\"resourceType\":\"Patient\",\"id\":\"large\"}");
        Export.mixed(folder.resolve("export"), lines);
        Findings findings = run("out", 2, LITTLE);
        assertEquals(
                Map.of("refused", 1L), Map.of("refused", findings.byStatus().get("refused")));
        assertEquals(1L, findings.byReason().get("tooLarge"));
        assertEquals(14, findings.patients());
    }

    @Test
    void nothing_of_a_patient_stands_in_the_results_and_nobody_else_reads_them() throws Exception {
        Export.byType(folder.resolve("export"));
        Screening.Options base = options("out", 2);
        Screening.run(
                new Screening.Options(base.export(), base.out(), 2, base.asOf(), Optional.empty(), Set.of(), false),
                NOBODY_LOOKS);
        String told = told("out");
        for (ObjectNode chart : Export.charts().values()) {
            String id = chart.at("/entry/0/resource/id").asText();
            String family = chart.at("/entry/0/resource/name/0/family").asText();
            assertFalse(id.isEmpty() || told.contains(id), id);
            assertFalse(family.isEmpty() || told.contains(family), family);
        }
        for (String file : List.of(Results.PATIENTS, Results.BAD_LINES, Results.REPORT, PatientIds.FILE)) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(base.out().resolve(file))),
                    file);
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(base.out())));
        try (var files = Files.list(base.out())) {
            assertEquals(4, files.count(), "the resources are deleted");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"files", "covers", "key", "day", "settings"})
    void a_run_goes_on_only_with_what_it_began_with(String changed) throws Exception {
        Export.byType(folder.resolve("export"));
        Files.writeString(folder.resolve("key"), "00112233445566778899aabbccddeeff");
        Screening.Options begun = options("out", 1);
        assertThrows(
                Killed.class,
                () -> Screening.run(begun, (done, all, what) -> {
                    throw new Killed();
                }));
        Optional<LocalDate> day = begun.asOf();
        Set<String> covers = Set.of();
        switch (changed) {
            case "files" -> Files.writeString(folder.resolve("export/more.ndjson"), "{}");
            case "key" -> Files.writeString(folder.resolve("key"), "ff112233445566778899aabbccddeeff");
            case "covers" -> covers = Set.of("Procedure");
            case "day" -> day = Optional.of(LocalDate.parse("2026-11-19"));
            default -> System.setProperty("livercds.staleness.active", "30");
        }
        Screening.Options other =
                new Screening.Options(begun.export(), begun.out(), 1, day, begun.key(), covers, false);
        try {
            ScreenException refused = assertThrows(ScreenException.class, () -> Screening.run(other, NOBODY_LOOKS));
            String names = Map.of(
                            "files", "the files in",
                            "covers", "--covers",
                            "key", "the key of",
                            "day", "--as-of",
                            "settings", "settings on which")
                    .get(changed);
            assertTrue(refused.getMessage().contains("since then changed: " + names), refused.getMessage());
            Screening.Options anew =
                    new Screening.Options(begun.export(), begun.out(), 1, day, begun.key(), covers, true);
            assertEquals(13, Screening.run(anew, NOBODY_LOOKS).patients());
        } finally {
            System.clearProperty("livercds.staleness.active");
        }
    }

    @Test
    void without_a_day_a_run_goes_on_with_the_day_on_which_it_began() throws Exception {
        Export.byType(folder.resolve("export"));
        Files.writeString(folder.resolve("key"), "00112233445566778899aabbccddeeff");
        Screening.Options begun = options("out", 1);
        assertThrows(
                Killed.class,
                () -> Screening.run(begun, (done, all, what) -> {
                    throw new Killed();
                }));
        Findings findings = Screening.run(
                new Screening.Options(begun.export(), begun.out(), 1, Optional.empty(), begun.key(), Set.of(), false),
                NOBODY_LOOKS);
        assertEquals(Export.DAY, findings.asOf());
    }

    @Test
    void a_packed_file_that_is_cut_short_stops_the_run() throws Exception {
        Export.packed(folder.resolve("export/a.ndjson.gz"), String.join("\n", Export.lines()));
        byte[] whole = Files.readAllBytes(folder.resolve("export/a.ndjson.gz"));
        Files.write(folder.resolve("export/a.ndjson.gz"), java.util.Arrays.copyOf(whole, whole.length / 2));
        ScreenException refused = assertThrows(ScreenException.class, () -> run("out", 1, Room.STANDARD));
        assertTrue(refused.getMessage().startsWith("The file a.ndjson.gz is packed and damaged: "));
        Files.write(folder.resolve("export/a.ndjson.gz"), new byte[] {0x1f, (byte) 0x8b, 1});
        assertThrows(ScreenException.class, () -> run("out2", 1, Room.STANDARD));
    }

    @Test
    void two_runs_do_not_share_a_folder() throws Exception {
        Export.byType(folder.resolve("export"));
        Files.createDirectories(folder.resolve("out"));
        try (Work other = Work.in(folder.resolve("out"))) {
            assertEquals("", other.known("grouped"));
            ScreenException refused = assertThrows(ScreenException.class, () -> run("out", 1, Room.STANDARD));
            assertEquals("Another run is at work in " + folder.resolve("out") + ".", refused.getMessage());
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (var files = Files.walk(folder)) {
            all = files.sorted(Collections.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }

    /** Damage of any kind in an export of a synthetic hospital, as its generator lists it. */
    @Test
    void every_damaged_line_that_matters_is_told() throws Exception {
        BulkData.write(folder.resolve("export"), "patients=300", "bad-lines=40");
        run("out", 2, LITTLE);
        List<String> told = Files.readAllLines(folder.resolve("out").resolve(Results.BAD_LINES));
        Set<String> asked = Set.of("Patient", "Condition", "Procedure", "MedicationRequest", "AllergyIntolerance");
        List<String> expected = Files.readAllLines(folder.resolve("export/" + BulkData.EXPECTED_BAD)).stream()
                .skip(1)
                .map(line -> line.split(","))
                .filter(line -> !line[2].equals("duplicateMember") || asked.contains(line[0].split("\\.")[0]))
                .map(line -> line[0] + "," + line[1] + "," + line[3])
                .toList();
        assertTrue(expected.size() > 300, expected.size() + " damaged lines");
        assertTrue(expected.stream().anyMatch(line -> line.endsWith("noPatient")));
        Set<String> missed = new LinkedHashSet<>(expected);
        told.forEach(missed::remove);
        assertEquals(Set.of(), missed);
        Set<String> others = new LinkedHashSet<>(told.subList(1, told.size()));
        expected.forEach(others::remove);
        assertTrue(
                others.stream().allMatch(line -> line.startsWith("Observation.") && line.endsWith(",notJson")),
                "only Observations with a member twice that are needed: " + others);
    }

    @Test
    void whoever_has_a_line_that_is_too_long_is_refused() throws Exception {
        Export.byType(folder.resolve("export"));
        Files.writeString(folder.resolve("key"), "00112233445566778899aabbccddeeff");
        String filler = "x".repeat(Chunks.LONGEST_LINE);
        Files.writeString(
                folder.resolve("export/more.ndjson"),
                "{\"resourceType\":\"Procedure\",\"id\":\"p\",\"status\":\"completed\",\"subject\":"
                        + "{\"reference\":\"Patient/whose\"},\"note\":[{\"text\":\"" + filler + "\"}]}\n");
        Files.writeString(
                folder.resolve("export/Patient.ndjson"),
                "{\"resourceType\":\"Patient\",\"id\":\"whose\"}\n",
                StandardOpenOption.APPEND);
        Findings findings = run("out", 2, Room.STANDARD);
        assertEquals(Map.of("tooLong", 1L), findings.export().bad());
        Screened refused = rows("out").get(PatientIds.of(folder.resolve("key")).keyed("whose"));
        assertEquals("refused tooLarge", refused.status() + " " + refused.reason());
        assertEquals(1L, findings.byStatus().get("refused"));
    }

    @Test
    void a_long_line_that_nobody_asks_for_is_no_bad_line() throws Exception {
        Export.byType(folder.resolve("export"));
        String filler = "x".repeat(Chunks.LONGEST_LINE);
        Files.writeString(
                folder.resolve("export/Binary.ndjson"), "{\"resourceType\":\"Binary\",\"data\":\"" + filler + "\"}\n");
        Findings findings = run("out", 2, Room.STANDARD);
        assertEquals(Map.of(), findings.export().bad());
        assertEquals(Export.lines().size() + 1L, findings.export().lines());
    }

    @Test
    void of_somebody_without_a_patient_resource_the_age_is_not_known_to_be_none() throws Exception {
        List<String> lines = new ArrayList<>(Export.lines());
        lines.remove(patient());
        int removed = Export.lines().size() - lines.size();
        Export.mixed(folder.resolve("export"), lines);
        Findings findings = run("out", 1, Room.STANDARD);
        assertEquals(1, removed);
        assertEquals(Map.of("ABSENT", 1L), findings.byUnread().get("patient"));
        assertEquals(13, findings.patients());
    }

    @Test
    void of_two_versions_of_a_patient_the_newer_counts() throws Exception {
        String patient = patient();
        String dead = "{\"meta\":{\"lastUpdated\":\"2026-11-01T00:00:00Z\"},\"deceasedBoolean\":true,"
                + patient.replaceFirst("\\{", "").replaceFirst("\"meta\":\\{[^{}]*\\},", "");
        String older = dead.replace("2026-11-01", "2025-11-01").replace("\"deceasedBoolean\":true,", "");
        for (List<String> order : List.of(List.of(dead, older), List.of(older, dead))) {
            List<String> lines = new ArrayList<>(Export.lines());
            lines.remove(patient);
            lines.addAll(order);
            Export.mixed(folder.resolve("export"), lines);
            String out = "out-" + order.indexOf(dead);
            assertEquals(1L, run(out, 1, Room.STANDARD).byReason().get("deceased"), out);
        }
    }

    @Test
    void links_to_the_export_and_in_it_are_followed() throws Exception {
        Export.byType(folder.resolve("real"));
        Files.createDirectories(folder.resolve("linked"));
        Files.createSymbolicLink(folder.resolve("linked/inner"), folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("export"), folder.resolve("linked"));
        assertEquals(13, run("out", 1, Room.STANDARD).patients());
    }

    @Test
    void an_export_that_changes_while_it_is_read_is_refused() throws Exception {
        Export.byType(folder.resolve("export"));
        Files.writeString(folder.resolve("key"), "00112233445566778899aabbccddeeff\n");
        ScreenException refused = assertThrows(
                ScreenException.class,
                () -> Screening.run(options("out", 1), (done, all, what) -> {
                    if (what.equals("MB read")) {
                        try {
                            Files.writeString(folder.resolve("export/late.ndjson"), "");
                        } catch (IOException failed) {
                            throw new IllegalStateException(failed);
                        }
                    }
                }));
        assertTrue(refused.getMessage().contains("changed: the files in"), refused.getMessage());
        assertFalse(Files.exists(folder.resolve("out").resolve(Results.PATIENTS)));
    }

    /** Conditions without a code are read in part: nobody knows that there is no disease. */
    @Test
    void what_is_not_known_is_counted_as_that() throws Exception {
        Export.mixed(
                folder.resolve("export"),
                List.of(
                        "{\"resourceType\":\"Patient\",\"id\":\"a\",\"birthDate\":\"1960-01-01\"}",
                        "{\"resourceType\":\"Condition\",\"id\":\"c\",\"code\":{},"
                                + "\"subject\":{\"reference\":\"Patient/a\"}}"));
        Findings findings = run("out", 1, Room.STANDARD);
        assertEquals(Map.of(Findings.INCOMPLETE, 1L), findings.byReason());
        assertEquals(Map.of("", 1L), findings.byDiseaseKind());
        assertTrue(told("out").contains("Not known: some of the chart could not be read"));
    }

    private static String patient() throws IOException {
        for (JsonNode entry : Export.charts().get("three-metastases-under-3-cm").path("entry")) {
            if (entry.at("/resource/resourceType").asText().equals("Patient")) {
                return entry.path("resource").toString();
            }
        }
        throw new IllegalStateException("The chart has no Patient");
    }
}
