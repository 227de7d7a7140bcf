package org.livercds.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.packaged.Ehr.FEEDBACK;
import static org.livercds.packaged.Ehr.HOOK;
import static org.livercds.packaged.Ehr.token;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to end loses nobody's call and nothing that it took. */
@Timeout(120)
class DrainTest {

    @TempDir
    Path folder;

    @Test
    void calls_under_way_are_answered_what_was_taken_is_there_and_the_end_is_a_good_one() throws Exception {
        Path keys = Files.writeString(folder.resolve("jwks.json"), Ehr.publicKeys());
        Map<String, String> settings = Ehr.settings(keys.toString());
        settings.put("livercds.shutdown.delay", "1s");
        Instance process = Instance.start(folder.resolve("process"), settings);
        String card = Ehr.hook(process, Ehr.request("Practitioner/one"))
                .at("/cards/0/uuid")
                .asText();
        assertEquals(
                200, process.post(FEEDBACK, Ehr.override(card), token(FEEDBACK)).statusCode());
        assertTrue(process.isReady());
        try (Slow call = new Slow(process.port())) {
            Instant begun = Instant.now();
            process.end();
            while (process.isReady()) {
                assertTrue(Duration.between(begun, Instant.now()).toSeconds() < 5);
            }
            assertEquals(200, new Slow(process.port()).finish(), "new calls are still answered for a while");
            assertThrows(ConnectException.class, () -> comeUntilRefused(process.port()));
            assertFalse(process.isReady(), "who asks learns it still");
            assertEquals(200, call.finish());
            assertTrue(call.isLast(), "the connection ends with the answer");
        }
        assertEquals(0, process.exit(), process::output);
        assertFalse(process.output().contains("ERROR"), process::output);
        assertEquals(1, count("SELECT count(*) FROM feedback WHERE card = '" + card + "'"));
        assertEquals(3, count("SELECT sum(answers) FROM answered"), "issued cards are written out");
        assertEquals(9, count("SELECT count(*) FROM issued_card"));
        assertEquals(
                4,
                process.audit().stream()
                        .filter(event -> event.contains("\"outcome\":\"0\""))
                        .count());
    }

    private static void comeUntilRefused(int port) throws IOException, InterruptedException {
        Instant end = Instant.now().plusSeconds(10);
        while (Instant.now().isBefore(end)) {
            new Socket("127.0.0.1", port).close();
            Thread.sleep(20);
        }
    }

    private int count(String select) throws SQLException {
        Path file = folder.resolve("process").resolve("feedback").resolve("feedback.sqlite");
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                ResultSet found = database.createStatement().executeQuery(select)) {
            return found.getInt(1);
        }
    }

    /** A call of which the last bytes are missing. */
    private static final class Slow implements AutoCloseable {

        private final Socket line;
        private final byte[] body = Ehr.request("Practitioner/two").getBytes(StandardCharsets.UTF_8);
        private String heard = "";

        Slow(int port) throws IOException {
            line = new Socket("127.0.0.1", port);
            line.setSoTimeout(10_000);
            String head = "POST " + HOOK + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Authorization: Bearer " + token(HOOK) + "\r\nContent-Length: " + body.length + "\r\n\r\n";
            line.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            line.getOutputStream().write(body, 0, body.length - 10);
        }

        int finish() throws IOException {
            line.getOutputStream().write(body, body.length - 10, 10);
            byte[] first = new byte[1000];
            heard = new String(first, 0, line.getInputStream().read(first), StandardCharsets.US_ASCII);
            return Integer.parseInt(heard.split(" ")[1]);
        }

        boolean isLast() {
            return heard.toLowerCase(Locale.ROOT).contains("connection: close\r\n");
        }

        @Override
        public void close() throws IOException {
            line.close();
        }
    }
}
