package org.livercds.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of the trail: {@code audit-2026-11-21T081500123Z.ndjson}, named after the time of their first event, so that
 * they sort by time. None is ever renamed.
 */
record AuditFiles(Path directory) {

    private static final Pattern NAME = Pattern.compile("audit-(\\d{4}-\\d{2}-\\d{2})T\\d{9}Z\\.ndjson");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    /** @throws IOException where there is no directory that can be written, and none can be made */
    void checkDirectory() throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, ownerOnly("rwx------"));
        }
        if (!Files.isWritable(directory)) {
            throw new AccessDeniedException(directory.toString());
        }
    }

    /** The file whose first event happens then. */
    Path beginningAt(Instant first) throws IOException {
        Path file = directory.resolve("audit-" + TIME.format(first) + ".ndjson");
        if (!Files.exists(file)) {
            Files.createFile(file, ownerOnly("rw-------"));
        }
        return file;
    }

    /** Whether a file ends in the middle of a line: the disk was full, or the power failed. */
    static boolean endsTorn(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (bytes.length() == 0) {
                return false;
            }
            bytes.seek(bytes.length() - 1);
            return bytes.read() != '\n';
        }
    }

    /** Deletes the files of the days before that one. */
    void deleteBefore(LocalDate day) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> old = files.filter(file -> isBefore(file, day)).toList();
            for (Path file : old) {
                Files.delete(file);
            }
        }
    }

    private static boolean isBefore(Path file, LocalDate day) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() && name.group(1).compareTo(day.toString()) < 0;
    }

    /** Nobody else reads it, where the file system knows of owners. */
    private FileAttribute<?>[] ownerOnly(String permissions) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
