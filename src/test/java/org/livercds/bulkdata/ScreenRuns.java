package org.livercds.bulkdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.livercds.load.Options;

/**
 * The command {@code .ci/screen}: holds the command {@code screen} to synthetic exports. It ends with 1 where a bar was
 * missed, with 3 where it could not be run.
 */
public final class ScreenRuns {

    static final Map<String, String> OPTIONS = defaults();

    private static final Path FOLDER = Path.of("target", "screen");

    private interface Kind {
        boolean run(ScreenRuns runs) throws Exception;
    }

    private static final Map<String, Kind> KINDS =
            new TreeMap<>(Map.of("speed", SpeedRuns::run, "same", SameRuns::run, "sample", SampleRun::run));

    private final Options options;
    private final Path export;
    private final BulkData.Written written;

    /** Makes the export, in a folder that is emptied before: no run remembers another. */
    ScreenRuns(Options options) throws IOException {
        this.options = options;
        empty(FOLDER);
        this.export = FOLDER.resolve("export");
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Files.writeString(
                Files.createDirectories(FOLDER).resolve("key"), HexFormat.of().formatHex(key) + "\n");
        this.written = BulkData.write(options, export);
        say("%,d patients, %,d lines, %,d MB", written.patients(), written.lines(), written.bytes() / 1_000_000);
    }

    public static void main(String... arguments) {
        Kind kind = arguments.length == 0 ? null : KINDS.get(arguments[0]);
        if (kind == null) {
            System.out.println("one of " + KINDS.keySet() + ", then name=value: " + OPTIONS);
            System.exit(2);
        }
        int exit = 3;
        try {
            Options options = Options.of(OPTIONS, Arrays.copyOfRange(arguments, 1, arguments.length));
            exit = kind.run(new ScreenRuns(options)) ? 0 : 1;
        } catch (Exception failed) {
            failed.printStackTrace();
        }
        System.exit(exit);
    }

    Options options() {
        return options;
    }

    Path export() {
        return export;
    }

    BulkData.Written written() {
        return written;
    }

    Path key() {
        return FOLDER.resolve("key");
    }

    /** The folder for the results of a run. */
    Path out(String name) {
        return FOLDER.resolve(name);
    }

    ScreenProcess process() {
        return new ScreenProcess(options, export, key());
    }

    static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path :
                        all.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static Map<String, String> defaults() {
        Map<String, String> options = new TreeMap<>(BulkData.OPTIONS);
        options.remove("dir");
        options.putAll(Map.of(
                "patients", "100000",
                "as-of", LocalDate.now(Clock.systemUTC()).toString(),
                "heap", "512m",
                "jar", "target/quarkus-app/quarkus-run.jar",
                "java", Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "runs", "3",
                "kills", "3",
                "sample", "1000",
                "port", "18290"));
        return Map.copyOf(options);
    }
}
