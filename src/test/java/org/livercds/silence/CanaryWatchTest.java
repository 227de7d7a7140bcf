package org.livercds.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The watch of the suite is there, and would see. */
class CanaryWatchTest {

    static List<String> canaries() {
        return Canary.ALL;
    }

    @ParameterizedTest
    @MethodSource("canaries")
    void a_line_that_tells_of_the_patient_is_seen(String canary) {
        CanaryWatch watch = new CanaryWatch();
        ByteArrayOutputStream passedOn = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(new Overheard(passedOn, watch::read), true);
        out.println("harmless");
        assertEquals(List.of(), watch.seen());
        out.print("a " + canary);
        out.print("b\n");
        assertEquals(1, watch.seen().size());
        assertTrue(passedOn.toString().contains("a " + canary + "b"));
    }

    @Test
    void what_is_logged_with_an_exception_is_seen() {
        CanaryWatch watch = new CanaryWatch();
        LogRecord line = new LogRecord(Level.FINEST, "harmless");
        line.setThrown(new IllegalStateException(new IllegalArgumentException(Canary.TOKEN)));
        watch.new Listening().publish(line);
        assertEquals(1, watch.seen().size());
    }

    @Test
    void the_watch_of_this_suite_reads_what_is_printed_and_logged() {
        long before = Long.getLong(CanaryWatch.LINES, -1);
        System.out.println("A line for the canary watch");
        Logger.getLogger("org.livercds.silence").severe("A line for the canary watch");
        assertTrue(Long.getLong(CanaryWatch.LINES, -1) >= before + 2, "the watch is not there");
        assertTrue(
                Stream.of(Logger.getLogger("").getHandlers())
                        .anyMatch(
                                handler -> handler.getClass().getName().equals(CanaryWatch.Listening.class.getName())),
                "the watch does not hear what is logged");
    }
}
