package org.livercds.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentFingerprintTest {

    private static final String FILE = "valuesets/ValueSet-afp.json";

    @TempDir
    Path mounted;

    @Test
    void the_same_content_has_the_same_in_whatever_order_it_is_read() {
        ContentFingerprint one = new ContentFingerprint();
        one.add("a", "1");
        one.add("b", "2");
        ContentFingerprint other = new ContentFingerprint();
        other.add("b", "2");
        other.add("a", "1");
        other.add("a", "1");
        assertEquals(one.value(), other.value());
        assertTrue(one.value().matches("[0-9a-f]{12}"), one::value);
    }

    @Test
    void another_text_another_name_and_one_file_more_have_another() {
        ContentFingerprint one = new ContentFingerprint();
        one.add("a", "1");
        ContentFingerprint text = new ContentFingerprint();
        text.add("a", "2");
        ContentFingerprint name = new ContentFingerprint();
        name.add("b", "1");
        ContentFingerprint more = new ContentFingerprint();
        more.add("a", "1");
        more.add("b", "");
        assertNotEquals(one.value(), text.value());
        assertNotEquals(one.value(), name.value());
        assertNotEquals(one.value(), more.value());
    }

    @Test
    void a_mounted_copy_is_the_same_content_and_a_changed_one_is_not() throws IOException {
        String shipped = read(Optional.empty());
        Path copy = mounted.resolve(FILE);
        Files.createDirectories(copy.getParent());
        String text = ContentFolder.inJar("fhir-profiles").read(FILE);
        Files.writeString(copy, text);
        assertEquals(shipped, read(Optional.of(mounted)));
        Files.writeString(copy, text + " ");
        assertNotEquals(shipped, read(Optional.of(mounted)));
    }

    private static String read(Optional<Path> mounted) {
        ContentFingerprint fingerprint = new ContentFingerprint();
        ValueSets.read(new ContentFolder("fhir-profiles", mounted, fingerprint));
        return fingerprint.value();
    }
}
