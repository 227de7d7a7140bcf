package org.livercds.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that keeps feedback is ended by force, again and again in the same folder: what it said to be kept is there,
 * once. {@code -Dkills=20} for more rounds than three.
 */
class KilledStoreTest {

    private static final int ROUNDS = Integer.getInteger("kills", 3);

    @TempDir
    Path directory;

    @Test
    void nothing_that_was_said_to_be_kept_is_lost_and_nothing_is_doubled() throws Exception {
        Random chance = new Random(8);
        Set<String> kept = new HashSet<>();
        long milliseconds = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int before = kept.size();
            Process process = stream("");
            milliseconds += killAfter(process, 100 + chance.nextInt(200), kept);
            assertTrue(kept.size() > before, "nothing was kept in round " + round);
            assertHolds(kept);
        }
        System.out.printf(
                "%d rounds, %d items kept, %d a second%n", ROUNDS, kept.size(), kept.size() * 1000L / milliseconds);
    }

    @Test
    void on_a_full_disk_nothing_is_said_to_be_kept_that_is_not() throws Exception {
        Process process = stream("ulimit -f 2000; ");
        Set<String> kept = new HashSet<>();
        List<String> refused = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("kept ")) {
                    kept.addAll(ids(line));
                } else {
                    refused.add(line);
                }
            }
        }
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        assertTrue(!kept.isEmpty() && !refused.isEmpty(), () -> kept.size() + " kept, refused: " + refused);
        assertHolds(kept);
    }

    private Process stream(String before) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = before + "exec '" + java + "' -cp '" + System.getProperty("java.class.path") + "' "
                + FeedbackStream.class.getName() + " '" + directory + "'";
        return new ProcessBuilder("bash", "-c", command)
                .redirectErrorStream(true)
                .start();
    }

    /** What it said before it was killed; a line that was cut said nothing. */
    private static long killAfter(Process process, int lines, Set<String> kept) throws Exception {
        try (BufferedReader output = process.inputReader()) {
            kept.addAll(ids(output.readLine()));
            long begin = System.nanoTime();
            for (int i = 1; i < lines; i++) {
                kept.addAll(ids(output.readLine()));
            }
            process.toHandle().destroyForcibly();
            long took = System.nanoTime() - begin;
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.endsWith("]")) {
                    kept.addAll(ids(line));
                }
            }
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
            return Math.max(1, TimeUnit.NANOSECONDS.toMillis(took));
        }
    }

    private static List<String> ids(String line) {
        assertTrue(line != null && line.startsWith("kept ["), () -> "it said " + line);
        return Arrays.asList(
                line.substring("kept [".length(), line.length() - 1).split(", "));
    }

    /** Clients that got no answer send it again: that makes it one, not two. */
    private void assertHolds(Set<String> kept) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(directory)) {
            SqlStore store = new SqlStore(database.writer());
            Set<String> there = cards(database);
            Set<String> lost = new HashSet<>(kept);
            lost.removeAll(there);
            assertEquals(Set.of(), lost);
            assertEquals(there.size(), store.count());
            store.keep(new Batch(
                    kept.stream()
                            .map(card -> Told.overridden(UUID.fromString(card), 1))
                            .toList(),
                    List.of(),
                    0));
            assertEquals(there.size(), store.count());
        }
    }

    private static Set<String> cards(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery("SELECT card FROM feedback")) {
            Set<String> cards = new HashSet<>();
            while (found.next()) {
                cards.add(found.getString(1));
            }
            return cards;
        }
    }
}
