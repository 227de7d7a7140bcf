package org.livercds.cli.screen;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The second half of a run: bucket after bucket, what the service would say about each patient. */
final class Judging {

    static final String JUDGED = "judged";

    /** Buckets for each thread. */
    private static final int AHEAD = 1;

    /** In blocks that are kept together. */
    private static final int MOST_UNKEPT = 5_000;

    private final Work work;
    private final PatientJudge judge;
    private final Progress progress;
    private final long pass;
    private final int buckets;
    private final Deque<Pass> passes = new ArrayDeque<>();
    private int next;
    private int unkept;

    Judging(Work work, PatientJudge judge, Progress progress, Room room, int threads) {
        this.work = work;
        this.judge = judge;
        this.progress = progress;
        this.pass = Math.max(1, 2 * room.pass() / (threads + 1));
        this.buckets = (int) work.count(Grouping.BUCKETS);
        this.next = (int) work.count(JUDGED);
    }

    /** A part of the patients of a bucket, so that they fit in memory. */
    private record Pass(int bucket, int number, int all) {

        boolean isLast() {
            return number == all - 1;
        }

        Predicate<String> patients() {
            return patient -> Math.floorMod(patient.hashCode() * 31 >>> 3, all) == number;
        }
    }

    private record Loaded(Pass pass, Map<String, List<Line>> patients) {}

    private record Judged(Pass pass, List<Screened> patients, List<BadLine> bad) {}

    void run(InOrder threads) throws IOException, SQLException, ScreenException {
        threads.run(AHEAD, this::load, this::judge, this::take);
        work.commit();
    }

    private Optional<Loaded> load() throws IOException, SQLException {
        if (passes.isEmpty() && next < buckets) {
            int all = (int) (work.sizeOf(next) / pass) + 1;
            for (int number = 0; number < all; number++) {
                passes.add(new Pass(next, number, all));
            }
            next++;
        }
        return passes.isEmpty() ? Optional.empty() : Optional.of(load(passes.remove()));
    }

    private Loaded load(Pass pass) throws IOException, SQLException {
        Map<String, List<Line>> patients = new LinkedHashMap<>();
        Map<String, Long> sizes = new LinkedHashMap<>();
        work.blocks(
                pass.bucket(),
                block -> Block.read(block, pass.patients(), (patient, line) -> {
                    List<Line> lines = patients.computeIfAbsent(patient, id -> new ArrayList<>());
                    // one that the service would not take needs no place in memory
                    if (sizes.merge(patient, (long) line.json().length, Long::sum) <= PatientJudge.LARGEST) {
                        lines.add(line);
                    } else {
                        lines.clear();
                    }
                }));
        sizes.forEach((patient, size) -> {
            if (size > PatientJudge.LARGEST) {
                patients.put(patient, List.of());
            }
        });
        return new Loaded(pass, patients);
    }

    private Judged judge(Loaded loaded) {
        List<Screened> screened = new ArrayList<>(loaded.patients().size());
        List<BadLine> bad = new ArrayList<>();
        loaded.patients().forEach((patient, lines) -> screened.add(judge.screened(patient, lines, bad::add)));
        return new Judged(loaded.pass(), screened, bad);
    }

    private void take(Judged judged) throws SQLException {
        work.keepScreened(judged.patients());
        for (BadLine line : judged.bad()) {
            work.keepBad(line);
        }
        unkept += judged.patients().size();
        if (judged.pass().isLast()) {
            int done = judged.pass().bucket() + 1;
            work.keep(JUDGED, done);
            progress.at(done, buckets, "groups of patients judged");
            if (unkept > MOST_UNKEPT) {
                work.commit();
                unkept = 0;
            }
        }
    }
}
