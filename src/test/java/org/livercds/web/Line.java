package org.livercds.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bare connection to the service, for what no client library would send. */
final class Line implements AutoCloseable {

    static final String MINIMAL = "{\"context\":{\"patientId\":\"p\"},\"prefetch\":{\"conditions\":null}}";

    private static final String CALL = "POST " + Example.SERVICE + " HTTP/1.1\r\nHost: localhost\r\n";
    private static final int LONGEST_WAIT = 20_000;
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: ([0-9]+)");

    private final Socket socket;

    Line(int port) throws IOException {
        socket = new Socket("localhost", port);
        socket.setSoTimeout(LONGEST_WAIT);
    }

    /** @param heard all that came until the connection ended or was silent */
    record Reply(String heard, boolean closed) {

        int status() {
            String[] words = heard.split(" ", 3);
            return words.length < 3 ? 0 : Integer.parseInt(words[1]);
        }

        /** How many answers there are. */
        int answers() {
            return heard.split("HTTP/1\\.[01] ", -1).length - 1;
        }
    }

    /** The head of a call of a service. */
    static String call(String... headers) {
        return CALL + "Content-Type: application/json\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }

    static String length() {
        return "Content-Length: " + MINIMAL.length();
    }

    static String chunked(String body) {
        return Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
    }

    Line send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** One answer, read to the length that it names; the connection may stay open. */
    Reply answer() throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (heard.size() < END_OF_HEAD.length()
                || !heard.toString(ISO_8859_1).endsWith(END_OF_HEAD)) {
            int next = in.read();
            if (next < 0) {
                return new Reply(heard.toString(ISO_8859_1), true);
            }
            heard.write(next);
        }
        Matcher length = LENGTH.matcher(heard.toString(ISO_8859_1));
        heard.write(in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0));
        return new Reply(heard.toString(ISO_8859_1), false);
    }

    /** All until the service hangs up. */
    Reply toTheEnd() throws IOException {
        return listen(LONGEST_WAIT);
    }

    /** All until the service hangs up or says nothing for so many milliseconds. */
    Reply listen(int silence) throws IOException {
        socket.setSoTimeout(silence);
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        boolean closed = false;
        try {
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                heard.write(next);
            }
            closed = true;
        } catch (SocketTimeoutException silent) {
            closed = false;
        } catch (SocketException reset) {
            closed = true;
        }
        return new Reply(heard.toString(ISO_8859_1), closed);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
