package org.livercds.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.livercds.cli.screen.Findings;
import org.livercds.cli.screen.ScreenException;
import org.livercds.cli.screen.Screening;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How many cards a hospital would see, before anybody sees one. */
@Command(
        name = "screen",
        description = {
            "Runs the criteria silently over an export of a hospital (FHIR R4 Bulk Data, NDJSON) and counts: how many"
                    + " patients would get which card, and which data are missing how often. Each patient is judged as"
                    + " if the chart were opened once, on one day.",
            "In the folder of --out are then report.html (for a committee), patients.csv (a line for each patient, by a"
                    + " keyed id), bad-lines.csv (what could not be read) and, where no --key-file is given, patients.key,"
                    + " by which patients can be found again.",
            "While it works, the resources that it needs stand there too, unpacked, in work.sqlite. A run that was stopped goes"
                    + " on when it is started again in the same way; who gives it up deletes that file."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The export was screened; bad lines were counted and left out.",
            "1:It could not be.",
            "2:The command was not understood."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  screen export/ --out screened/",
            "  screen export/ --out screened/ --as-of 2026-11-01 --covers BodyStructure,MedicationRequest",
            "  java -Xmx512m -XX:+UseParallelGC -XX:-TieredCompilation -jar quarkus-run.jar screen export/ --out screened/"
        })
final class ScreenCommand implements Callable<Integer> {

    private static final double HUNDRED = 100;

    @Spec
    private CommandSpec command;

    @Parameters(
            paramLabel = "DIR",
            description =
                    "A folder with files .ndjson or .jsonl, also packed as .gz: one resource a line, a file for each"
                            + " type or mixed, in any order.")
    private Path export;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder for the results. Nobody else should read it.")
    private Path out;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day that is taken for today, as in 2026-11-21; best the day of the export.")
    private Optional<LocalDate> asOf = Optional.empty();

    @Option(
            names = "--covers",
            paramLabel = "TYPE",
            split = ",",
            description =
                    "Resource types that were asked for when the export was made. Of a type of which it has none, and"
                            + " that is not named here, nobody knows whether patients have any: that counts as unknown.")
    private Set<String> covers = new LinkedHashSet<>();

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description =
                    "A key of 32 hexadecimal digits or more for the ids in patients.csv; with the same key a patient"
                            + " has the same id in every run.")
    private Optional<Path> keyFile = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", description = "As many as there are processors unless said.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--restart", description = "Begins anew, and replaces the results of another run in --out.")
    private boolean restart;

    @Override
    public Integer call() throws CommandException {
        if (threads < 1) {
            throw new ParameterException(command.commandLine(), "--threads is 1 or more.");
        }
        ProgressBar bar = new ProgressBar(command.commandLine().getErr());
        long begin = System.nanoTime();
        try {
            Findings findings =
                    Screening.run(new Screening.Options(export, out, threads, asOf, keyFile, covers, restart), bar::at);
            tell(findings, (System.nanoTime() - begin) / 1e9);
            return ExitCode.OK;
        } catch (ScreenException refused) {
            throw new CommandException(refused.getMessage());
        } catch (IOException | SQLException failed) {
            throw new CommandException("The run stopped (" + failed.getClass().getSimpleName() + ": "
                    + failed.getMessage() + "). Once that is mended, the same command goes on where it was.");
        }
    }

    private void tell(Findings found, double seconds) {
        PrintWriter terminal = command.commandLine().getOut();
        terminal.printf(
                Locale.ROOT,
                "%d patients: %d would get a card, %d cards in all, %.1f for 100 patients.%n",
                found.patients(),
                found.patients() - found.byNumberOfCards().getOrDefault(0, 0L),
                found.cards(),
                found.patients() == 0 ? 0 : found.cards() * HUNDRED / found.patients());
        tell(found.export(), terminal);
        terminal.println("The report is " + out.resolve("report.html") + ".");
        terminal.flush();
        PrintWriter beside = command.commandLine().getErr();
        beside.printf(Locale.ROOT, "%.1f seconds, %.0f patients a second.%n", seconds, found.patients() / seconds);
    }

    private static void tell(Findings.Export read, PrintWriter terminal) {
        long bad = read.bad().values().stream().mapToLong(Long::longValue).sum();
        terminal.printf(
                Locale.ROOT,
                "%d resources read, %d of them needed; %d bad lines, in bad-lines.csv.%n",
                read.lines() - bad,
                read.kept(),
                bad);
        if (!read.lacking().isEmpty()) {
            terminal.println("The export has no " + read.lacking().replace(" ", ", no ")
                    + ": what they would say counts as unknown (see --covers).");
        }
    }
}
