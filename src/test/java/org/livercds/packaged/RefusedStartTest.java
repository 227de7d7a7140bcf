package org.livercds.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of a start that is refused: what to do, in plain lines, and nothing else. */
@Timeout(120)
class RefusedStartTest {

    @TempDir
    Path folder;

    @Test
    void a_setting_that_is_misspelt_is_named_with_the_one_that_was_meant() throws Exception {
        assertEquals(
                List.of("Liver CDS does not start: livercds.deadlin is no setting of this service. Did you mean"
                        + " livercds.deadline?"),
                refused(Map.of("livercds.deadlin", "1s")));
        assertFalse(Files.exists(folder.resolve("process/feedback")), "something was made");
    }

    @Test
    void all_mistakes_are_told_at_once_and_before_anything_is_made() throws Exception {
        Map<String, String> settings = Ehr.settings("/no/such/file");
        settings.put("livercds.demo.enabled", "true");
        settings.put("livercds.deadline", "0s");
        List<String> told = refused(settings);
        assertEquals("Liver CDS does not start, for 3 reasons:", told.get(0), told::toString);
        assertEquals(4, told.size(), told::toString);
        assertFalse(Files.exists(folder.resolve("process/feedback")), "something was made");
    }

    @Test
    void a_card_with_a_mistake_is_named_with_its_line() throws Exception {
        Path card = Path.of("en", "ablation.md");
        Path changed = folder.resolve("cards").resolve(card);
        Files.createDirectories(changed.getParent());
        Files.writeString(
                changed,
                Files.readString(Path.of("cds-cards").resolve(card)).replaceFirst("---\n", "---\ncolour: red\n"));
        Map<String, String> settings = settings();
        settings.put("livercds.cards.directory", folder.resolve("cards").toString());
        String told = String.join("\n", refused(settings));
        assertTrue(told.endsWith(changed + ":2: unknown key colour (livercds.cards.directory)."), told);
    }

    @Test
    void a_port_that_is_taken_is_named() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Map<String, String> settings = settings();
            settings.put("quarkus.http.port", String.valueOf(other.getLocalPort()));
            List<String> told = refused(settings);
            String last = told.get(told.size() - 1);
            assertEquals(
                    "Liver CDS does not start: port " + other.getLocalPort()
                            + " is taken by another process. End that one, or set quarkus.http.port and"
                            + " quarkus.management.port.",
                    last);
        }
    }

    private Map<String, String> settings() throws IOException {
        Path keys = Files.writeString(folder.resolve("jwks.json"), Ehr.publicKeys());
        return Ehr.settings(keys.toString());
    }

    /** @return what it says on its way, without what it logs */
    private List<String> refused(Map<String, String> settings) throws Exception {
        Instance process = Instance.start(folder.resolve("process"), settings);
        assertEquals(1, process.exit(), process::output);
        assertFalse(process.output().contains("\tat "), process::output);
        return process.output().lines().filter(line -> !line.startsWith("{")).toList();
    }
}
