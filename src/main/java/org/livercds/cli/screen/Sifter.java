package org.livercds.cli.screen;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;
import org.livercds.service.PrefetchQueries;

/** Takes lines apart and keeps what a service would be given of them. Safe for many threads. */
final class Sifter {

    private final PrefetchQueries queries;
    private final Set<String> types;

    Sifter(PrefetchQueries queries) {
        this.queries = queries;
        this.types = queries.types();
    }

    Sifted sift(Chunk chunk) {
        Sifting sifting = new Sifting(chunk.from());
        chunk.tooLong().ifPresent(line -> sifting.bad(line, Mistake.TOO_LONG));
        byte[] bytes = chunk.bytes();
        int from = 0;
        while (from < bytes.length) {
            int end = from;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            sifting.line++;
            if (!isBlank(bytes, from, end)) {
                sifting.lines++;
                sifting.line(bytes, from, end);
            }
            from = end + 1;
        }
        return new Sifted(chunk.end(), sifting.kept, sifting.lines, sifting.notAskedFor, sifting.bad, sifting.seen);
    }

    private static boolean isBlank(byte[] bytes, int from, int end) {
        for (int i = from; i < end; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\r' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Of one chunk. */
    private final class Sifting {

        private final int file;
        private final List<Sifted.Kept> kept = new ArrayList<>();
        private final List<Sifted.BadLine> bad = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private long line;
        private long lines;
        private long notAskedFor;

        private Sifting(Position from) {
            this.file = from.file();
            this.line = from.line();
        }

        private void bad(long number, Mistake mistake) {
            lines += mistake == Mistake.TOO_LONG ? 1 : 0;
            bad.add(new Sifted.BadLine(file, number, mistake));
        }

        private void line(byte[] text, int from, int end) {
            try {
                Scan scan = Scan.of(text, from, end - from);
                if (types.contains(scan.type())) {
                    seen.add(scan.type());
                }
                if (scan.type().isEmpty() || scan.type().equals("Bundle")) {
                    bad(line, scan.type().isEmpty() ? Mistake.NO_TYPE : Mistake.BUNDLE);
                } else if (queries.find(scan.type(), scan.codes())) {
                    keep(Arrays.copyOfRange(text, from, end));
                } else {
                    notAskedFor++;
                }
            } catch (IOException | RefusedException malformed) {
                bad(line, Mistake.NOT_JSON);
            }
        }

        private void keep(byte[] json) {
            Subject.of(WireJson.readObject(json))
                    .ifPresentOrElse(
                            whose -> kept.add(new Sifted.Kept(whose, json, line)), () -> bad(line, Mistake.NO_PATIENT));
        }
    }
}
