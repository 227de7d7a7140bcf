package org.livercds.cli.evaluate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;
import org.livercds.service.Standalone;

/**
 * What is to be evaluated.
 *
 * @param name as the user knows it
 */
public record Input(String name, Source source) {

    /** Where a request comes from. */
    public interface Source {
        /**
         * @throws UnusableException where there is none
         * @throws RefusedException where the service would refuse it
         */
        HookRequest request(Standalone services) throws UnusableException;
    }

    /** A file that holds nothing to evaluate, in a sentence. */
    public static final class UnusableException extends Exception {

        private static final long serialVersionUID = 1L;

        UnusableException(String sentence) {
            super(sentence);
        }
    }

    /**
     * Files, and all {@code .json} files of folders, not of those in them, in the order of their names.
     *
     * @throws IOException where a folder cannot be read
     */
    public static List<Input> of(List<Path> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            try (Stream<Path> found = Files.walk(path, 1)) {
                found.filter(file -> file.equals(path) || file.toString().endsWith(".json"))
                        .filter(file -> !Files.isDirectory(file))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files.stream()
                .map(file -> new Input(file.toString(), services -> request(file, services)))
                .toList();
    }

    private static HookRequest request(Path file, Standalone services) throws UnusableException {
        byte[] bytes = bytes(file);
        ObjectNode json;
        try {
            json = WireJson.readObject(bytes);
        } catch (RefusedException malformed) {
            throw new UnusableException(
                    "It is not valid JSON: one object, no duplicate keys, at most 100 levels deep.");
        }
        if (json.path("resourceType").asText().equals("Bundle")) {
            requireOnePatient(json);
            return WireJson.readRequest(WireJson.write(services.about(json)));
        }
        if (!json.has("context")) {
            throw new UnusableException("It is neither a hook request (context) nor a FHIR Bundle (resourceType).");
        }
        return WireJson.readRequest(bytes);
    }

    private static byte[] bytes(Path file) throws UnusableException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UnusableException("It cannot be read: " + unreadable);
        }
    }

    private static void requireOnePatient(ObjectNode bundle) throws UnusableException {
        long patients = StreamSupport.stream(bundle.path("entry").spliterator(), false)
                .filter(entry ->
                        entry.path("resource").path("resourceType").asText().equals("Patient"))
                .count();
        if (patients != 1) {
            throw new UnusableException(
                    "The Bundle has " + patients + " Patients. Give each chart a Bundle of its own.");
        }
    }
}
