package org.livercds.cli.screen;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A packed file to its last byte. The JDK's stream takes what is no further part of it for the end: all behind a damaged
 * part would be lost without a word.
 */
final class Unpacked extends GZIPInputStream {

    private static final int TRAILER = 8;

    private final Counted packed;
    private final long size;
    private long filled;

    /** @param size of the file */
    Unpacked(InputStream file, long size, int buffer) throws IOException {
        this(new Counted(file), size, buffer);
    }

    private Unpacked(Counted packed, long size, int buffer) throws IOException {
        super(packed, buffer);
        this.packed = packed;
        this.size = size;
    }

    @Override
    protected void fill() throws IOException {
        super.fill();
        filled = packed.count;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        if (read < 0 && filled - inf.getRemaining() + TRAILER != size) {
            throw new ZipException("something else behind what is packed");
        }
        return read;
    }

    private static final class Counted extends FilterInputStream {

        private long count;

        private Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
