package org.livercds.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.livercds.silence.Canary;

class WithoutMessagesTest {

    @Test
    void the_kind_and_the_places_stay_and_the_words_go() {
        Exception thrown = new IllegalStateException(Canary.FAMILY, new IllegalArgumentException(Canary.TOKEN));
        thrown.addSuppressed(new IllegalStateException(Canary.RECORD_NUMBER));
        String printed = printed(filtered("io.vertx.core.impl.ContextBase", thrown));
        assertTrue(Canary.in(printed).isEmpty(), printed);
        assertTrue(printed.contains("java.lang.IllegalStateException"), printed);
        assertTrue(printed.contains("Caused by: java.lang.IllegalArgumentException"), printed);
        assertTrue(printed.contains("WithoutMessagesTest"), printed);
    }

    @Test
    void causes_that_go_round_end() {
        Exception one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("two", one));
        assertFalse(printed(filtered("x", one)).contains("two"));
    }

    @Test
    void a_start_that_fails_is_told_in_full() {
        Exception thrown = new IllegalStateException("no such folder");
        assertSame(thrown, filtered("org.livercds.cli.Main", thrown));
        assertNull(filtered("x", null));
        assertEquals("java.lang.IllegalStateException", filtered(null, thrown).toString());
    }

    private static Throwable filtered(String logger, Throwable thrown) {
        LogRecord line = new LogRecord(Level.SEVERE, "failed");
        line.setLoggerName(logger);
        line.setThrown(thrown);
        assertTrue(new WithoutMessages().isLoggable(line));
        return line.getThrown();
    }

    private static String printed(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
