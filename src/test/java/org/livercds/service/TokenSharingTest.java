package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.audit.Alarm;
import org.livercds.audit.FileSink;
import org.livercds.audit.Incidents;
import org.livercds.service.LiverCdsConfig.Auth.Away;

/** What operators learn while tokens are not shared. */
class TokenSharingTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:15:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @ParameterizedTest
    @CsvSource({"ADMIT, admitted", "REFUSE, refused"})
    void the_record_says_what_becomes_of_calls(Away away, String word) throws Exception {
        sharing(away).begins(NOW, "08001");
        String line = line();
        assertTrue(line.contains("{\"type\":\"calls\",\"valueString\":\"" + word + "\"}"), line);
        assertTrue(line.contains("{\"type\":\"remembered\",\"valueString\":\"perProcess\"}"), line);
        assertTrue(line.contains("{\"type\":\"sqlState\",\"valueString\":\"08001\"}"), line);
    }

    @Test
    void the_record_of_the_end_has_the_whole_period() throws Exception {
        sharing(Away.ADMIT).ends(NOW.minusSeconds(42), NOW);
        String line = line();
        assertTrue(
                line.contains("\"period\":{\"start\":\"2026-11-21T08:14:18Z\",\"end\":\"2026-11-21T08:15:00Z\"}"),
                line);
    }

    @Test
    void each_token_is_counted_and_none_is_zero() throws Exception {
        TokenSharing sharing = sharing(Away.ADMIT);
        assertEquals(0, metrics.get("livercds.tokens.unshared").counter().count());
        sharing.unshared();
        sharing.unshared();
        assertEquals(2, metrics.get("livercds.tokens.unshared").counter().count());
    }

    private String line() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }

    private TokenSharing sharing(Away away) throws Exception {
        FileSink sink = new FileSink(folder, 1_000_000, 30, CLOCK);
        return new TokenSharing(new Incidents(sink, new Alarm("file", metrics), Runnable::run, CLOCK), away, metrics);
    }
}
