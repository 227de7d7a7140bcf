package org.livercds.bulkdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.livercds.load.Options;

/**
 * The command {@code .ci/bulk-data}: writes an export of synthetic patients, the same bytes for the same options however
 * many threads write it. No data of anybody are in it.
 */
public final class BulkData {

    /** All options, and what they are unless said. */
    public static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("dir", "target/bulk-data/export"),
            Map.entry("patients", "1000"),
            Map.entry("seed", "1"),
            Map.entry("as-of", "2026-11-21"),
            Map.entry("layout", "types"),
            Map.entry("gzip", "false"),
            Map.entry("per-file", "100000"),
            Map.entry("bad-lines", "0"),
            Map.entry("threads", Integer.toString(Runtime.getRuntime().availableProcessors())));

    /** Where the flaws of an export are listed. */
    public static final String EXPECTED_BAD = "expected-bad.csv";

    private static final int PATIENTS_PER_BATCH = 500;

    private BulkData() {}

    /**
     * What was written.
     *
     * @param bytes before they were compressed
     */
    public record Written(int patients, long lines, long badLines, long bytes) {}

    public static void main(String... arguments) throws IOException {
        Options options = Options.of(OPTIONS, arguments);
        long begin = System.nanoTime();
        Written written = write(options, Path.of(options.text("dir")));
        System.out.printf(
                "%s: %,d patients, %,d lines, of which %,d are bad, %,d MB, in %.1f s%n",
                options.text("dir"),
                written.patients(),
                written.lines(),
                written.badLines(),
                written.bytes() / 1_000_000,
                (System.nanoTime() - begin) / 1e9);
    }

    /** @param options as on the command line, such as {@code patients=200} */
    public static Written write(Path folder, String... options) throws IOException {
        return write(Options.of(OPTIONS, options), folder);
    }

    /** @param folder that holds no export yet */
    public static Written write(Options options, Path folder) throws IOException {
        refuseOther(Files.createDirectories(folder));
        Charts charts = charts(options);
        boolean byType = options.text("layout").equals("types");
        boolean gzip = options.text("gzip").equals("true");
        try (ExportFiles files = new ExportFiles(folder, byType, gzip, options.number("per-file"))) {
            write(charts, options, files);
            if (options.number("bad-lines") > 0) {
                List<String> listed = new ArrayList<>(List.of("file,line,kind,problem"));
                listed.addAll(files.bad());
                Files.write(folder.resolve(EXPECTED_BAD), listed);
            }
            return new Written(
                    options.number("patients"), files.lines(), files.bad().size(), files.bytes());
        }
    }

    static Charts charts(Options options) {
        return new Charts(new Population(options.number("seed"), LocalDate.parse(options.text("as-of"))));
    }

    /** Batches are made ahead by as many threads as there are, and written in their order. */
    private static void write(Charts charts, Options options, ExportFiles files) throws IOException {
        int threads = options.number("threads");
        int bad = options.number("bad-lines");
        ExecutorService makers = Executors.newFixedThreadPool(threads);
        try {
            Queue<Future<List<Line>>> ahead = new ArrayDeque<>();
            for (Batch batch : batches(options.number("patients"))) {
                ahead.add(makers.submit(() -> batch.lines(charts, bad)));
                if (ahead.size() > threads) {
                    write(ahead.remove(), files);
                }
            }
            while (!ahead.isEmpty()) {
                write(ahead.remove(), files);
            }
        } finally {
            makers.shutdownNow();
        }
    }

    private static void write(Future<List<Line>> batch, ExportFiles files) throws IOException {
        try {
            for (Line line : batch.get()) {
                files.write(line);
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static List<Batch> batches(int patients) {
        List<Batch> batches = new ArrayList<>();
        for (int round = 0; round < Charts.ROUNDS; round++) {
            for (int first = 0; first < patients; first += PATIENTS_PER_BATCH) {
                batches.add(new Batch(round, first, Math.min(first + PATIENTS_PER_BATCH, patients)));
            }
        }
        return batches;
    }

    private static void refuseOther(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            if (files.anyMatch(file -> file.toString().contains(".ndjson"))) {
                throw new IllegalArgumentException(folder + " holds an export already; name another folder");
            }
        }
    }
}
