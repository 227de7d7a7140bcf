package org.livercds.cli.screen;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The program that runs: another one may read the same chart otherwise. */
final class Program {

    private Program() {}

    /** Of the jar with the classes of this project; of classes that were not packed, where they are. */
    static String fingerprint() throws IOException {
        CodeSource source = Program.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return "";
        }
        try {
            URI place = source.getLocation().toURI();
            Path jar = Path.of(place);
            return Files.isRegularFile(jar) ? hash(jar) : jar.toString();
        } catch (URISyntaxException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hash(Path jar) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(Files.newInputStream(jar), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
