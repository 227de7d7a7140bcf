package org.livercds.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was put on record since this was made. */
final class AuditFolder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final int before;

    AuditFolder(Path folder) throws IOException {
        this.folder = folder;
        this.before = lines().size();
    }

    List<JsonNode> events() throws IOException {
        List<JsonNode> events = new ArrayList<>();
        List<String> lines = lines();
        for (String line : lines.subList(before, lines.size())) {
            events.add(JSON.readTree(line));
        }
        return events;
    }

    private List<String> lines() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            lines.addAll(Files.readAllLines(file));
        }
        return lines;
    }
}
