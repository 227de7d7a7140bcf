package org.livercds.cli.screen;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipException;

/** Reads an export in pieces of whole lines, one file after the other. */
final class Chunks implements AutoCloseable {

    /** As large as a request of which the service takes so much. */
    static final int LONGEST_LINE = 4 << 20;

    /** Of a line that is too long, to see what it is, and whose. */
    private static final int BEGINNING = 1 << 16;

    private final ExportFiles files;
    private final int usual;
    private Position at;
    private InputStream in;
    private byte[] buffer;
    private int filled;
    private boolean end;

    /**
     * @param from where to begin, which was the end of a chunk
     * @param usual size of a chunk
     */
    Chunks(ExportFiles files, Position from, int usual) throws IOException, ScreenException {
        this.files = files;
        this.usual = usual;
        this.at = from;
        this.buffer = new byte[usual];
        if (from.offset() > 0) {
            open();
            skip(from.offset());
        }
    }

    /** Empty after the last. */
    Optional<Chunk> next() throws IOException, ScreenException {
        while (at.file() < files.files().size()) {
            if (in == null) {
                open();
            }
            fill();
            int cut = end ? filled : lastLineEnd() + 1;
            if (cut > 0) {
                return Optional.of(take(cut));
            }
            if (end) {
                close();
                at = at.nextFile();
            } else if (buffer.length < LONGEST_LINE) {
                buffer = Arrays.copyOf(buffer, Math.min(LONGEST_LINE, buffer.length * 2));
            } else {
                return Optional.of(withoutLine());
            }
        }
        return Optional.empty();
    }

    private void open() throws IOException, ScreenException {
        filled = 0;
        end = false;
        try {
            in = files.open(at.file());
        } catch (EOFException | ZipException damaged) {
            throw damaged();
        }
    }

    private void fill() throws IOException, ScreenException {
        try {
            int wanted = buffer.length - filled;
            int read = in.readNBytes(buffer, filled, wanted);
            end = read < wanted;
            filled += read;
        } catch (EOFException | ZipException damaged) {
            throw damaged();
        }
    }

    private void skip(long bytes) throws IOException, ScreenException {
        try {
            in.skipNBytes(bytes);
        } catch (EOFException | ZipException damaged) {
            throw damaged();
        }
    }

    private ScreenException damaged() {
        return new ScreenException(
                "The file " + files.name(at.file())
                        + " is packed and damaged: the end of it cannot be read. Export it again, and begin anew with --restart.");
    }

    private Chunk take(int cut) {
        byte[] bytes = Arrays.copyOf(buffer, cut);
        filled -= cut;
        byte[] next = new byte[Math.max(usual, filled)];
        System.arraycopy(buffer, cut, next, 0, filled);
        buffer = next;
        return chunk(bytes, bytes.length, false);
    }

    /** A line that does not end where it should. */
    private Chunk withoutLine() throws IOException, ScreenException {
        byte[] beginning = Arrays.copyOf(buffer, BEGINNING);
        long skipped = 0;
        int lineEnd = -1;
        while (lineEnd < 0 && !(end && filled == 0)) {
            skipped += filled;
            filled = 0;
            fill();
            lineEnd = firstLineEnd();
        }
        int cut = lineEnd + 1;
        System.arraycopy(buffer, cut, buffer, 0, filled - cut);
        filled -= cut;
        return chunk(beginning, skipped + cut, true);
    }

    private Chunk chunk(byte[] bytes, long length, boolean tooLong) {
        at = new Position(at.file(), at.offset() + length);
        return new Chunk(at.file(), bytes, at, tooLong);
    }

    private int lastLineEnd() {
        int place = filled - 1;
        while (place >= 0 && buffer[place] != '\n') {
            place--;
        }
        return place;
    }

    private int firstLineEnd() {
        for (int i = 0; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
            in = null;
        }
    }
}
