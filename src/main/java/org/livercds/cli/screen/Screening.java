package org.livercds.cli.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.livercds.service.Standalone;

/**
 * A silent run over an export of a hospital (FHIR Bulk Data, NDJSON): what the service would say about each patient if
 * the chart were opened that day.
 */
public final class Screening {

    private static final String AS_OF = "asOf";

    private final Options options;
    private final Progress progress;
    private final Room room;

    private Screening(Options options, Progress progress, Room room) {
        this.options = options;
        this.progress = progress;
        this.room = room;
    }

    /**
     * How it is asked for.
     *
     * @param export the folder with the files
     * @param out the folder for the results, and for what is done so far
     * @param asOf the day that is taken for today; empty is today, or the day of the run that goes on
     * @param key a file with the key for the ids of patients; empty is one in {@code out}
     * @param covers resource types that were asked for when the export was made: where it has none, there are none
     * @param restart what stands in {@code out} from another run is replaced
     */
    public record Options(
            Path export,
            Path out,
            int threads,
            Optional<LocalDate> asOf,
            Optional<Path> key,
            Set<String> covers,
            boolean restart) {
        public Options {
            covers = Set.copyOf(covers);
        }
    }

    /**
     * Begins a run, or goes on with one that did not end.
     *
     * @throws ScreenException where it cannot
     */
    public static Findings run(Options options, Progress progress) throws IOException, SQLException, ScreenException {
        return run(options, progress, Room.STANDARD);
    }

    static Findings run(Options options, Progress progress, Room room)
            throws IOException, SQLException, ScreenException {
        return new Screening(options, progress, room).run();
    }

    private Findings run() throws IOException, SQLException, ScreenException {
        ExportFiles files = ExportFiles.in(options.export());
        Results results = new Results(options.out());
        if (results.areThere() && !Work.isIn(options.out()) && !options.restart()) {
            throw new ScreenException("In " + options.out() + " are the results of a run already: name another folder"
                    + " with --out, or replace them with --restart.");
        }
        if (Files.isRegularFile(options.out())) {
            throw new ScreenException("--out " + options.out() + " is a file; name a folder.");
        }
        OwnFiles.folder(options.out());
        Findings findings;
        try (Work work = Work.in(options.out())) {
            findings = run(files, work, results);
        }
        Work.delete(options.out());
        return findings;
    }

    private Findings run(ExportFiles files, Work work, Results results)
            throws IOException, SQLException, ScreenException {
        Optional<LocalDate> day = Optional.of(work.known(AS_OF))
                .filter(known -> !known.isEmpty() && !options.restart())
                .map(LocalDate::parse);
        PatientIds ids =
                options.key().isPresent() ? PatientIds.of(options.key().get()) : PatientIds.ofFileIn(options.out());
        try (Standalone services = new Standalone(
                        Map.of(), Optional.empty(), options.asOf().or(() -> day));
                InOrder threads = new InOrder(options.threads())) {
            requireKnown(services.queries().types());
            if (options.restart()) {
                work.clear();
            }
            requireSame(work, basis(files, services, ids));
            new Grouping(files, work, progress, room).run(new Sifter(services.queries()), threads);
            requireSame(work, basis(ExportFiles.in(options.export()), services, ids));
            Set<String> covered = covered(work, services);
            PatientJudge judge = new PatientJudge(services, ids, covered);
            new Judging(work, judge, progress, room, options.threads()).run(threads);
            return results.write(work, files, services, options.covers());
        }
    }

    private Set<String> covered(Work work, Standalone services) {
        Set<String> covered = new TreeSet<>(Grouping.types(work));
        covered.addAll(options.covers());
        covered.retainAll(services.queries().types());
        return covered;
    }

    private void requireKnown(Set<String> types) throws ScreenException {
        Set<String> unknown = new TreeSet<>(options.covers());
        unknown.removeAll(types);
        if (!unknown.isEmpty()) {
            throw new ScreenException("--covers " + String.join(",", unknown) + ": the service asks for "
                    + String.join(", ", types) + " alone.");
        }
    }

    /** All that the results depend on, by the words in which it is told when it changed. */
    private Map<String, String> basis(ExportFiles files, Standalone services, PatientIds ids) throws IOException {
        Map<String, String> basis = new LinkedHashMap<>();
        basis.put("the files in " + options.export(), files.fingerprint());
        basis.put("the version of rules, cards or value sets", services.content());
        basis.put("the program", Program.fingerprint());
        basis.put("settings on which answers depend", services.judgedBy());
        basis.put("--covers", new TreeSet<>(options.covers()).toString());
        basis.put("the key of the patients' ids", ids.keyed(""));
        basis.put("--as-of", services.today().toString());
        return basis;
    }

    private void requireSame(Work work, Map<String, String> basis) throws SQLException, ScreenException {
        int number = 0;
        for (Map.Entry<String, String> one : basis.entrySet()) {
            String name = "basis." + number++;
            String known = work.known(name);
            if (!known.isEmpty() && !known.equals(one.getValue())) {
                throw new ScreenException(
                        "A run has begun in " + options.out() + ", and since then changed: " + one.getKey()
                                + ". Change it back, name another folder with --out, or begin anew with --restart.");
            }
            work.keep(name, one.getValue());
        }
        work.keep(AS_OF, basis.get("--as-of"));
        work.commit();
    }
}
