package org.livercds.bulkdata;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** The files of an export: for each type its own or for all together, each of so many lines. */
final class ExportFiles implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final boolean byType;
    private final boolean gzip;
    private final int perFile;
    private final Map<String, Open> open = new TreeMap<>();
    private final List<String> bad = new ArrayList<>();
    private long lines;
    private long bytes;

    private static final class Open {
        private OutputStream out = OutputStream.nullOutputStream();
        private String name = "";
        private int files;
        private int lines;
    }

    ExportFiles(Path folder, boolean byType, boolean gzip, int perFile) {
        this.folder = folder;
        this.byType = byType;
        this.gzip = gzip;
        this.perFile = perFile;
    }

    void write(Line line) throws IOException {
        String series = byType ? line.type() : "resources";
        Open file = open.computeIfAbsent(series, any -> new Open());
        if (file.lines % perFile == 0) {
            begin(file, series);
        }
        file.out.write(line.bytes());
        file.out.write('\n');
        file.lines++;
        lines++;
        bytes += line.bytes().length + 1;
        line.flaw().ifPresent(flaw -> bad.add(file.name + "," + file.lines + "," + flaw.word() + "," + flaw.problem()));
    }

    private void begin(Open file, String series) throws IOException {
        file.out.close();
        file.name = "%s.%03d.ndjson%s".formatted(series, file.files, gzip ? ".gz" : "");
        file.files++;
        file.lines = 0;
        OutputStream plain = Files.newOutputStream(folder.resolve(file.name));
        file.out = new BufferedOutputStream(gzip ? new GZIPOutputStream(plain, BUFFER) : plain, BUFFER);
    }

    /** Which lines are bad, as file, line from 1, what is wrong, and what the command calls it. */
    List<String> bad() {
        return List.copyOf(bad);
    }

    long lines() {
        return lines;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        for (Open file : open.values()) {
            file.out.close();
        }
    }
}
