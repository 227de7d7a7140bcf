package org.livercds.bench;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.livercds.load.LoadPatient;
import org.livercds.load.Options;

/**
 * What is called: requests of one size, with or without narrative, with all data or with what the service has to fetch.
 *
 * @param patients whose charts they are
 * @param requests the folder of the request files
 */
record Shape(int size, boolean narrative, boolean fetched, List<LoadPatient> patients, Path requests) {

    private static final int REQUESTS = 16;

    /** Writes the requests of all shapes that were asked for, the smallest first. */
    static List<Shape> all(Options options) {
        List<Shape> all = new ArrayList<>();
        for (String data : options.list("data")) {
            for (String narrative : options.list("narrative")) {
                for (String size : options.list("sizes")) {
                    all.add(of(Integer.parseInt(size), narrative.equals("yes"), data.equals("fetched")));
                }
            }
        }
        return all;
    }

    static Shape of(int size, boolean narrative, boolean fetched) {
        int first = (size * 2 + (narrative ? 1 : 0)) * REQUESTS;
        List<LoadPatient> patients = IntStream.range(first, first + REQUESTS)
                .mapToObj(i -> BenchRequest.of(size, narrative, i, LocalDate.now(Clock.systemUTC())))
                .toList();
        Path folder = Path.of("target", "bench", "requests", size + (narrative ? "-n" : "") + (fetched ? "-f" : ""));
        return new Shape(size, narrative, fetched, patients, folder);
    }

    void write(String fhirServer) throws IOException {
        Files.createDirectories(requests);
        for (int i = 0; i < patients.size(); i++) {
            LoadPatient patient = patients.get(i);
            Buffer body = fetched ? patient.lacking(BenchRequest.FETCHED, fhirServer) : patient.prefetched();
            Files.write(requests.resolve("%02d.json".formatted(i)), body.getBytes());
        }
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(requests)) {
            return files.sorted().toList();
        }
    }

    /** As it stands in the table. */
    String title() {
        return size + " KB" + (narrative ? ", narrative" : "") + (fetched ? ", fetched" : "");
    }
}
