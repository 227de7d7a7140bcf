package org.livercds.silence;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Reads every line that is logged or printed while the suite runs. What tells of a {@link Canary} is written to a file
 * whose existence fails the build after the tests.
 */
public final class CanaryWatch implements TestExecutionListener {

    /** How many lines were read in this JVM, whatever class loader asks. */
    static final String LINES = "org.livercds.silence.lines";

    private static final Path SEEN = Path.of("target", "canary-seen.txt");

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final AtomicLong lines = new AtomicLong();
    private final Handler listening = new Listening();

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        try {
            Files.deleteIfExists(SEEN);
        } catch (IOException locked) {
            throw new UncheckedIOException(locked);
        }
        System.setOut(new PrintStream(new Overheard(System.out, this::read), true));
        System.setErr(new PrintStream(new Overheard(System.err, this::read), true));
    }

    /** Again and again: applications that start arrange the handlers anew. */
    @Override
    public void executionStarted(TestIdentifier next) {
        Logger root = Logger.getLogger("");
        if (!List.of(root.getHandlers()).contains(listening)) {
            root.addHandler(listening);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        System.out.println("Canary watch: " + lines + " lines read, " + seen.size() + " tell of a patient");
        if (seen.isEmpty()) {
            return;
        }
        try {
            Files.write(SEEN, seen);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void read(String line) {
        System.setProperty(LINES, String.valueOf(lines.incrementAndGet()));
        Canary.in(line).ifPresent(canary -> seen.add(canary + " in: " + line));
    }

    List<String> seen() {
        return List.copyOf(seen);
    }

    /** Also what no console shows. */
    final class Listening extends Handler {

        private final PatternFormatter everything = new PatternFormatter("%c %m %e %X");

        Listening() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord line) {
            read(everything.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
