package org.livercds.silence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/** Passes everything on, and tells it line by line. */
final class Overheard extends OutputStream {

    private final OutputStream to;
    private final Consumer<String> ear;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Overheard(OutputStream to, Consumer<String> ear) {
        this.to = to;
        this.ear = ear;
    }

    @Override
    public void write(int next) throws IOException {
        write(new byte[] {(byte) next}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        to.write(bytes, from, length);
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\n') {
                ear.accept(line.toString(UTF_8));
                line.reset();
            } else {
                line.write(bytes[i]);
            }
        }
    }

    @Override
    public void flush() throws IOException {
        to.flush();
    }
}
