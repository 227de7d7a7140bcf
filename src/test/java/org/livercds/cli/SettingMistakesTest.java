package org.livercds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.service.LiverCdsConfig;

/** What cannot be read at all is told by name, with what it has to be, and never with what it was set to. */
class SettingMistakesTest {

    @ParameterizedTest
    @CsvSource({
        "livercds.deadlin, 1s, livercds.deadlin is no setting of this service. Did you mean livercds.deadline?",
        "livercds.clients.north.jwks-uri, s3cret, Did you mean livercds.clients.north.jwks-url?",
        "livercds.cors.origin, s3cret, Did you mean livercds.cors.origins?",
        "livercds.something.else.altogether, s3cret, docs/CONFIGURATION.md lists those",
        "livercds.clients.north.tenant, s3cret, livercds.clients.north.issuer is missing.",
        "livercds.most-calls, s3cret, livercds.most-calls cannot be used as it is written: it has to be a whole number.",
        "livercds.deadline, s3cret, livercds.deadline cannot be used as it is written: it has to be a time such as",
        "livercds.thresholds.inr-above, s3cret, it has to be a number.",
        "livercds.audit.max-file-size, s3cret, it has to be a size such as 100M.",
        "livercds.language, s3cret, 'livercds.language cannot be used as it is written: it has to be one of en, es.'",
        "livercds.auth.mode, s3cret, 'it has to be one of off, warn, required.'"
    })
    void each_is_told_in_one_sentence(String setting, String value, String sentence) {
        String told = told(Map.of(setting, value));
        assertTrue(told.startsWith("Liver CDS does not start: ") && told.contains(sentence), told);
        assertFalse(told.contains("\n") || told.contains("s3cret"), told);
    }

    @Test
    void many_are_told_at_once() {
        String told = told(Map.of("livercds.deadlin", "1s", "livercds.most-calls", "many", "livercds.language", "fr"));
        assertEquals(4, told.lines().count(), told);
        assertTrue(told.startsWith("Liver CDS does not start, for 3 reasons:\n- livercds.deadlin is no"), told);
    }

    private static String told(Map<String, String> settings) {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(LiverCdsConfig.class)
                .withSources(new PropertiesConfigSource(settings, "settings of the test", 100));
        return SettingMistakes.sentence(assertThrows(ConfigValidationException.class, config::build));
    }
}
