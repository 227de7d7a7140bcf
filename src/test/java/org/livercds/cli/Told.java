package org.livercds.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** What a command did, as its user sees it. */
record Told(int exitCode, String out, String err) {

    static Told by(String... arguments) {
        return withInput("", arguments);
    }

    static Told withInput(String input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            int code = Commands.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
            return new Told(code, out.toString(), err.toString());
        } finally {
            System.setIn(before);
        }
    }
}
