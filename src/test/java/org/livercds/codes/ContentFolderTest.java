package org.livercds.codes;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mounted folder that would not do what its owner thinks is refused. */
class ContentFolderTest {

    @TempDir
    Path mounted;

    @Test
    void a_folder_that_is_not_there_is_refused() {
        assertRefused(mounted.resolve("nowhere"), "is not there");
    }

    @Test
    void a_file_that_nothing_reads_is_refused() throws IOException {
        Files.createDirectory(mounted.resolve("en"));
        Files.writeString(mounted.resolve("en/ablations.md"), "x");
        assertRefused(mounted, "nothing would read it");
    }

    @Test
    void a_file_that_is_no_text_is_named() throws IOException {
        Files.createDirectory(mounted.resolve("en"));
        Path card = Files.write(mounted.resolve("en/ablation.md"), new byte[] {(byte) 0xff, (byte) 0xfe});
        InvalidContentException refusal = assertThrows(
                InvalidContentException.class, () -> folder(mounted).read("en/ablation.md"));
        assertTrue(refusal.getMessage().startsWith(card + ": the file cannot be read"), refusal.getMessage());
    }

    @Test
    void a_known_file_and_the_hidden_folders_of_a_mount_are_accepted() throws IOException {
        Files.createDirectories(mounted.resolve("..2026_11_21/en"));
        Files.writeString(mounted.resolve("..2026_11_21/en/other.md"), "x");
        Files.createDirectory(mounted.resolve("en"));
        Files.writeString(mounted.resolve("en/ablation.md"), "x");
        assertDoesNotThrow(() -> folder(mounted).checkOverride());
        assertDoesNotThrow(() -> ContentFolder.inJar("cds-cards").checkOverride());
    }

    private static void assertRefused(Path folder, String why) {
        InvalidContentException refusal =
                assertThrows(InvalidContentException.class, () -> folder(folder).checkOverride());
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
    }

    private static ContentFolder folder(Path override) {
        return new ContentFolder("cds-cards", Optional.of(override));
    }
}
