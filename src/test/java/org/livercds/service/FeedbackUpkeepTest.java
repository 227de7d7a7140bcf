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
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.livercds.feedback.EmbeddedDatabase;
import org.livercds.feedback.Hashes;

/** What the commands delete. */
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
    void in_another_folder_it_does_not_say_that_all_is_deleted() {
        FeedbackUpkeep upkeep = upkeep(Map.of());
        String why = assertThrows(FeedbackUpkeepException.class, () -> upkeep.deleteOlder(Instant.now()))
                .getMessage();
        assertTrue(why.contains("There is no feedback in livercds.feedback.directory"), why);
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
