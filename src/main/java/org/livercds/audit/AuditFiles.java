package org.livercds.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of the trail: {@code audit-2026-11-21-000.ndjson}, one or more for each day. Their names sort by time; none
 * is ever renamed.
 */
record AuditFiles(Path directory) {

    private static final Pattern NAME = Pattern.compile("audit-(\\d{4}-\\d{2}-\\d{2})-\\d{3,}\\.ndjson");

    /** @throws IOException where it is not there and cannot be made */
    void makeDirectory() throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, owner("rwx------"));
        }
    }

    /** The newest file of a day if it is smaller than that, else the next one, which is made. */
    Path withRoom(LocalDate day, long size) throws IOException {
        int number = 0;
        while (Files.exists(file(day, number + 1))) {
            number++;
        }
        Path newest = file(day, number);
        if (Files.exists(newest) && Files.size(newest) >= size) {
            newest = file(day, number + 1);
        }
        if (!Files.exists(newest)) {
            Files.createFile(newest, owner("rw-------"));
        }
        return newest;
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

    private Path file(LocalDate day, int number) {
        return directory.resolve(String.format(Locale.ROOT, "audit-%s-%03d.ndjson", day, number));
    }

    /** Nobody else reads it, where the file system knows of owners. */
    private FileAttribute<?>[] owner(String permissions) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
