package org.livercds.cli.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChunksTest {

    private static final String FIRST = "one\ntwo\n\nfour is a longer line\nfive\n";
    private static final String SECOND = "no end of line";

    @TempDir
    Path folder;

    private ExportFiles files() throws Exception {
        Files.writeString(folder.resolve("a.ndjson"), FIRST);
        Files.writeString(folder.resolve("b.ndjson"), "");
        Export.packed(folder.resolve("c.jsonl.gz"), SECOND);
        Files.writeString(folder.resolve("manifest.json"), "{}");
        return ExportFiles.in(folder);
    }

    private static List<Chunk> all(ExportFiles files, Position from, int size) throws Exception {
        List<Chunk> all = new ArrayList<>();
        try (Chunks chunks = new Chunks(files, from, size)) {
            for (Optional<Chunk> next = chunks.next(); next.isPresent(); next = chunks.next()) {
                all.add(next.get());
            }
        }
        return all;
    }

    private static String text(List<Chunk> chunks) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        chunks.forEach(chunk -> text.writeBytes(chunk.bytes()));
        return text.toString(StandardCharsets.UTF_8);
    }

    @Test
    void chunks_of_any_size_hold_whole_lines_and_together_everything() throws Exception {
        ExportFiles files = files();
        assertEquals(3, files.files().size());
        for (int size = 1; size < 60; size++) {
            List<Chunk> chunks = all(files, Position.START, size);
            assertEquals(FIRST + SECOND, text(chunks), "size " + size);
            for (Chunk chunk : chunks) {
                String text = new String(chunk.bytes(), StandardCharsets.UTF_8);
                assertTrue(text.endsWith("\n") || text.equals(SECOND), text);
            }
            assertEquals(
                    new Position(2, SECOND.length()),
                    chunks.get(chunks.size() - 1).end());
            assertEquals(
                    new Position(0, FIRST.length()),
                    chunks.get(chunks.size() - 2).end());
        }
    }

    @Test
    void whoever_begins_at_the_end_of_a_chunk_reads_the_rest() throws Exception {
        ExportFiles files = files();
        List<Chunk> chunks = all(files, Position.START, 8);
        assertTrue(chunks.size() > 3);
        for (int i = 0; i < chunks.size(); i++) {
            List<Chunk> rest = all(files, chunks.get(i).end(), 8);
            assertEquals(text(chunks.subList(i + 1, chunks.size())), text(rest));
        }
    }
}
