package org.livercds.cli.screen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import org.livercds.hooks.Hmac;

/**
 * Names patients so that only who holds the key finds them again: the first 16 digits of an HMAC-SHA-256 over the
 * patient's id.
 */
final class PatientIds {

    static final String FILE = "patients.key";

    private static final int KEY = 32;
    private static final int SHORTEST = 16;
    private static final int BYTES = 8;

    private final Mac mac;

    private PatientIds(byte[] key) {
        this.mac = Hmac.of(key);
    }

    /** With the key in a file, in hexadecimal digits. */
    static PatientIds of(Path file) throws IOException, ScreenException {
        try {
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length >= SHORTEST) {
                return new PatientIds(key);
            }
        } catch (IllegalArgumentException noDigits) {
            // told below, as one that is too short
        }
        throw new ScreenException("The key in " + file + " has to be " + 2 * SHORTEST
                + " hexadecimal digits or more; openssl rand -hex 32 makes one.");
    }

    /** Makes a random key where there is no file. */
    static PatientIds ofFileIn(Path folder) throws IOException, ScreenException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            byte[] key = new byte[KEY];
            new SecureRandom().nextBytes(key);
            Path part = folder.resolve(FILE + ".part");
            Files.deleteIfExists(part);
            OwnFiles.create(part);
            Files.writeString(part, HexFormat.of().formatHex(key) + "\n");
            Files.move(part, file);
        }
        return of(file);
    }

    String keyed(String patient) {
        byte[] hash = Hmac.copy(mac).doFinal(patient.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
    }
}
