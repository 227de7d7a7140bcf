package org.livercds.codes;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A folder of content that ships in the jar and that a site can override file by file with a mounted folder. Files are
 * asked for by name; nothing is listed.
 *
 * @param name the folder in the jar, such as {@code fhir-profiles}
 * @param override the mounted folder; a file that stands there wins
 * @param fingerprint to which what is read is added
 */
public record ContentFolder(String name, Optional<Path> override, ContentFingerprint fingerprint) {

    /** Whose reading nobody notes. */
    public ContentFolder(String name, Optional<Path> override) {
        this(name, override, new ContentFingerprint());
    }

    public static ContentFolder inJar(String name) {
        return new ContentFolder(name, Optional.empty());
    }

    /** The text of a file that has to be there. */
    public String read(String file) {
        return readIfPresent(file)
                .orElseThrow(() -> new InvalidContentException(path(file), 0, "the file is not there"));
    }

    public Optional<String> readIfPresent(String file) {
        try {
            Optional<Path> mounted =
                    override.map(folder -> folder.resolve(file)).filter(Files::isRegularFile);
            Optional<String> text =
                    mounted.isPresent() ? Optional.of(Files.readString(mounted.get())) : readFromJar(file);
            text.ifPresent(read -> fingerprint.add(name + "/" + file, read));
            return text;
        } catch (IOException unreadable) {
            throw new InvalidContentException(path(file), 0, "the file cannot be read, or is no text in UTF-8");
        }
    }

    /**
     * A mounted folder that is not there, or a file in it that nothing reads, is a mistake of the mount: without a word
     * the built-in content would be used.
     */
    public void checkOverride() {
        override.ifPresent(folder -> {
            if (!Files.isDirectory(folder)) {
                throw new InvalidContentException(folder.toString(), 0, "the mounted folder is not there");
            }
            try (Stream<Path> files = files(folder)) {
                files.filter(Files::isRegularFile)
                        .map(folder::relativize)
                        .filter(file -> !isHidden(file))
                        .forEach(this::requireInJar);
            } catch (IOException | UncheckedIOException unreadable) {
                throw new InvalidContentException(folder.toString(), 0, "the mounted folder cannot be read");
            }
        });
    }

    /** The root of a volume may have a folder that is the system's alone. */
    private static Stream<Path> files(Path folder) throws IOException {
        List<Path> top;
        try (Stream<Path> all = Files.list(folder)) {
            top = all.filter(path -> !path.endsWith("lost+found")).toList();
        }
        List<Path> files = new ArrayList<>();
        for (Path path : top) {
            try (Stream<Path> below = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
                below.forEach(files::add);
            }
        }
        return files.stream();
    }

    /** Kubernetes mounts its files beside folders such as {@code ..data}, as links into them. */
    private static boolean isHidden(Path file) {
        return StreamSupport.stream(file.spliterator(), false)
                .anyMatch(part -> part.toString().startsWith("."));
    }

    private void requireInJar(Path file) {
        String inJar = file.toString().replace(File.separatorChar, '/');
        if (Thread.currentThread().getContextClassLoader().getResource(name + "/" + inJar) == null) {
            throw new InvalidContentException(
                    override.orElseThrow().resolve(file).toString(),
                    0,
                    "no such file stands in " + name + " of the service, so that nothing would read it");
        }
    }

    /** How a file is named in messages. */
    public String path(String file) {
        return override.map(folder -> folder.resolve(file))
                .filter(Files::isRegularFile)
                .map(Path::toString)
                .orElse(name + "/" + file);
    }

    private Optional<String> readFromJar(String file) throws IOException {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(name + "/" + file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
