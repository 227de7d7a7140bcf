package org.livercds.cli.screen;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    static final String KEPT = "kept";
    static final String NOT_ASKED_FOR = "notAskedFor";
    static final String TYPES = "types";
    static final String BAD = "bad.";
    static final String GROUPED = "grouped";

    private static final String SERVER = "server";
    private static final String PART = "part";
    static final String BUCKETS = "buckets";

    private static final int MOST_BUCKETS = 16_384;

    private final ExportFiles files;
    private final Work work;
    private final Progress progress;
    private final Room room;
    private final Map<String, Long> bad = new TreeMap<>();
    private final Set<String> types = new TreeSet<>();
    private final Block[] blocks;
    private long held;
    private long lines;
    private long kept;
    private long notAskedFor;
    private String server;

    Grouping(ExportFiles files, Work work, Progress progress, Room room) {
        this.files = files;
        this.work = work;
        this.progress = progress;
        this.room = room;
        this.blocks = new Block[buckets()];
        this.lines = work.count(LINES);
        this.kept = work.count(KEPT);
        this.notAskedFor = work.count(NOT_ASKED_FOR);
        this.server = work.known(SERVER);
        Arrays.stream(Mistake.values()).map(Mistake::code).forEach(code -> bad.put(code, work.count(BAD + code)));
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
        Position begin = new Position((int) work.count(FILE), work.count(OFFSET), work.count(LINE));
        try (Chunks chunks = new Chunks(files, begin, room.chunk())) {
            threads.run(chunks::next, sifter::sift, this::take);
        }
        work.keep(GROUPED, true);
        keep(new Position(files.files().size(), 0, 0));
    }

    private void take(Sifted sifted) throws IOException, SQLException {
        lines += sifted.lines();
        notAskedFor += sifted.notAskedFor();
        types.addAll(sifted.types());
        sifted.bad().forEach(line -> bad.merge(line.mistake().code(), 1L, Long::sum));
        work.keepBad(sifted.bad());
        for (Sifted.Kept resource : sifted.kept()) {
            take(resource, sifted.end().file());
        }
        progress.at(megabytes(files.bytesBefore(sifted.end())), megabytes(files.bytes()), "MB read");
        if (held > room.held()) {
            keep(sifted.end());
        }
    }

    private void take(Sifted.Kept resource, int file) throws IOException, SQLException {
        String of = resource.subject().server();
        if (server.isEmpty()) {
            server = of;
        }
        if (!of.isEmpty() && !of.equals(server)) {
            bad.merge(Mistake.OTHER_SERVER.code(), 1L, Long::sum);
            work.keepBad(List.of(new Sifted.BadLine(file, resource.line(), Mistake.OTHER_SERVER)));
            return;
        }
        String patient = resource.subject().id();
        int bucket = Math.floorMod(patient.hashCode() * 0x9E3779B9 >>> 7, blocks.length);
        if (blocks[bucket] == null) {
            blocks[bucket] = new Block();
        }
        int before = blocks[bucket].size();
        blocks[bucket].add(patient, resource.json());
        held += blocks[bucket].size() - before;
        kept++;
    }

    /** All that was read until there, for good. */
    private void keep(Position end) throws SQLException {
        long part = work.count(PART);
        for (int bucket = 0; bucket < blocks.length; bucket++) {
            if (blocks[bucket] != null) {
                work.keepBlock(bucket, part, blocks[bucket].bytes());
                blocks[bucket] = null;
            }
        }
        held = 0;
        work.keep(PART, part + 1);
        work.keep(BUCKETS, blocks.length);
        work.keep(FILE, end.file());
        work.keep(OFFSET, end.offset());
        work.keep(LINE, end.line());
        work.keep(LINES, lines);
        work.keep(KEPT, kept);
        work.keep(NOT_ASKED_FOR, notAskedFor);
        work.keep(TYPES, String.join(" ", types));
        work.keep(SERVER, server);
        for (Map.Entry<String, Long> mistake : bad.entrySet()) {
            work.keep(BAD + mistake.getKey(), mistake.getValue());
        }
        work.commit();
    }

    private static int megabytes(long bytes) {
        return (int) (bytes >> 20);
    }
}
