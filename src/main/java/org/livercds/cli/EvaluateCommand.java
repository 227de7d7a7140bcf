package org.livercds.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.livercds.cli.evaluate.CardsReport;
import org.livercds.cli.evaluate.Evaluated;
import org.livercds.cli.evaluate.ExplainReport;
import org.livercds.cli.evaluate.Input;
import org.livercds.cli.evaluate.JsonReport;
import org.livercds.cli.evaluate.JunitReport;
import org.livercds.cli.evaluate.MarkdownReport;
import org.livercds.cli.evaluate.Report;
import org.livercds.hooks.Language;
import org.livercds.hooks.WireJson;
import org.livercds.service.Standalone;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the service would say. */
@Command(
        name = "evaluate",
        description = {
            "Evaluates charts and prints what the service would answer: hook requests, FHIR R4 Bundles of one patient"
                    + " each, folders of them, or a patient on a FHIR server, which is only read.",
            "Exit code 0: all were evaluated. 1: one could not be. 2: the command is wrong."
        },
        footer = {
            "",
            "Examples:",
            "  liver-cds evaluate chart.json",
            "  liver-cds evaluate charts/ --format json | jq -r '[.input, .response.cards[0].summary] | @tsv'",
            "  liver-cds evaluate --fhir-base https://r4.smarthealthit.org --patient 123 --format explain",
            "  liver-cds evaluate --fhir-base https://ehr.example.org/fhir --patient 123 --token-file token.txt"
        },
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

    /** Where nobody reads along. */
    private static final Pattern SAFE =
            Pattern.compile("(?i)https://|http://(localhost|127\\.[0-9.]+|\\[::1])([:/]|$)");

    @Spec
    private CommandSpec command;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "A hook request, a Bundle, or a folder, whose .json files are taken.")
    private List<Path> files;

    @Option(names = "--fhir-base", paramLabel = "URL", description = "Base URL of a FHIR R4 server to read from.")
    private Optional<String> fhirBase;

    @Option(names = "--patient", paramLabel = "ID", description = "The patient on that server.")
    private Optional<String> patient;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with the access token for that server; no other gets it.")
    private Optional<Path> tokenFile;

    @Option(
            names = "--format",
            paramLabel = "cards|explain|markdown|json|junit",
            defaultValue = "cards",
            description = "How it is told; ${DEFAULT-VALUE} unless said.")
    private Form form;

    @Option(names = "--language", paramLabel = "en|es", defaultValue = "en", description = "Of the cards.")
    private Language language;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day that is taken for today, as in 2026-11-21.")
    private Optional<LocalDate> asOf;

    /** How it is told. */
    enum Form {
        CARDS(CardsReport::new),
        EXPLAIN(ExplainReport::new),
        MARKDOWN(MarkdownReport::new),
        JSON(JsonReport::new),
        JUNIT(JunitReport::new);

        private final Supplier<Report> report;

        Form(Supplier<Report> report) {
            this.report = report;
        }
    }

    @Override
    public Integer call() throws IOException {
        List<Input> inputs = inputs();
        Report report = form.report.get();
        PrintWriter out = command.commandLine().getOut();
        boolean all = true;
        try (Standalone services = new Standalone(Map.of(), fhirBase, asOf)) {
            out.print(report.begin());
            for (Input input : inputs) {
                Evaluated evaluated = Evaluated.of(input, services, language, form == Form.EXPLAIN);
                all &= evaluated.problem().isEmpty();
                out.print(report.of(evaluated));
                out.flush();
            }
            out.print(report.end());
            out.flush();
        }
        return all ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private List<Input> inputs() throws IOException {
        if (fhirBase.isPresent() != patient.isPresent()) {
            throw wrong("--fhir-base and --patient are given together.");
        }
        if ((files == null || files.isEmpty()) == fhirBase.isEmpty()) {
            throw wrong("Give files or folders, or --fhir-base and --patient.");
        }
        if (fhirBase.isPresent()) {
            byte[] request = request(fhirBase.get(), patient.orElseThrow());
            return List.of(new Input(patient.orElseThrow(), services -> WireJson.readRequest(request)));
        }
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw wrong("There is no file or folder " + file + ".");
            }
        }
        List<Input> found = Input.of(files);
        if (found.isEmpty()) {
            throw wrong("There is no .json file in " + files.get(0) + ".");
        }
        return found;
    }

    /** As an EHR would call that sends no prefetch. */
    private byte[] request(String server, String id) throws IOException {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("hook", "patient-view").put("fhirServer", server);
        request.putObject("context").put("patientId", id).put("userId", "Practitioner/command-line");
        if (tokenFile.isPresent()) {
            if (!SAFE.matcher(server).lookingAt()) {
                throw wrong("--token-file is for https: over http everybody on the way could read the token.");
            }
            if (!Files.isReadable(tokenFile.get())) {
                throw wrong("--token-file " + tokenFile.get() + " cannot be read.");
            }
            request.putObject("fhirAuthorization")
                    .put("access_token", Files.readString(tokenFile.get()).strip())
                    .put("token_type", "Bearer");
        }
        return WireJson.write(request);
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
