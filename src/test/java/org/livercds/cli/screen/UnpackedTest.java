package org.livercds.cli.screen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A packed file is read to its end, or it is told that it cannot be. */
class UnpackedTest {

    private static final byte[] FIRST = packed("first of two\n".repeat(40));
    private static final byte[] SECOND = packed("second\n");

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 26, 512, 65_536})
    void all_parts_are_read(int buffer) throws IOException {
        assertArrayEquals(
                ("first of two\n".repeat(40) + "second\n").getBytes(StandardCharsets.UTF_8),
                read(joined(FIRST, SECOND), buffer));
        assertArrayEquals("second\n".getBytes(StandardCharsets.UTF_8), read(SECOND, buffer));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 26, 512, 65_536})
    void wherever_it_is_cut_that_is_told(int buffer) {
        byte[] whole = joined(FIRST, SECOND);
        for (int length = 1; length < whole.length; length++) {
            if (length != FIRST.length) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThrows(
                        IOException.class, () -> read(cut, buffer), length + " bytes of " + FIRST.length + " and more");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 26, 512, 65_536})
    void a_part_that_cannot_be_read_is_not_taken_for_the_end(int buffer) {
        byte[] damaged = joined(FIRST, SECOND);
        damaged[FIRST.length] = 0;
        assertThrows(IOException.class, () -> read(damaged, buffer));
        for (int more = 1; more < 40; more++) {
            byte[] filled = joined(FIRST, new byte[more]);
            assertThrows(IOException.class, () -> read(filled, buffer), more + " zeros behind");
        }
    }

    private static byte[] read(byte[] file, int buffer) throws IOException {
        InputStream in = new BufferedInputStream(new ByteArrayInputStream(file));
        try (InputStream unpacked = new Unpacked(in, file.length, buffer)) {
            return unpacked.readAllBytes();
        }
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
