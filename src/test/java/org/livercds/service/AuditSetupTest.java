package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.livercds.audit.AuditSink;
import org.livercds.audit.AuditTrail.OnFailure;
import org.livercds.audit.FileSink;
import org.livercds.audit.NoSink;
import org.livercds.service.AuditConfig.Sink;

/** What the settings of the audit trail make, and which of them refuse the start. */
class AuditSetupTest {

    @TempDir
    Path directory;

    @Test
    void by_default_files_are_kept_for_six_years_and_calls_go_on() {
        AuditConfig audit = config(Map.of()).audit();
        assertTrue(audit.sink() == Sink.FILE && audit.onFailure() == OnFailure.CONTINUE);
        assertTrue(audit.retention() >= 6 * 365 + 1);
        assertTrue(audit.directory().equals(Path.of("audit")));
    }

    @Test
    void the_directory_is_made() {
        Path own = directory.resolve("a/b");
        AuditSink sink = sink(Map.of("livercds.audit.directory", own.toString()));
        assertInstanceOf(FileSink.class, sink);
        assertTrue(Files.isDirectory(own));
    }

    @Test
    void it_can_be_off() {
        assertInstanceOf(NoSink.class, sink(Map.of("livercds.audit.sink", "off")));
    }

    @Test
    void a_directory_that_cannot_be_written_refuses_the_start() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        String sentence = refusal(Map.of("livercds.audit.directory", file.toString()));
        assertTrue(sentence.contains("livercds.audit.directory") && sentence.contains(file.toString()), sentence);
        assertFalse(sentence.contains("\n"));
    }

    private static String refusal(Map<String, String> settings) {
        return assertThrows(StartRefusedException.class, () -> sink(settings)).getMessage();
    }

    private static AuditSink sink(Map<String, String> settings) {
        LiverCdsConfig config = config(settings);
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        return new AuditSetup().sink(config, Clock.systemUTC(), null, new AuditSetup().alarm(config, metrics), metrics);
    }

    private static LiverCdsConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(LiverCdsConfig.class)
                .withSources(new PropertiesConfigSource(new HashMap<>(settings), "settings of the test", 100))
                .build()
                .getConfigMapping(LiverCdsConfig.class);
    }
}
