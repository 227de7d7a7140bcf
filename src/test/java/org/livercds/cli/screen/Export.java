package org.livercds.cli.screen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.livercds.hooks.WireJson;
import org.livercds.service.DemoRequests;

/** The synthetic patients as a server exports them. */
final class Export {

    static final String DAY = "2026-11-20";

    private Export() {}

    /** The charts of the synthetic patients by their names. */
    static Map<String, ObjectNode> charts() throws IOException {
        Map<String, ObjectNode> charts = new LinkedHashMap<>();
        for (String name : DemoRequests.NAMES) {
            charts.put(
                    name,
                    WireJson.readObject(
                            Files.readAllBytes(Path.of("fhir-profiles/examples/Bundle-" + name + ".json"))));
        }
        return charts;
    }

    /** All their resources, a line each. */
    static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (ObjectNode chart : charts().values()) {
            for (JsonNode entry : chart.path("entry")) {
                lines.add(entry.path("resource").toString());
            }
        }
        return lines;
    }

    /** A file for each type. */
    static void byType(Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, List<String>> types = new LinkedHashMap<>();
        for (String line : lines()) {
            String type = WireJson.readObject(line.getBytes(StandardCharsets.UTF_8))
                    .path("resourceType")
                    .asText();
            types.computeIfAbsent(type, none -> new ArrayList<>()).add(line);
        }
        for (Map.Entry<String, List<String>> type : types.entrySet()) {
            Files.write(folder.resolve(type.getKey() + ".ndjson"), type.getValue());
        }
    }

    static void mixed(Path folder, List<String> lines) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("all.ndjson"), lines);
    }

    static void packed(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
