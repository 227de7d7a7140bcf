package org.livercds.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No content changes without a new version, and no version is unknown to its users. */
class ContentReleaseTest {

    private static final String CARD = "en/ablation.md";
    private static final String CODES = "valuesets/ValueSet-afp.json";
    private static final String EXAMPLE = "examples/Bundle-four-metastases.json";
    private static final String RULE = "criteria/AtMostThreeLesions.java";

    private static ContentRelease now;

    @TempDir
    Path folder;

    @BeforeAll
    static void read() {
        now = ContentRelease.of(Optional.empty(), Optional.empty(), ContentRelease.RULES);
    }

    /** With {@code -Dupdate-content=true} the file is written anew, if the version is a new one. */
    @Test
    void the_content_is_that_of_its_version() throws IOException {
        boolean update = Boolean.getBoolean("update-content");
        if (update
                && (!Files.exists(ContentRelease.FILE) || !released().version().equals(now.version()))) {
            Files.writeString(ContentRelease.FILE, now.properties());
        }
        assertEquals(Optional.empty(), now.complaint(released()));
        assertEquals(now.properties(), Files.readString(ContentRelease.FILE));
    }

    @Test
    void users_are_told_of_the_version() throws IOException {
        String changes = Files.readString(ContentRelease.CHANGES);
        assertTrue(
                now.isToldIn(changes),
                "Write a line \"- Rules " + now.version() + ": …\" under \"Clinical content\" in CHANGELOG.md");
        assertFalse(now.isToldIn(changes.replace("- Rules " + now.version(), "- Rules 0.0.0")));
        assertFalse(now.isToldIn(changes.substring(0, changes.indexOf("### Clinical content"))));
    }

    @Test
    void a_changed_card_needs_a_new_version() throws IOException {
        Path cards = changed("cds-cards", CARD);
        assertNeedsVersion("cards", ContentRelease.of(Optional.of(cards), Optional.empty(), ContentRelease.RULES));
    }

    @Test
    void a_changed_value_set_needs_a_new_version() throws IOException {
        Path profiles = changed("fhir-profiles", CODES);
        assertNeedsVersion(
                "value sets", ContentRelease.of(Optional.empty(), Optional.of(profiles), ContentRelease.RULES));
    }

    @Test
    void a_changed_rule_needs_a_new_version() throws IOException {
        Path rules = copied(ContentRelease.RULES);
        assertEquals(now, ContentRelease.of(Optional.empty(), Optional.empty(), rules));
        Path rule = rules.resolve(RULE);
        String text = Files.readString(rule);
        Files.writeString(rule, text.replace("3", "4"));
        assertNotEquals(text, Files.readString(rule));
        assertNeedsVersion("guideline", ContentRelease.of(Optional.empty(), Optional.empty(), rules));
    }

    @Test
    void comments_and_indents_are_no_rules() throws IOException {
        Path rules = copied(ContentRelease.RULES);
        Path rule = rules.resolve(RULE);
        String text = Files.readString(rule);
        Files.writeString(rule, text.replaceAll("(?m)^    ", "\t").replace("/**", "// said\n\n/** Also said. */\n/**"));
        assertNotEquals(text, Files.readString(rule));
        assertEquals(now, ContentRelease.of(Optional.empty(), Optional.empty(), rules));
    }

    @Test
    void what_is_not_read_at_start_is_no_content() throws IOException {
        Path profiles = changed("fhir-profiles", EXAMPLE);
        assertEquals(now, ContentRelease.of(Optional.empty(), Optional.of(profiles), ContentRelease.RULES));
    }

    @Test
    void a_new_version_asks_for_the_file_alone() {
        ContentRelease next = new ContentRelease("99.0.0", "g", "c", "v", "a");
        assertTrue(next.complaint(now).orElseThrow().contains("-Dupdate-content=true"));
        assertFalse(next.complaint(now).orElseThrow().contains("CardNames"));
        assertEquals(next, ContentRelease.released(next.properties()));
    }

    private static void assertNeedsVersion(String part, ContentRelease changed) {
        String complaint = changed.complaint(now).orElseThrow();
        assertTrue(complaint.startsWith("The content changed (" + part + ") and its version is still "), complaint);
        assertNotEquals(now.content(), changed.content());
    }

    private static ContentRelease released() throws IOException {
        return ContentRelease.released(Files.readString(ContentRelease.FILE));
    }

    /** A folder with one file that differs by the last character. */
    private Path changed(String name, String file) throws IOException {
        Path copy = folder.resolve(file);
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, ContentFolder.inJar(name).read(file) + "\n");
        return folder;
    }

    private Path copied(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return folder;
    }
}
