package org.livercds.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The manifests as a site has them that took up what their comments say about words and codes of its own. */
final class SiteOverlay {

    static final String WORD = "As our board decided.";
    /** One of them, which joins the published queries. */
    static final String SITE_CODE = "TU-MAX";

    static final Path SITE_CODES = Path.of("fhir-profiles/examples/ConceptMap-site-codes-example.json");

    private SiteOverlay() {}

    /** @return the overlay to be put together */
    static Path write(Path folder, String overlay) throws IOException {
        copy(Manifests.FOLDER, folder);
        Path prod = folder.resolve("overlays/prod");
        Path kustomization = prod.resolve("kustomization.yaml");
        String text = Files.readString(kustomization);
        Files.writeString(kustomization, text.replaceAll("(?m)^    # (files:|  - )", "    $1"));
        Path card = prod.resolve("cds-cards/en/ablation.md");
        Files.createDirectories(card.getParent());
        Files.writeString(card, Files.readString(Path.of("cds-cards/en/ablation.md")) + "\n" + WORD + "\n");
        Path codes = prod.resolve("fhir-profiles/conceptmaps/ConceptMap-site-codes.json");
        Files.createDirectories(codes.getParent());
        Files.copy(SITE_CODES, codes);
        return folder.resolve("overlays").resolve(overlay);
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(from)) {
            all = files.toList();
        }
        for (Path file : all) {
            Path copy = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(file, copy);
            }
        }
    }
}
