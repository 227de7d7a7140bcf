package org.livercds.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;

/** ConfigMaps and Secrets as a node lays them out: links to links, so that all files change at once. */
final class Mounts {

    private static final String VERSION = "..2026_11_22_02_30_00.123456789";

    private Mounts() {}

    /** One file for each key. */
    static void lay(Path folder, Map<String, String> files) throws IOException {
        Path version = Files.createDirectories(folder.resolve(VERSION));
        Files.createSymbolicLink(folder.resolve("..data"), Path.of(VERSION));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = Path.of(file.getKey());
            Files.createDirectories(version.resolve(path).getParent());
            Files.writeString(version.resolve(path), file.getValue());
            Path link = folder.resolve(path.getName(0));
            if (!Files.isSymbolicLink(link)) {
                Files.createSymbolicLink(link, Path.of("..data").resolve(path.getName(0)));
            }
        }
    }

    /**
     * All volumes of the pod below a folder that stands for the root.
     *
     * @param secrets what is in the Secret, which is no part of the manifests
     */
    static void layAll(Path root, List<JsonNode> objects, JsonNode workload, Map<String, String> secrets)
            throws IOException {
        Map<String, JsonNode> volumes = new TreeMap<>();
        workload.at(Hardening.POD + "/volumes")
                .forEach(volume -> volumes.put(volume.path("name").asText(), volume));
        workload.at("/spec/volumeClaimTemplates")
                .forEach(claim -> volumes.put(claim.at("/metadata/name").asText(), claim));
        for (JsonNode mount : workload.at(Hardening.POD + "/containers/0/volumeMounts")) {
            JsonNode volume = volumes.get(mount.path("name").asText());
            Assertions.assertNotNull(volume, mount::toString);
            Path folder =
                    Files.createDirectories(under(root, mount.path("mountPath").asText()));
            if (volume.has("secret")) {
                lay(folder, secrets);
            } else if (volume.has("configMap")) {
                String name = volume.at("/configMap/name").asText();
                lay(folder, data(Manifests.one(objects, "ConfigMap", name)));
            }
        }
    }

    static Path under(Path root, String path) {
        return root.resolve(path.substring(1));
    }

    private static Map<String, String> data(JsonNode configMap) {
        Map<String, String> files = new TreeMap<>();
        configMap
                .path("data")
                .properties()
                .forEach(file -> files.put(file.getKey(), file.getValue().asText()));
        return files;
    }
}
