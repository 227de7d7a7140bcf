package org.livercds.cli.screen;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

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
            Path jar = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(jar) ? Fingerprint.of(Files.readAllBytes(jar)) : jar.toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
