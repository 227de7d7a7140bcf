package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ContentVersion;
import org.livercds.hooks.Evaluation;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.Language;
import org.livercds.hooks.WireJson;

/** Whatever shows the version of the content shows whether a site changed it. */
class SiteContentTest {

    private static final String CARD = "en/ablation.md";
    private static final String TEXT = ContentFolder.inJar("cds-cards").read(CARD);
    private static final ContentVersion RELEASED = ContentVersion.released();

    @TempDir
    Path mounted;

    @Test
    void the_content_of_the_jar_is_that_of_the_release_at_every_start() {
        for (int start = 0; start < 2; start++) {
            try (Standalone services = services(Map.of())) {
                services.examples().patients();
                assertEquals(RELEASED.toString(), services.content());
                assertEquals(Standalone.shippedContent(), services.content());
                assertSaid(
                        "Rules " + RELEASED.version() + " (content " + RELEASED.hash() + "), evaluated",
                        answer(services, Language.EN));
                assertSaid(
                        "Reglas " + RELEASED.version() + " (contenido " + RELEASED.hash() + "), evaluado",
                        answer(services, Language.ES));
                String json = new String(WireJson.write(answer(services, Language.EN)), StandardCharsets.UTF_8);
                assertTrue(json.contains("\"contentHash\":\"" + RELEASED.hash() + "\""));
                assertFalse(json.contains("contentChanged"));
            }
        }
    }

    @Test
    void a_mounted_copy_is_the_same_content() throws IOException {
        try (Standalone services = services(mount(TEXT))) {
            assertEquals(RELEASED.toString(), services.content());
        }
    }

    @Test
    void a_mounted_change_is_told_wherever_the_version_is() throws IOException {
        try (Standalone services = services(mount(TEXT + "\nOurs.\n"))) {
            Evaluation evaluation = answer(services, Language.EN).extension().evaluation();
            String hash = evaluation.contentHash();
            assertNotEquals(RELEASED.hash(), hash);
            assertEquals(Boolean.TRUE, evaluation.contentChanged());
            assertEquals(RELEASED.version() + " (content " + hash + ", changed by the site)", services.content());
            assertSaid("(content " + hash + ", changed by the site), evaluated", answer(services, Language.EN));
            assertSaid("(contenido " + hash + ", modificado por el centro), evaluado", answer(services, Language.ES));
            assertEquals(
                    RELEASED.version() + " (contenido " + hash + ", modificado por el centro)",
                    services.words(Language.ES).content());
            assertEquals(RELEASED.toString(), Standalone.shippedContent());
        }
    }

    private Map<String, String> mount(String card) throws IOException {
        Path file = mounted.resolve(CARD);
        Files.createDirectories(file.getParent());
        Files.writeString(file, card);
        return Map.of("livercds.cards.directory", mounted.toString());
    }

    private static Standalone services(Map<String, String> settings) {
        return new Standalone(settings, Optional.empty(), Optional.of(PlainServices.DAY));
    }

    private static HookResponse answer(Standalone services, Language language) {
        byte[] request = WireJson.write(
                services.examples().unshifted("three-metastases-under-3-cm").orElseThrow());
        return services.answer(WireJson.readRequest(request), language);
    }

    private static void assertSaid(String words, HookResponse answer) {
        assertFalse(answer.cards().isEmpty());
        answer.cards().forEach(card -> assertTrue(card.detail().contains(words), card.detail()));
    }
}
