package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.livercds.feedback.Batch;
import org.livercds.feedback.Commented;
import org.livercds.feedback.EmbeddedDatabase;
import org.livercds.feedback.Entry;
import org.livercds.feedback.Hashes;
import org.livercds.feedback.Origin;
import org.livercds.feedback.SealedComments;
import org.livercds.feedback.SqlStore;
import org.livercds.hooks.OverrideReason;

/** What the commands delete and read. */
class FeedbackUpkeepTest {

    private static final byte[] KEY =
            "a key of thirty-two bytes or more".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final byte[] OLD = new byte[32];

    @TempDir
    Path directory;

    @Test
    void a_patient_is_found_under_both_keys_and_nobody_else_is_deleted() throws Exception {
        issue("a", new Hashes(KEY).patient("t", "p"), 1);
        issue("b", new Hashes(OLD).patient("t", "p"), 1);
        issue("c", new Hashes(KEY).patient("", "p"), 1);
        FeedbackUpkeep upkeep = upkeep(Map.of("livercds.feedback.previous-key", base64(OLD)));
        assertEquals(2, upkeep.deletePatient("t", "p"));
        assertEquals(0, upkeep.deletePatient("t", "p"));
        assertEquals(1, upkeep.deletePatient("", "p"));
    }

    @Test
    void what_is_older_goes() throws Exception {
        issue("a", "x", 999);
        issue("b", "x", 1_000);
        assertEquals(1, upkeep(Map.of()).deleteOlder(Instant.ofEpochMilli(1_000)));
    }

    @Test
    void without_the_key_nobody_knows_whose_feedback_it_is() throws Exception {
        issue("a", "x", 1);
        FeedbackUpkeep upkeep = upkeep(Map.of("livercds.feedback.key", ""));
        String why = assertThrows(FeedbackUpkeepException.class, () -> upkeep.deletePatient("", "p"))
                .getMessage();
        assertTrue(why.contains("livercds.feedback.key is not set"), why);
    }

    @Test
    void a_copy_is_made_once_and_nothing_is_written_over() throws Exception {
        issue("a", "x", 1);
        Path copy = directory.resolve("copy");
        upkeep(Map.of()).copyTo(copy);
        String why = assertThrows(
                        FeedbackUpkeepException.class, () -> upkeep(Map.of()).copyTo(copy))
                .getMessage();
        assertTrue(why.startsWith("No copy is made: " + copy), why);
    }

    @Test
    void in_another_folder_it_does_not_say_that_all_is_deleted() {
        FeedbackUpkeep upkeep = upkeep(Map.of());
        String why = assertThrows(FeedbackUpkeepException.class, () -> upkeep.deleteOlder(Instant.now()))
                .getMessage();
        assertTrue(why.contains("There is no feedback in livercds.feedback.directory"), why);
    }

    @Test
    void comments_are_read_under_both_keys_without_a_word_about_the_patient() throws Exception {
        UUID card = UUID.randomUUID();
        comment(card, 1_000, new SealedComments(OLD, Optional.empty()).seal(card, "older\nü"));
        comment(card, 2_000, new SealedComments(KEY, Optional.empty()).seal(card, "newer"));
        String begin = "{\"card\":\"" + card + "\",\"service\":\"s\",\"topic\":\"ablation\",\"outcome\":\"overridden\","
                + "\"reasonCode\":";
        assertEquals(
                List.of(
                        begin + "\"r\",\"at\":\"1970-01-01T00:00:01Z\",\"comment\":\"older\\n\\u00FC\"}",
                        begin + "\"r\",\"at\":\"1970-01-01T00:00:02Z\",\"comment\":\"newer\"}"),
                lines(Map.of("livercds.feedback.previous-key", base64(OLD))));
    }

    @Test
    void comments_that_cannot_be_read_are_counted_and_the_others_are_told() throws Exception {
        UUID card = UUID.randomUUID();
        comment(card, 1, new SealedComments(OLD, Optional.empty()).seal(card, "of a key that is gone"));
        comment(card, 2, new SealedComments(KEY, Optional.empty()).seal(UUID.randomUUID(), "of another card"));
        comment(card, 3, new SealedComments(KEY, Optional.empty()).seal(card, "readable"));
        List<String> lines = new ArrayList<>();
        FeedbackUpkeep upkeep = upkeep(Map.of());
        String why = assertThrows(FeedbackUpkeepException.class, () -> upkeep.comments(lines::add))
                .getMessage();
        assertTrue(why.startsWith("Comments that cannot be read: 2. "), why);
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).contains("readable"));
    }

    @Test
    void without_the_key_nobody_reads_comments() throws Exception {
        issue("a", "x", 1);
        FeedbackUpkeep upkeep = upkeep(Map.of("livercds.feedback.key", ""));
        String why = assertThrows(FeedbackUpkeepException.class, () -> upkeep.comments(System.out::println))
                .getMessage();
        assertTrue(why.contains("livercds.feedback.key is not set"), why);
    }

    /** It is read here, moved, and read there. */
    @Test
    void a_comment_that_moves_meanwhile_is_told_once() {
        SealedComments comments = new SealedComments(KEY, Optional.empty());
        UUID card = UUID.randomUUID();
        List<String> lines = new ArrayList<>();
        CommentLines reader = new CommentLines(comments, lines::add);
        Instant at = Instant.ofEpochMilli(5);
        String words = comments.seal(card, "words");
        Commented row = new Commented(card.toString(), "s", "ablation", "overridden", Optional.empty(), at, words);
        reader.accept(row);
        reader.accept(row);
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).contains("\"reasonCode\":null"), lines::toString);
    }

    private List<String> lines(Map<String, String> settings) throws Exception {
        List<String> lines = new ArrayList<>();
        upkeep(settings).comments(lines::add);
        return lines;
    }

    private void comment(UUID card, long at, String comment) throws Exception {
        Entry entry = new Entry(
                card,
                "s",
                "ablation",
                "2.0.0",
                LocalDate.of(2026, 11, 21),
                "overridden",
                Optional.of(new OverrideReason(Optional.empty(), "r")),
                List.of(),
                Optional.of(comment),
                at,
                true,
                new Origin(at, "t", "c"));
        try (EmbeddedDatabase database = EmbeddedDatabase.open(directory)) {
            new SqlStore(database.writer()).keep(new Batch(List.of(entry), List.of(), 0));
        }
    }

    private void issue(String card, String patient, long at) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(directory);
                Connection connection = database.source().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO issued_card VALUES (?, 't', ?, 'u', 's', 'x', '2.0.0', '{}', ?, 0)")) {
            insert.setString(1, card);
            insert.setString(2, patient);
            insert.setLong(3, at);
            insert.executeUpdate();
        }
    }

    private FeedbackUpkeep upkeep(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("livercds.feedback.key", base64(KEY));
        settings.put("livercds.feedback.directory", directory.toString());
        settings.putAll(more);
        return FeedbackUpkeep.of(new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(LiverCdsConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build());
    }

    private static String base64(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
