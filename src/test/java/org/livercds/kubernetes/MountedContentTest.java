package org.livercds.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.livercds.cards.CardCatalogues;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.InvalidContentException;

/** What a cluster mounts is read: words and codes of a site in place of the built-in ones, and secrets. */
class MountedContentTest {

    private static final String CARD = "en/ablation.md";
    private static final String BUILT_IN = ContentFolder.inJar("cds-cards").read(CARD);

    @TempDir
    Path folder;

    @Test
    void links_of_a_mounted_folder_are_followed() throws IOException {
        Mounts.lay(folder, Map.of(CARD, BUILT_IN + "\nOurs.\n"));
        ContentFolder cards = new ContentFolder("cds-cards", Optional.of(folder));
        cards.checkOverride();
        assertTrue(cards.read(CARD).endsWith("Ours.\n"));
        CardCatalogues.read(cards, LiverCancerGuideline.recommendations());
    }

    @Test
    void a_file_behind_a_link_that_nothing_reads_is_refused() throws IOException {
        Mounts.lay(folder, Map.of("en/ablatoin.md", BUILT_IN));
        ContentFolder cards = new ContentFolder("cds-cards", Optional.of(folder));
        InvalidContentException refused = assertThrows(InvalidContentException.class, cards::checkOverride);
        assertTrue(refused.getMessage().contains("ablatoin.md"), refused::getMessage);
    }

    @Test
    void a_link_in_a_circle_is_told() throws IOException {
        Files.createSymbolicLink(folder.resolve("en"), folder);
        ContentFolder cards = new ContentFolder("cds-cards", Optional.of(folder));
        InvalidContentException refused = assertThrows(InvalidContentException.class, cards::checkOverride);
        assertTrue(refused.getMessage().contains("cannot be read"), refused::getMessage);
    }

    @EnabledIf("org.livercds.kubernetes.Manifests#hasKubectl")
    @Test
    void what_the_overlay_says_how_to_add_is_found_where_the_service_looks() throws IOException {
        Path overlay = SiteOverlay.write(folder.resolve("k8s"), "prod");
        List<JsonNode> objects = Manifests.rendered(overlay);
        JsonNode workload = Manifests.one(objects, "StatefulSet", "liver-cds");
        Path root = folder.resolve("root");
        Mounts.layAll(root, objects, workload, Map.of());
        Map<String, String> environment = Settings.environment(workload);
        ContentFolder cards = new ContentFolder(
                "cds-cards", Optional.of(Mounts.under(root, environment.get("LIVERCDS_CARDS_DIRECTORY"))));
        cards.checkOverride();
        assertTrue(cards.read(CARD).contains(SiteOverlay.WORD));
        ContentFolder profiles = new ContentFolder(
                "fhir-profiles", Optional.of(Mounts.under(root, environment.get("LIVERCDS_FHIR_PROFILES_DIRECTORY"))));
        profiles.checkOverride();
        assertEquals(Files.readString(SiteOverlay.SITE_CODES), profiles.read("conceptmaps/ConceptMap-site-codes.json"));
    }

    /** As {@code kubectl create secret --from-file} makes them, with the end of the line that editors add. */
    @Test
    void secrets_are_files_named_after_their_settings() throws IOException {
        Mounts.lay(
                folder,
                Map.of(
                        "livercds.feedback.key",
                        "c2VjcmV0\n",
                        "quarkus.datasource.postgresql.password",
                        "p\\a=s s#w$r$${d}"));
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(
                        new EnvConfigSource(Map.of("SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS", folder.toString()), 300))
                .addDiscoveredSources()
                .addDefaultInterceptors()
                .build();
        assertEquals("c2VjcmV0", config.getValue("livercds.feedback.key", String.class));
        assertEquals("p\\a=s s#w$r${d}", config.getValue("quarkus.datasource.postgresql.password", String.class));
    }
}
