package org.livercds.bulkdata;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;

class BulkDataTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);

    @TempDir
    Path folder;

    @Test
    void the_same_options_give_the_same_bytes_however_many_threads_there_are() throws IOException {
        BulkData.write(folder.resolve("one"), "patients=600", "threads=1", "bad-lines=5");
        BulkData.write(folder.resolve("three"), "patients=600", "threads=3", "bad-lines=5");
        assertEquals(names("one"), names("three"));
        for (String name : names("one")) {
            assertArrayEquals(bytes("one", name), bytes("three", name), name);
        }
    }

    @Test
    void another_seed_gives_other_patients() throws IOException {
        BulkData.write(folder.resolve("one"), "patients=20");
        BulkData.write(folder.resolve("other"), "patients=20", "seed=2");
        Set<String> ids = ids("one");
        assertEquals(20, ids.size());
        assertTrue(ids("other").stream().noneMatch(ids::contains));
    }

    @Test
    void files_are_split_and_hold_one_type_each() throws IOException {
        BulkData.Written written = BulkData.write(folder.resolve("types"), "patients=100", "per-file=300");
        long lines = 0;
        for (String name : names("types")) {
            List<String> found = lines("types", name);
            assertTrue(found.size() <= 300, name);
            for (String line : found) {
                String type = object(line).path("resourceType").asText();
                assertEquals(type, name.substring(0, name.indexOf('.')));
            }
            lines += found.size();
        }
        assertEquals(written.lines(), lines);
        assertTrue(
                names("types").contains("Encounter.001.ndjson"), names("types").toString());
    }

    @Test
    void a_mixed_and_compressed_export_holds_the_same_lines() throws IOException {
        BulkData.write(folder.resolve("types"), "patients=100");
        BulkData.write(folder.resolve("mixed"), "patients=100", "layout=mixed", "gzip=true", "per-file=2000");
        assertTrue(
                names("mixed").contains("resources.001.ndjson.gz"),
                names("mixed").toString());
        assertEquals(sorted("types"), sorted("mixed"));
    }

    @Test
    void the_resources_of_a_patient_do_not_stand_together() throws IOException {
        BulkData.write(folder.resolve("mixed"), "patients=100", "layout=mixed");
        List<String> subjects = lines("mixed", "resources.000.ndjson").stream()
                .map(line -> line.replaceAll(".*?Patient/([0-9a-f-]{36}).*", "$1"))
                .toList();
        long together = IntStream.range(1, subjects.size())
                .filter(i -> subjects.get(i).equals(subjects.get(i - 1)))
                .count();
        assertTrue(together < subjects.size() / 20, together + " of " + subjects.size());
    }

    @Test
    void every_sort_of_resource_is_fhir_and_has_an_id_of_its_own() throws IOException {
        BulkData.write(folder.resolve("export"), "patients=1000");
        IParser parser = FhirContext.forR4Cached().newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        Map<String, Integer> tried = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (String line : sorted("export")) {
            ObjectNode resource = object(line);
            String type = resource.path("resourceType").asText();
            assertTrue(ids.add(type + "/" + resource.path("id").asText()), line);
            if (tried.merge(type, 1, Integer::sum) <= 40) {
                parser.parseResource(line);
            }
        }
        assertEquals(16, tried.size(), tried.toString());
    }

    @Test
    void a_patient_has_some_fifty_resources_of_a_realistic_size() throws IOException {
        BulkData.Written written = BulkData.write(folder.resolve("export"), "patients=1000");
        assertEquals(50.0, written.lines() / 1000.0, 5.0);
        assertEquals(1_400.0, (double) written.bytes() / written.lines(), 300.0);
    }

    @Test
    void each_group_has_its_share_of_each_thousand() {
        Population population = new Population(7, AS_OF);
        Map<Group, Long> found = IntStream.range(3_000, 4_000)
                .mapToObj(population::person)
                .collect(groupingBy(Person::group, counting()));
        Map<Group, Long> wanted = new TreeMap<>();
        Stream.of(Group.values()).forEach(group -> wanted.put(group, (long) group.share()));
        assertEquals(wanted, new TreeMap<>(found));
    }

    @Test
    void damaged_lines_are_listed_and_stand_beside_the_good_ones() throws IOException {
        BulkData.write(folder.resolve("good"), "patients=100");
        BulkData.Written written = BulkData.write(folder.resolve("bad"), "patients=100", "bad-lines=20");
        List<String> good = sorted("good");
        List<String> left = sorted("bad");
        Map<String, Long> kinds = new TreeMap<>();
        Map<String, List<String>> files = new HashMap<>();
        for (String name : names("bad")) {
            files.put(name, lines("bad", name));
        }
        for (String entry : badLines()) {
            String[] parts = entry.split(",");
            String line = files.get(parts[0]).get(Integer.parseInt(parts[1]) - 1);
            assertTrue(isFlawed(line, parts[2]), entry + " " + line);
            assertTrue(left.remove(line));
            kinds.merge(parts[2], 1L, Long::sum);
        }
        assertEquals(good, left);
        assertEquals(written.badLines(), badLines().size());
        assertEquals(Stream.of(Flaw.values()).map(Flaw::word).collect(toSet()), kinds.keySet(), "every flaw occurs");
    }

    @Test
    void a_folder_with_an_export_is_left_alone() throws IOException {
        BulkData.write(folder, "patients=5");
        byte[] before = Files.readAllBytes(folder.resolve("Patient.000.ndjson"));
        assertThrows(IllegalArgumentException.class, () -> BulkData.write(folder, "patients=6"));
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("Patient.000.ndjson")));
    }

    @Test
    void an_empty_export_has_no_file() throws IOException {
        assertEquals(0, BulkData.write(folder.resolve("none"), "patients=0").lines());
        assertNotEquals(0, BulkData.write(folder.resolve("one"), "patients=1").lines());
        assertEquals(List.of(), names("none"));
    }

    private List<String> badLines() throws IOException {
        List<String> all = Files.readAllLines(folder.resolve("bad").resolve(BulkData.EXPECTED_BAD));
        assertEquals("file,line,kind,problem", all.get(0));
        return all.subList(1, all.size());
    }

    private static boolean isFlawed(String line, String kind) {
        if (Set.of("truncated", "notJson", "duplicateMember").contains(kind)) {
            return assertThrows(RefusedException.class, () -> object(line)) != null;
        }
        ObjectNode json = object(line);
        return kind.equals("noResourceType") ? !json.has("resourceType") : !json.has("subject");
    }

    private static ObjectNode object(String line) {
        return WireJson.readObject(line.getBytes(StandardCharsets.UTF_8));
    }

    private Set<String> ids(String export) throws IOException {
        return lines(export, "Patient.000.ndjson").stream()
                .map(line -> object(line).path("id").asText())
                .collect(toSet());
    }

    private List<String> names(String export) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(export))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(".ndjson"))
                    .sorted()
                    .toList();
        }
    }

    private List<String> sorted(String export) throws IOException {
        List<String> all = new ArrayList<>();
        for (String name : names(export)) {
            all.addAll(lines(export, name));
        }
        all.sort(null);
        return all;
    }

    private List<String> lines(String export, String name) throws IOException {
        return new String(bytes(export, name), StandardCharsets.UTF_8).lines().toList();
    }

    private byte[] bytes(String export, String name) throws IOException {
        Path file = folder.resolve(export).resolve(name);
        try (InputStream plain = Files.newInputStream(file);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(plain) : plain) {
            return in.readAllBytes();
        }
    }
}
