package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.livercds.cards.CardTopic;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.service.FeedbackConfig.Store;

/** What the settings of feedback make, and which of them refuse the start. */
class FeedbackSetupTest {

    private static final String SHORT = Base64.getEncoder().encodeToString(new byte[31]);

    @TempDir
    Path directory;

    @Test
    void by_default_it_is_embedded_and_comments_are_not_kept() {
        FeedbackConfig feedback = config(Map.of()).feedback();
        assertEquals(Store.EMBEDDED, feedback.store());
        assertFalse(feedback.keepComments());
        assertEquals(Path.of("feedback"), feedback.directory());
    }

    @Test
    void a_directory_that_cannot_be_written_refuses_the_start() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        String why = refusal(
                () -> new FeedbackSetup().embedded(config(Map.of("livercds.feedback.directory", file.toString()))));
        assertTrue(why.contains("livercds.feedback.directory") && why.contains("cannot be written"), why);
    }

    @Test
    void so_does_a_file_that_is_no_database() throws Exception {
        Files.writeString(
                directory.resolve("feedback.sqlite"), "this is no database, but a text of some length".repeat(20));
        String why = refusal(() ->
                new FeedbackSetup().embedded(config(Map.of("livercds.feedback.directory", directory.toString()))));
        assertTrue(why.contains("has a database that cannot be used"), why);
    }

    @Test
    void so_does_a_key_that_is_none_without_telling_it() {
        for (String setting : new String[] {"livercds.feedback.key", "livercds.feedback.previous-key"}) {
            String why = refusal(() -> new FeedbackSetup().keys(config(Map.of(setting, "secret?secret"))));
            assertTrue(why.contains(setting) && !why.contains("secret"), why);
            assertTrue(refusal(() -> new FeedbackSetup().keys(config(Map.of(setting, SHORT))))
                    .contains("32 bytes"));
        }
    }

    @Test
    void the_temporary_store_leaves_nothing_behind() throws Exception {
        var database = new FeedbackSetup().embedded(config(Map.of("livercds.feedback.store", "temporary")));
        Path file;
        try (var connection = database.source().getConnection()) {
            file = Path.of(connection.getMetaData().getURL().substring("jdbc:sqlite:".length()));
        }
        assertTrue(Files.exists(file));
        database.close();
        assertFalse(Files.exists(file.getParent()));
    }

    @Test
    void every_number_in_a_card_id_has_its_name() {
        CardNames names = new CardNames();
        int latest = LiverCancerGuideline.VERSION_NUMBER;
        assertEquals(LiverCancerGuideline.VERSION, names.ruleVersion(latest));
        List<String> versions =
                IntStream.rangeClosed(1, latest).mapToObj(names::ruleVersion).toList();
        assertEquals("1.0.0", versions.get(0));
        versions.forEach(version -> assertTrue(version.matches("\\d+\\.\\d+\\.\\d+"), version));
        assertEquals(latest, versions.stream().distinct().count());
        assertEquals("number " + (latest + 1), names.ruleVersion(latest + 1));
        for (CardTopic topic : CardTopic.values()) {
            assertEquals(Optional.of(topic.code()), names.topic(topic.ordinal()));
        }
        assertEquals(Optional.empty(), names.topic(CardTopic.values().length));
    }

    private static String refusal(org.junit.jupiter.api.function.Executable start) {
        return assertThrows(StartRefusedException.class, start).getMessage();
    }

    private static LiverCdsConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(LiverCdsConfig.class)
                .withSources(new PropertiesConfigSource(settings, "settings of the test", 100))
                .build()
                .getConfigMapping(LiverCdsConfig.class);
    }
}
