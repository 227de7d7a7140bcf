package org.livercds.bulkdata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.livercds.hooks.WireJson;

/** The charts of some patients, looked for in all lines of an export. */
final class SampleCharts {

    private static final Pattern PATIENT = Pattern.compile("^\\{\"resourceType\":\"Patient\",\"id\":\"([^\"]+)\"");
    private static final Pattern SUBJECT =
            Pattern.compile("\"(?:subject|patient)\":\\{\"reference\":\"[^\"]*Patient/([^\"]+)\"");

    private final Map<String, List<String>> lines = new TreeMap<>();
    private long read;

    private SampleCharts(Collection<String> ids) {
        ids.forEach(id -> lines.put(id, new ArrayList<>()));
    }

    static SampleCharts of(Path export, Collection<String> ids) throws IOException {
        SampleCharts charts = new SampleCharts(ids);
        try (Stream<Path> files = Files.list(export)) {
            for (Path file : files.filter(file -> file.toString().contains(".ndjson"))
                    .sorted()
                    .toList()) {
                charts.read(file);
            }
        }
        return charts;
    }

    List<ObjectNode> of(String id) {
        return lines.get(id).stream()
                .map(line -> WireJson.readObject(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** How many lines there are in the export. */
    long read() {
        return read;
    }

    private void read(Path file) throws IOException {
        try (InputStream plain = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(plain) : plain;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                read++;
                keep(line);
            }
        }
    }

    private void keep(String line) {
        Matcher patient = PATIENT.matcher(line);
        Matcher found = patient.find() ? patient : SUBJECT.matcher(line);
        if ((found == patient || found.find()) && lines.containsKey(found.group(1))) {
            lines.get(found.group(1)).add(line);
        }
    }
}
