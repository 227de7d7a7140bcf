package org.livercds.kubernetes;

import static org.livercds.kubernetes.Hardening.POD;
import static org.livercds.kubernetes.Hardening.elements;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a pod of an overlay finds, below a folder that stands for its root. */
public final class PodFiles {

    /** A code of the site's map. */
    public static final String SITE_CODE = SiteOverlay.SITE_CODE;

    /** Words of a card of the site. */
    public static final String SITE_WORD = SiteOverlay.WORD;

    private static final String WORKING_FOLDER = "/deployments";

    private final Path root;
    private final JsonNode workload;

    private PodFiles(Path root, JsonNode workload) {
        this.root = root;
        this.workload = workload;
    }

    public static boolean canBeMade() {
        return Manifests.hasKubectl();
    }

    /** With words and codes of a site. */
    public static PodFiles lay(Path folder, String overlay, Map<String, String> secrets) throws IOException {
        List<JsonNode> objects = Manifests.rendered(SiteOverlay.write(folder.resolve("k8s"), overlay));
        JsonNode workload = Manifests.one(objects, "StatefulSet", "liver-cds");
        Path root = folder.resolve("root");
        Mounts.layAll(root, objects, workload, secrets);
        return new PodFiles(root, workload);
    }

    public Path path(String path) {
        return Mounts.under(root, path);
    }

    public Path workingFolder() throws IOException {
        return Files.createDirectories(path(WORKING_FOLDER));
    }

    /** Of {@code java}. */
    public List<String> arguments() {
        return elements(workload.at(POD + "/containers/0/args"))
                .map(JsonNode::asText)
                .toList();
    }

    /** Absolute paths are those below the root. */
    public Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>(Settings.environment(workload));
        variables.replaceAll(
                (name, value) -> value.startsWith("/") ? path(value).toString() : value);
        return variables;
    }
}
