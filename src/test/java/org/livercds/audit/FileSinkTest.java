package org.livercds.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSinkTest {

    private static final Instant MORNING = Instant.parse("2026-11-21T08:15:00.123Z");
    private static final int RETENTION = 30;
    private static final long LARGE = 1_000_000;

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock(MORNING);
    private FileSink sink;

    @BeforeEach
    void open() throws IOException {
        sink = new FileSink(directory, LARGE, RETENTION, clock);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void an_event_is_a_line_that_others_can_read_at_once() throws Exception {
        sink.append(List.of("{\"a\":\"ü\"}"));
        sink.append(List.of("{\"b\":1}", "{\"c\":1}"));
        Path file = directory.resolve("audit-2026-11-21T081500123Z.ndjson");
        assertEquals("{\"a\":\"ü\"}\n{\"b\":1}\n{\"c\":1}\n", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void nobody_but_the_owner_reads_it() throws Exception {
        Path own = directory.resolve("own");
        FileSink other = new FileSink(own, LARGE, RETENTION, clock);
        other.append(List.of("{}"));
        other.close();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(own)));
        try (Stream<Path> files = Files.list(own)) {
            for (Path file : files.toList()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
    }

    @Test
    void eight_threads_write_whole_lines() throws Exception {
        int threads = 8;
        int events = 1_000;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<Void>> written = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            written.add(pool.submit(writing(i, events)));
        }
        for (Future<Void> done : written) {
            done.get();
        }
        pool.shutdown();
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < threads; i++) {
            for (int event = 0; event < events; event++) {
                expected.add(event(i, event));
            }
        }
        List<String> lines = lines();
        assertEquals(threads * events, lines.size());
        assertEquals(expected, new HashSet<>(lines));
        assertTrue(files().size() > 1, "rotated meanwhile");
    }

    private Callable<Void> writing(int thread, int events) {
        return () -> {
            for (int event = 0; event < events; event++) {
                if (event % 250 == 0) {
                    clock.pass(Duration.ofMillis(1));
                }
                sink.append(List.of(event(thread, event)));
            }
            return null;
        };
    }

    private static String event(int thread, int event) {
        return "{\"thread\":" + thread + ",\"event\":" + event + ",\"filler\":\"" + "x".repeat(500) + "\"}";
    }

    @Test
    void a_full_file_is_followed_by_the_next() throws Exception {
        FileSink small = new FileSink(directory, 100, RETENTION, clock);
        for (int i = 0; i < 6; i++) {
            small.append(List.of("x".repeat(59)));
            clock.pass(Duration.ofSeconds(1));
        }
        small.close();
        assertEquals(3, files().size());
        assertEquals(6, lines().size());
        for (Path file : files()) {
            assertEquals(120, Files.size(file));
        }
    }

    @Test
    void a_day_has_a_file_of_its_own() throws Exception {
        sink.append(List.of("{\"today\":1}"));
        clock.pass(Duration.ofHours(20));
        sink.append(List.of("{\"tomorrow\":1}"));
        assertEquals(
                List.of("audit-2026-11-21T081500123Z.ndjson", "audit-2026-11-22T041500123Z.ndjson"),
                files().stream().map(file -> file.getFileName().toString()).toList());
    }

    @Test
    void a_clock_that_jumps_back_and_ahead_over_midnight_loses_no_event_and_no_file() throws Exception {
        clock.pass(Duration.ofHours(15).plusMinutes(47));
        for (Duration jump : List.of(Duration.ZERO, Duration.ofMinutes(-5), Duration.ofMinutes(5))) {
            clock.pass(jump);
            sink.append(List.of("{\"at\":\"" + clock.instant() + "\"}"));
            sink.upkeep();
        }
        assertEquals(3, lines().size());
        assertEquals(
                List.of("audit-2026-11-21T235700123Z.ndjson", "audit-2026-11-22T000200123Z.ndjson"),
                files().stream().map(file -> file.getFileName().toString()).toList());
    }

    @Test
    void what_is_older_than_the_retention_goes_and_nothing_else() throws Exception {
        Path old = Files.createFile(directory.resolve("audit-2026-10-21T235959999Z.ndjson"));
        Path kept = Files.createFile(directory.resolve("audit-2026-10-22T000000000Z.ndjson"));
        Path foreign = Files.createFile(directory.resolve("audit-2020-01-01.ndjson.gz"));
        sink.upkeep();
        assertEquals(
                List.of(false, true, true),
                Stream.of(old, kept, foreign).map(Files::exists).toList());
        clock.pass(Duration.ofDays(1));
        sink.upkeep();
        assertFalse(Files.exists(kept));
    }

    @Test
    void a_start_begins_a_file_and_changes_none() throws Exception {
        sink.append(List.of("{\"before\":1}"));
        clock.pass(Duration.ofMinutes(1));
        FileSink again = new FileSink(directory, LARGE, RETENTION, clock);
        again.append(List.of("{\"after\":1}"));
        again.close();
        assertEquals(List.of("{\"before\":1}", "{\"after\":1}"), lines());
        assertEquals(2, files().size());
    }

    @Test
    void a_full_disk_is_told_and_after_it_lines_are_whole() throws Exception {
        Path file = directory.resolve("audit-2026-11-21T081500123Z.ndjson");
        Files.createSymbolicLink(file, Path.of("/dev/full"));
        NotKeptException failed = assertThrows(NotKeptException.class, () -> sink.append(List.of("{\"secret\":1}")));
        assertTrue(failed.getMessage().contains("No space left on device"), failed.getMessage());
        assertFalse(failed.getMessage().contains("secret"));
        Files.delete(file);
        Files.writeString(file, "{\"torn", UTF_8, StandardOpenOption.CREATE_NEW);
        sink.append(List.of("{\"whole\":1}"));
        assertEquals(List.of("{\"torn", "{\"whole\":1}"), lines());
    }

    @Test
    void a_file_that_cannot_be_opened_is_told_and_tried_again() throws Exception {
        Path file = Files.createDirectory(directory.resolve("audit-2026-11-21T081500123Z.ndjson"));
        assertThrows(NotKeptException.class, () -> sink.append(List.of("{\"lost\":1}")));
        assertThrows(NotKeptException.class, () -> sink.append(List.of("{\"lost\":2}")));
        Files.delete(file);
        Files.createFile(file);
        sink.append(List.of("{\"kept\":1}"));
        assertEquals(List.of("{\"kept\":1}"), lines());
    }

    @Test
    void a_file_that_was_taken_away_is_begun_anew() throws Exception {
        sink.append(List.of("{\"taken\":1}"));
        Files.delete(files().get(0));
        sink.upkeep();
        sink.append(List.of("{\"kept\":1}"));
        assertEquals(List.of("{\"kept\":1}"), lines());
    }

    @Test
    void a_directory_that_is_a_file_refuses_the_start() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThrows(IOException.class, () -> new FileSink(file, LARGE, RETENTION, clock));
        assertThrows(IOException.class, () -> new FileSink(file.resolve("below"), LARGE, RETENTION, clock));
    }

    @Test
    void a_directory_that_went_is_told() throws IOException {
        Files.delete(directory);
        assertThrows(NotKeptException.class, () -> sink.append(List.of("{}")));
        assertThrows(NotKeptException.class, () -> sink.upkeep());
        Files.createDirectory(directory);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files()) {
            lines.addAll(Files.readAllLines(file));
        }
        return lines;
    }
}
