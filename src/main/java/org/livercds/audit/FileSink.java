package org.livercds.audit;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Files of one event in a line, for append only; a new one for each day (UTC) and when one is full. What was appended is
 * with the operating system: it outlives this process, and the last seconds of it may be lost with the power.
 */
public final class FileSink implements AuditSink {

    private final AuditFiles files;
    private final long largest;
    private final int retention;
    private final Clock clock;

    private OutputStream out;
    private Path current;
    private LocalDate day;
    private long size;
    private LocalDate cleaned;

    /**
     * @param largest bytes from which on a file is full
     * @param retention days for which files are kept
     * @throws IOException where nothing can be written there
     */
    public FileSink(Path directory, long largest, int retention, Clock clock) throws IOException {
        this.files = new AuditFiles(directory);
        this.largest = largest;
        this.retention = retention;
        this.clock = clock;
        files.checkDirectory();
    }

    @Override
    public synchronized void append(List<String> events) throws NotKeptException {
        byte[] lines = (String.join("\n", events) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            LocalDate today = today();
            if (current == null || size >= largest || !today.equals(day)) {
                begin(today);
            }
            if (out == null) {
                open();
            }
            out.write(lines);
            size += lines.length;
        } catch (IOException failed) {
            giveUp();
            throw new NotKeptException("no file can be written (" + why(failed) + ")");
        }
    }

    @Override
    public synchronized void upkeep() throws NotKeptException {
        try {
            if (current != null && !Files.exists(current)) {
                shut();
                current = null;
            }
            LocalDate today = today();
            if (!today.equals(cleaned)) {
                files.deleteBefore(today.minusDays(retention));
                cleaned = today;
            }
        } catch (IOException failed) {
            throw new NotKeptException("old files cannot be deleted (" + why(failed) + ")");
        }
    }

    @Override
    public synchronized void close() {
        giveUp();
    }

    private void begin(LocalDate today) throws IOException {
        shut();
        current = null;
        current = files.beginningAt(clock.instant());
        day = today;
    }

    /** A line that was cut is ended, so that the next one stays whole. */
    private void open() throws IOException {
        boolean torn = AuditFiles.endsTorn(current);
        size = Files.size(current);
        out = new FileOutputStream(current.toFile(), true);
        if (torn) {
            out.write('\n');
        }
    }

    private void shut() throws IOException {
        if (out != null) {
            OutputStream last = out;
            out = null;
            last.close();
        }
    }

    /** It is opened again for the next event; nothing is buffered that closing could lose. */
    private void giveUp() {
        try {
            shut();
        } catch (IOException nothingBuffered) {
            out = null;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String why(IOException failed) {
        return failed.getClass().getSimpleName() + ": " + failed.getMessage();
    }
}
