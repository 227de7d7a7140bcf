package org.livercds.bulkdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.livercds.load.Options;

/**
 * The command {@code screen} of the packaged jar as a process of its own.
 *
 * @param export what it reads
 * @param key the file with the key of the patients' ids, the same for all runs
 */
record ScreenProcess(Options options, Path export, Path key) {

    private static final int LOOK_MILLIS = 20;

    /**
     * How a run went.
     *
     * @param peak megabytes that it held in memory at most
     * @param exit its exit code; empty where it was killed
     */
    record Ended(double seconds, double peak, Optional<Integer> exit) {}

    /** A run to its end, which has to be good. */
    Ended finish(Path out, int threads) throws IOException, InterruptedException {
        Ended ended = run(out, threads, Double.MAX_VALUE);
        if (!ended.exit().equals(Optional.of(0))) {
            throw new IllegalStateException("screen ended with " + ended.exit() + ", see " + log(out));
        }
        return ended;
    }

    /** @param killed after how many seconds it is killed without a word (SIGKILL), unless it ends before */
    Ended run(Path out, int threads, double killed) throws IOException, InterruptedException {
        Files.createDirectories(out.toAbsolutePath().getParent());
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command(out, threads))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(out).toFile()))
                .start();
        Thread hook = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(hook);
        double peak = 0;
        boolean late = false;
        while (!late && !process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(process.pid()));
            late = (System.nanoTime() - begin) / 1e9 > killed;
        }
        if (late) {
            process.destroyForcibly();
        }
        int exit = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(hook);
        return new Ended((System.nanoTime() - begin) / 1e9, peak, late ? Optional.empty() : Optional.of(exit));
    }

    private List<String> command(Path out, int threads) {
        List<String> command = new ArrayList<>(List.of(
                options.text("java"), "-Xmx" + options.text("heap"), "-XX:+UseParallelGC", "-XX:-TieredCompilation"));
        command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-jar", options.text("jar"), "screen"));
        command.addAll(List.of(export.toString(), "--out", out.toString(), "--threads", Integer.toString(threads)));
        command.addAll(List.of("--as-of", options.text("as-of"), "--key-file", key.toString()));
        return command;
    }

    private static Path log(Path out) {
        return out.resolveSibling(out.getFileName() + ".log");
    }

    /** What Linux remembers as the most; nothing more once it has ended. */
    private static double peak(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "status"))
                            .lines()
                            .filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024.0;
        } catch (IOException ended) {
            return 0;
        }
    }
}
