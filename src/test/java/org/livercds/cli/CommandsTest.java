package org.livercds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CommandsTest {

    @Test
    void version_and_help_are_told_without_a_server() {
        assertTrue(printed("--version").contains("liver-cds, rules 2.0.0"));
        assertTrue(printed("--help").contains("Started without arguments it is the server."));
    }

    @Test
    void an_unknown_command_is_an_error_of_the_user() {
        assertEquals(2, Commands.run("unknown"));
    }

    @Test
    void a_command_that_cannot_do_its_work_fails_and_says_why() {
        StringWriter said = new StringWriter();
        assertEquals(1, Commands.run(new PrintWriter(said, true), "feedback", "expire", "--days", "30"));
        assertTrue(said.toString().startsWith("There is no feedback in livercds.feedback.directory"), said::toString);
        assertEquals(2, Commands.run("feedback", "expire", "--days", "-1"));
        assertEquals(2, Commands.run("feedback", "delete"));
        assertEquals(1, Commands.run(new PrintWriter(said, true), "feedback", "comments"));
        assertTrue(said.toString().contains("livercds.feedback.key is not set: without it nobody can read comments."));
    }

    private static String printed(String... arguments) {
        PrintStream out = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertEquals(0, Commands.run(arguments));
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
