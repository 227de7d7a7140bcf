package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The list, in the order of the report. */
final class Requirements {

    private static final String SPECIFICATION = "specification";
    private static final Requirements OF_JAR = read();

    private final Map<String, Requirement> byId = new LinkedHashMap<>();

    private Requirements(JsonNode file) {
        String specification = file.path(SPECIFICATION).asText();
        file.properties().forEach(entry -> {
            if (!entry.getKey().equals(SPECIFICATION)) {
                byId.put(entry.getKey(), requirement(entry.getKey(), entry.getValue(), specification));
            }
        });
    }

    static Requirements ofJar() {
        return OF_JAR;
    }

    private static Requirements read() {
        try (InputStream file = Requirements.class.getResourceAsStream("/selfcheck/requirements.yaml")) {
            return new Requirements(new YAMLMapper().readTree(file));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    List<Requirement> all() {
        return List.copyOf(byId.values());
    }

    Requirement of(String id) {
        Requirement found = byId.get(id);
        if (found == null) {
            throw new IllegalArgumentException("no requirement " + id);
        }
        return found;
    }

    private static Requirement requirement(String id, JsonNode entry, String specification) {
        String link = entry.path("link").asText();
        return new Requirement(
                id,
                Level.valueOf(entry.path("level").asText()),
                entry.path("basis").asText(),
                entry.path("sentence").asText(),
                entry.path("why").asText(),
                link.startsWith("https:") ? link : specification + "#" + link);
    }
}
