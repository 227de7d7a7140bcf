package org.livercds.cli.screen;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of an export: {@code .ndjson} or {@code .jsonl}, also with {@code .gz} behind it, in the folder and those
 * below it, in the order of their names.
 *
 * @param sizes of the files in bytes
 * @param unpacked the same where they are unpacked, about
 */
record ExportFiles(Path folder, List<Path> files, List<Long> sizes, List<Long> unpacked) {

    private static final Pattern NAME = Pattern.compile("(?i).*\\.(ndjson|jsonl)(\\.gz)?");
    private static final int GZIP = 0x1F8B;
    private static final int BUFFER = 1 << 16;

    /** How much more there is in a file once it is unpacked, about. */
    private static final int PACKED = 8;

    static ExportFiles in(Path folder) throws ScreenException, IOException {
        if (!Files.isDirectory(folder)) {
            throw new ScreenException("There is no folder " + folder + ".");
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            files = all.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        if (files.isEmpty()) {
            throw new ScreenException("There is no file .ndjson or .ndjson.gz in " + folder + ".");
        }
        List<Long> sizes = new ArrayList<>();
        List<Long> unpacked = new ArrayList<>();
        for (Path file : files) {
            long size = Files.size(file);
            boolean packed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
            sizes.add(size);
            unpacked.add(packed ? size * PACKED : size);
        }
        return new ExportFiles(folder, files, sizes, unpacked);
    }

    /** As it stands in messages. */
    String name(int number) {
        return folder.relativize(files.get(number)).toString();
    }

    /** Of all, unpacked, about. */
    long bytes() {
        return bytesBefore(new Position(files.size(), 0));
    }

    /** How much of it lies before a place, about. */
    long bytesBefore(Position place) {
        long before = 0;
        for (long file : unpacked.subList(0, place.file())) {
            before += file;
        }
        return place.file() < files.size() ? before + Math.min(place.offset(), unpacked.get(place.file())) : before;
    }

    /** Unpacked, where it is packed, whatever its name says. */
    InputStream open(int number) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(files.get(number)), BUFFER);
        try {
            in.mark(2);
            boolean packed = in.read() << 8 == (GZIP & 0xFF00) && in.read() == (GZIP & 0xFF);
            in.reset();
            return packed ? new Unpacked(in, sizes.get(number), BUFFER) : in;
        } catch (IOException unreadable) {
            in.close();
            throw unreadable;
        }
    }

    /** Tells them from others by name, size and when they were written last. */
    String fingerprint() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < files.size(); i++) {
            all.append(name(i)).append('\t').append(sizes.get(i)).append('\t');
            all.append(Files.getLastModifiedTime(files.get(i)).toMillis()).append('\n');
        }
        return Fingerprint.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
