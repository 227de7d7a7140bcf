package org.livercds.cli.screen;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The first half of a run: reads the export once and puts what the service asks for into buckets of patients. As long as
 * a bucket fits in memory, the export may be of any size.
 */
final class Grouping {

    static final String FILE = "file";
    static final String OFFSET = "offset";
    static final String LINE = "line";
    static final String LINES = "lines";
    static final String NOT_ASKED_FOR = "notAskedFor";
    static final String TYPES = "types";
    static final String GROUPED = "grouped";

    private static final String SERVER = "server";
    private static final String PART = "part";
    static final String BUCKETS = "buckets";

    /** Chunks for each thread, so that all have work while this one writes. */
    private static final int AHEAD = 16;

    private static final int MOST_BUCKETS = 16_384;

    /** Ids of patients are often alike; this makes their hashes differ in all bits. */
    private static final int SPREAD = 0x9E3779B9;

    private final ExportFiles files;
    private final Work work;
    private final Progress progress;
    private final Room room;
    private final Set<String> types = new TreeSet<>();
    private Block[] blocks;
    private List<BadLine> bad = new ArrayList<>();
    private long held;
    private long lines;
    private long notAskedFor;
    private String server;
    private int file;
    private long line;

    Grouping(ExportFiles files, Work work, Progress progress, Room room) {
        this.files = files;
        this.work = work;
        this.progress = progress;
        this.room = room;
        this.blocks = new Block[buckets()];
        this.lines = work.count(LINES);
        this.notAskedFor = work.count(NOT_ASKED_FOR);
        this.server = work.known(SERVER);
        this.file = (int) work.count(FILE);
        this.line = work.count(LINE);
        types.addAll(types(work));
    }

    /** The resource types of which the export has any, among those that the service asks for. */
    static Set<String> types(Work work) {
        String known = work.known(TYPES);
        return known.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(known.split(" ")));
    }

    private int buckets() {
        long known = work.count(BUCKETS);
        return known > 0 ? (int) known : (int) Math.max(1, Math.min(MOST_BUCKETS, files.bytes() / room.bucket()));
    }

    void run(Sifter sifter, InOrder threads) throws IOException, SQLException, ScreenException {
        if (!work.known(GROUPED).isEmpty()) {
            return;
        }
        Position begin = new Position(file, work.count(OFFSET));
        try (Chunks chunks = new Chunks(files, begin, room.chunk());
                ReadAhead<Chunk> reader = new ReadAhead<>(chunks::next);
                WriteBehind writer = new WriteBehind()) {
            threads.run(AHEAD, reader, sifter::sift, sifted -> take(sifted, writer));
            keep(new Position(files.files().size(), 0), writer);
        }
        work.keep(GROUPED, true);
        work.commit();
    }

    private void take(Sifted sifted, WriteBehind writer) throws IOException, SQLException, ScreenException {
        Position end = sifted.chunk().end();
        if (file != end.file()) {
            file = end.file();
            line = 0;
        }
        lines += sifted.lines();
        notAskedFor += sifted.notAskedFor();
        types.addAll(sifted.types());
        for (BadLine mistake : sifted.bad()) {
            bad.add(mistake.behind(line));
        }
        for (Sifted.Kept resource : sifted.kept()) {
            take(resource);
        }
        line += sifted.ended();
        progress.at(megabytes(files.bytesBefore(end)), megabytes(files.bytes()), "MB read");
        if (held > room.held()) {
            keep(end, writer);
        }
    }

    private void take(Sifted.Kept resource) throws IOException {
        String of = resource.subject().server();
        if (server.isEmpty()) {
            server = of;
        }
        if (!of.isEmpty() && !of.equals(server)) {
            bad.add(new BadLine(file, resource.line(), Mistake.OTHER_SERVER).behind(line));
            return;
        }
        String patient = resource.subject().id();
        int bucket = Math.floorMod(patient.hashCode() * SPREAD >>> 7, blocks.length);
        if (blocks[bucket] == null) {
            blocks[bucket] = new Block();
        }
        int before = blocks[bucket].size();
        blocks[bucket].add(patient, new Line(file, line + resource.line(), resource.json()));
        held += blocks[bucket].size() - before;
    }

    /** All that was read until there, for good, while the next is read. */
    private void keep(Position end, WriteBehind writer) throws IOException, SQLException, ScreenException {
        Map<String, Object> known = Map.of(
                BUCKETS,
                blocks.length,
                FILE,
                end.file(),
                OFFSET,
                end.offset(),
                LINE,
                line,
                LINES,
                lines,
                NOT_ASKED_FOR,
                notAskedFor,
                TYPES,
                String.join(" ", types),
                SERVER,
                server);
        Block[] full = blocks;
        List<BadLine> mistakes = bad;
        blocks = new Block[full.length];
        bad = new ArrayList<>();
        held = 0;
        writer.write(() -> write(full, mistakes, known));
    }

    private void write(Block[] full, List<BadLine> mistakes, Map<String, Object> known) throws SQLException {
        long part = work.count(PART);
        for (int bucket = 0; bucket < full.length; bucket++) {
            if (full[bucket] != null) {
                work.keepBlock(bucket, part, full[bucket].bytes());
            }
        }
        for (BadLine mistake : mistakes) {
            work.keepBad(mistake);
        }
        work.keep(PART, part + 1);
        for (Map.Entry<String, Object> one : known.entrySet()) {
            work.keep(one.getKey(), one.getValue());
        }
        work.commit();
    }

    private static int megabytes(long bytes) {
        return (int) (bytes >> 20);
    }
}
