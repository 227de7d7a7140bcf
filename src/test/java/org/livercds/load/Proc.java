package org.livercds.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What Linux counts: seconds of processor time, and the memory that a process holds; and where it lets one run. */
public final class Proc {

    private static final double TICKS = 100;
    private static final Pattern COMPILERS = Pattern.compile("C[12] Compiler");

    private Proc() {}

    /** Of all threads of a process. */
    public static double cpu(long pid) {
        return ticks(Long.toString(pid), 11, 13);
    }

    /** Of the threads with which a JVM compiles; those that it has ended are forgotten. */
    public static double compiling(long pid) {
        double seconds = 0;
        Path tasks = Path.of("/proc", Long.toString(pid), "task");
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
            for (Path thread : threads) {
                String name = read(thread.resolve("comm"));
                seconds +=
                        COMPILERS.matcher(name).lookingAt() ? ticks(pid + "/task/" + thread.getFileName(), 11, 13) : 0;
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return seconds;
    }

    /** Of this process and those that it has started and that have ended: the load generator. */
    public static double own() {
        return ticks("self", 11, 15);
    }

    /** Of all that this machine does. */
    public static double machine() {
        String[] fields = first(read(Path.of("/proc/stat"))).trim().split("\\s+");
        long[] counted = Arrays.stream(fields)
                .skip(1)
                .limit(8)
                .mapToLong(Long::parseLong)
                .toArray();
        return (Arrays.stream(counted).sum() - counted[3] - counted[4]) / TICKS;
    }

    /** Seconds that this machine's processors would have worked, had the host not given them to others. */
    static double stolen() {
        return Long.parseLong(first(read(Path.of("/proc/stat"))).trim().split("\\s+")[8]) / TICKS;
    }

    /** Megabytes that a process holds in memory. */
    public static double resident(long pid) {
        return read(Path.of("/proc", Long.toString(pid), "status"))
                        .lines()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                / 1024.0;
    }

    /** All threads of a process, and those to come, to one processor. */
    static void pin(long pid, int processor) throws IOException, InterruptedException {
        Process taskset = new ProcessBuilder(
                        "taskset", "-a", "-p", "-c", Integer.toString(processor), Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (taskset.waitFor() != 0) {
            throw new IllegalStateException("taskset ended with " + taskset.exitValue());
        }
    }

    private static double ticks(String process, int from, int to) {
        String stat = read(Path.of("/proc", process, "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Arrays.stream(fields, from, to).mapToLong(Long::parseLong).sum() / TICKS;
    }

    private static String first(String text) {
        return text.lines().findFirst().orElseThrow();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
