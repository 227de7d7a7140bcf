package org.livercds.cli.screen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.livercds.service.PrefetchQueries;

/** Takes lines apart and keeps what a service would be given of them. Safe for many threads. */
final class Sifter {

    /** Two objects in one line: one of them would be lost without a word. */
    private static final String PAIR = "}{";

    private final PrefetchQueries queries;
    private final Set<String> types;

    Sifter(PrefetchQueries queries) {
        this.queries = queries;
        this.types = queries.types();
    }

    Sifted sift(Chunk chunk) {
        Sifting sifting = new Sifting(chunk);
        if (chunk.tooLong()) {
            return sifting.tooLong();
        }
        byte[] bytes = chunk.bytes();
        // one byte a character: the virtual machine searches such text many bytes at a time
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int from = 0;
        int pair = text.indexOf(PAIR);
        while (from < bytes.length) {
            int next = text.indexOf('\n', from);
            int end = next < 0 ? bytes.length : next;
            sifting.line++;
            if (pair >= 0 && pair < from) {
                pair = text.indexOf(PAIR, from);
            }
            boolean two = pair >= 0 && pair < end;
            sifting.line(bytes, from, withoutBlanks(bytes, from, end), two);
            from = end + 1;
        }
        return sifting.sifted();
    }

    private static int withoutBlanks(byte[] bytes, int from, int end) {
        int last = end;
        while (last > from && (bytes[last - 1] == ' ' || bytes[last - 1] == '\r' || bytes[last - 1] == '\t')) {
            last--;
        }
        return last;
    }

    /** Of one chunk. */
    private final class Sifting {

        private final Chunk chunk;
        private final List<Sifted.Kept> kept = new ArrayList<>();
        private final List<BadLine> bad = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private long line;
        private long lines;
        private long notAskedFor;

        private Sifting(Chunk chunk) {
            this.chunk = chunk;
        }

        private Sifted sifted() {
            return new Sifted(chunk, line, lines, notAskedFor, kept, bad, seen);
        }

        /** Of which there is only the beginning. */
        private Sifted tooLong() {
            line = 1;
            lines = 1;
            Scan scan = Scan.ofBeginning(chunk.bytes(), queries);
            if (scan.isUnwanted()) {
                notAskedFor = 1;
            } else {
                bad(Mistake.TOO_LONG);
                scan.subject().ifPresent(whose -> kept.add(new Sifted.Kept(whose, Line.TOO_LONG, line)));
            }
            return sifted();
        }

        private void bad(Mistake mistake) {
            bad.add(new BadLine(chunk.file(), line, mistake));
        }

        private void line(byte[] text, int from, int end, boolean whole) {
            if (from == end) {
                return;
            }
            lines++;
            try {
                Scan scan = Scan.of(text, from, end - from, queries, whole);
                if (scan.type().isEmpty() || scan.type().equals("Bundle")) {
                    bad(scan.type().isEmpty() ? Mistake.NO_TYPE : Mistake.BUNDLE);
                } else {
                    resource(scan, text, from, end);
                }
            } catch (IOException malformed) {
                bad(Mistake.NOT_JSON);
            }
        }

        private void resource(Scan scan, byte[] text, int from, int end) {
            if (types.contains(scan.type())) {
                seen.add(scan.type());
            }
            if (!queries.find(scan.type(), scan.codes())) {
                notAskedFor++;
                return;
            }
            scan.subject()
                    .ifPresentOrElse(
                            whose -> kept.add(new Sifted.Kept(whose, Arrays.copyOfRange(text, from, end), line)),
                            () -> bad(Mistake.NO_PATIENT));
        }
    }
}
