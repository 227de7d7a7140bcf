package org.livercds.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.livercds.hooks.Caller;

/** What users wrote is in the files of the database, and cannot be read there. */
class CommentsAtRestTest {

    private static final String WORDS = "Ann Bell declined";
    private static final SealedComments COMMENTS = new SealedComments(new byte[32], Optional.empty());

    @TempDir
    Path directory;

    @Test
    void no_file_of_the_database_has_it_in_plain() throws Exception {
        UUID card = Told.card(1, 1, 0);
        try (EmbeddedDatabase database = EmbeddedDatabase.open(directory)) {
            new SqlStore(database.writer()).keep(commented(card));
            assertTrue(bytes().stream().anyMatch(file -> has(file, card.toString(), StandardCharsets.UTF_8)));
            assertHidden();
            assertEquals(List.of(WORDS), opened(database));
        }
        assertTrue(bytes().stream().anyMatch(file -> has(file, card.toString(), StandardCharsets.UTF_8)));
        assertHidden();
    }

    private void assertHidden() throws IOException {
        for (byte[] file : bytes()) {
            for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
                assertFalse(has(file, WORDS, charset), charset::name);
                assertFalse(has(file, "Ann", charset), charset::name);
            }
        }
    }

    private static Batch commented(UUID card) {
        Intake keeping = new Intake(Told.IDS, Told.HASHES, new Told.TwoTopics(), Optional.of(COMMENTS));
        String item = "{'card':'" + card + "','outcome':'overridden','overrideReason':{'userComment':'" + WORDS + "'}}";
        return keeping.sort(Told.request(item), Told.PATIENT_VIEW, Caller.UNKNOWN, Told.NOW);
    }

    private static List<String> opened(EmbeddedDatabase database) throws Exception {
        List<String> opened = new ArrayList<>();
        new CommentTable(database.source())
                .each(row -> opened.add(COMMENTS.open(row.card(), row.sealed()).orElseThrow()));
        return opened;
    }

    private List<byte[]> bytes() throws IOException {
        List<byte[]> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                all.add(Files.readAllBytes(file));
            }
        }
        return all;
    }

    private static boolean has(byte[] file, String text, Charset charset) {
        return new String(file, StandardCharsets.ISO_8859_1)
                .contains(new String(text.getBytes(charset), StandardCharsets.ISO_8859_1));
    }
}
