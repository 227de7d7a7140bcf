package org.livercds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final StringWriter said = new StringWriter();

    @Test
    void on_a_terminal_one_line_is_written_over_and_taken_away() {
        ProgressBar bar = new ProgressBar(new PrintWriter(said), true);
        bar.at(1, 2, "half");
        assertTrue(said.toString().endsWith("[###############               ] 1/2 half"), said::toString);
        bar.at(2, 2, "");
        assertTrue(said.toString().endsWith("\r\u001B[K"));
    }

    @Test
    void elsewhere_nothing_is_written() {
        ProgressBar bar = new ProgressBar(new PrintWriter(said), false);
        bar.at(0, 2, "x");
        bar.at(2, 2, "");
        assertEquals("", said.toString());
    }
}
