package org.livercds.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a running process holds: bytes of live objects (a histogram by jcmd, which collects all garbage first), threads,
 * descriptors, and the seconds of processor time that it has used. Read between phases: the collection stops the process.
 */
record Vitals(long heap, int threads, int descriptors, double cpu) {

    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");

    static Vitals of(ProcessHandle process) throws IOException, InterruptedException {
        return new Vitals(liveBytes(process), threads(process), descriptors(process), Proc.cpu(process.pid()));
    }

    double megabytes() {
        return heap / 1_048_576.0;
    }

    private static long liveBytes(ProcessHandle process) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process histogram = new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.class_histogram").start();
        String output = new String(histogram.getInputStream().readAllBytes());
        histogram.waitFor(10, TimeUnit.SECONDS);
        return Long.parseLong(found(TOTAL, output));
    }

    private static int threads(ProcessHandle process) throws IOException {
        return Integer.parseInt(found(THREADS, Files.readString(proc(process, "status"))));
    }

    private static int descriptors(ProcessHandle process) throws IOException {
        try (Stream<Path> open = Files.list(proc(process, "fd"))) {
            return (int) open.count();
        }
    }

    private static Path proc(ProcessHandle process, String what) {
        return Path.of("/proc", Long.toString(process.pid()), what);
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in: " + text);
        }
        return matcher.group(1);
    }
}
