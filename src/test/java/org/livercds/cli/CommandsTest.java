package org.livercds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.livercds.codes.ContentVersion;

class CommandsTest {

    @Test
    void version_and_help_are_told_without_a_server() {
        assertTrue(Told.by("--version").out().contains("liver-cds, rules " + ContentVersion.released()));
        assertTrue(Told.by("--help").out().contains("Started without arguments it is the server."));
        assertTrue(Told.by().out().contains("Started without arguments it is the server."));
    }

    @Test
    void an_unknown_command_is_an_error_of_the_user() {
        assertEquals(2, Told.by("unknown").exitCode());
    }

    @Test
    void a_command_that_cannot_do_its_work_fails_and_says_why() {
        Told expired = Told.by("feedback", "expire", "--days", "30");
        assertEquals(1, expired.exitCode());
        assertTrue(expired.err().startsWith("There is no feedback in livercds.feedback.directory"), expired.err());
        assertEquals(2, Told.by("feedback", "expire", "--days", "-1").exitCode());
        assertEquals(2, Told.by("feedback", "delete").exitCode());
        Told comments = Told.by("feedback", "comments");
        assertEquals(1, comments.exitCode());
        assertTrue(
                comments.err().contains("livercds.feedback.key is not set: without it nobody can read comments."),
                comments.err());
    }
}
