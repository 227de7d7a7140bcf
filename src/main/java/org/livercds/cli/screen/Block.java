package org.livercds.cli.screen;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Resources of several patients behind each other, each with the id of its patient and its place in the export. */
final class Block {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** @param patient in the characters of an id */
    void add(String patient, Line line) throws IOException {
        byte[] id = patient.getBytes(StandardCharsets.ISO_8859_1);
        out.writeShort(id.length);
        out.write(id);
        out.writeInt(line.file());
        out.writeLong(line.number());
        out.writeInt(line.json().length);
        out.write(line.json());
    }

    int size() {
        return bytes.size();
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** @param wanted patients */
    static void read(byte[] block, Predicate<String> wanted, BiConsumer<String, Line> reader) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(block));
        while (in.available() > 0) {
            String patient = new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.ISO_8859_1);
            int file = in.readInt();
            long number = in.readLong();
            int length = in.readInt();
            if (wanted.test(patient)) {
                reader.accept(patient, new Line(file, number, in.readNBytes(length)));
            } else {
                in.skipNBytes(length);
            }
        }
    }
}
