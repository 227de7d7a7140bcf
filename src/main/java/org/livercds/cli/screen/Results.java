package org.livercds.cli.screen;

import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.livercds.hooks.Language;
import org.livercds.service.Standalone;

/** The files in which a run tells what it found. They are there when all of them are written. */
record Results(Path folder) {

    static final String PATIENTS = "patients.csv";
    static final String BAD_LINES = "bad-lines.csv";
    static final String REPORT = "report.html";

    private static final List<String> ALL = List.of(PATIENTS, BAD_LINES, REPORT);
    private static final String UNFINISHED = ".part";

    boolean areThere() {
        return ALL.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    Findings write(Work work, ExportFiles files, Standalone services, Set<String> covers)
            throws IOException, SQLException {
        Counting counting = new Counting();
        write(PATIENTS, out -> {
            out.write(Screened.HEAD + "\n");
            work.screened(row -> {
                String line = row.getString(1);
                out.write(line + "\n");
                counting.add(Screened.of(line));
            });
        });
        Map<String, Long> bad = new TreeMap<>();
        write(BAD_LINES, out -> {
            out.write("file,line,problem\n");
            work.bad(row -> {
                out.write(quoted(files.name(row.getInt(1))) + "," + row.getLong(2) + "," + row.getString(3) + "\n");
                bad.merge(row.getString(3), 1L, Long::sum);
            });
        });
        Findings findings = counting.findings(
                services.today().toString(),
                services.content(),
                export(work, files, bad, services.queries().types(), covers));
        write(REPORT, out -> out.write(ReportPage.of(findings, services.words(Language.EN))));
        for (String name : ALL) {
            Files.move(part(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        return findings;
    }

    private static Findings.Export export(
            Work work, ExportFiles files, Map<String, Long> bad, Set<String> types, Set<String> covers) {
        long all = bad.values().stream().mapToLong(Long::longValue).sum();
        long notAskedFor = work.count(Grouping.NOT_ASKED_FOR);
        long lines = work.count(Grouping.LINES);
        Set<String> lacking = new TreeSet<>(types);
        lacking.removeAll(Grouping.types(work));
        Set<String> taken = new TreeSet<>(lacking);
        taken.retainAll(covers);
        lacking.removeAll(taken);
        return new Findings.Export(
                files.files().size(),
                lines,
                lines - notAskedFor - all,
                notAskedFor,
                bad,
                String.join(" ", lacking),
                String.join(" ", taken));
    }

    private interface Content {
        void to(BufferedWriter out) throws IOException, SQLException;
    }

    private void write(String name, Content content) throws IOException, SQLException {
        Path part = part(name);
        Files.deleteIfExists(part);
        OwnFiles.create(part);
        try (FileOutputStream file = new FileOutputStream(part.toFile());
                BufferedWriter out = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8))) {
            content.to(out);
            out.flush();
            // what the run worked with is deleted next
            file.getFD().sync();
        }
    }

    private Path part(String name) {
        return folder.resolve(name + UNFINISHED);
    }

    /** The name of a file may hold anything. */
    private static String quoted(String name) {
        return name.matches("[\\w./-]+") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
