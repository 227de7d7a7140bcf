package org.livercds.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.livercds.cli.selfcheck.JsonReport;
import org.livercds.cli.selfcheck.JunitReport;
import org.livercds.cli.selfcheck.MarkdownReport;
import org.livercds.cli.selfcheck.NoServiceException;
import org.livercds.cli.selfcheck.Outcome;
import org.livercds.cli.selfcheck.Plan;
import org.livercds.cli.selfcheck.Report;
import org.livercds.cli.selfcheck.Selfcheck;
import org.livercds.cli.selfcheck.TextReport;
import org.livercds.cli.selfcheck.Tokens;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks any CDS Hooks service, ours or another's. */
@Command(
        name = "selfcheck",
        description = {
            "Checks any CDS Hooks service against the requirements of CDS Hooks 2.0.1, and what EHRs need beside them.",
            "It sends about a hundred calls to each service, of patients that nobody has, and feedback on their cards."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Nothing that a service SHALL do is broken.",
            "1:Something is, or there was nothing to check.",
            "2:The command was not understood."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  selfcheck http://localhost:8080",
            "  selfcheck https://cds.example.org/r4 --service surveillance --request request.json",
            "  selfcheck https://cds.example.org --key ehr.jwk --issuer https://ehr.example.org/fhir",
            "  selfcheck https://cds.example.org --format junit --output report.xml"
        })
final class SelfcheckCommand implements Callable<Integer> {

    private static final String DISCOVERY = "/cds-services";

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "URL", description = "Where the service is: what stands before /cds-services, or with it.")
    private URI address;

    @Option(names = "--service", paramLabel = "ID", description = "The only service to check.")
    private Optional<String> service = Optional.empty();

    @Option(
            names = "--request",
            paramLabel = "FILE",
            description = "A hook request (JSON) that gets cards, for the services of its hook; may be given again for"
                    + " another hook. Its patient is renamed, a server and a token in it are left out, the rest is sent as it is. Without it the patients have no data, and many services"
                    + " no card for them.")
    private List<Path> requests = new ArrayList<>();

    @ArgGroup(exclusive = false, heading = "%nAs a registered client:%n")
    private SigningOptions signing;

    @Option(
            names = "--origin",
            paramLabel = "ORIGIN",
            defaultValue = "https://sandbox.cds-hooks.org",
            description = "%nOf a page that may call from a browser. Default: ${DEFAULT-VALUE}")
    private String origin;

    @Option(names = "--no-feedback", description = "Sends no feedback.")
    private boolean noFeedback;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "For one answer. Default: ${DEFAULT-VALUE}")
    private int timeout;

    @Option(
            names = "--calls",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many are measured. Default: ${DEFAULT-VALUE}")
    private int calls;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, markdown, json or junit. Default: ${DEFAULT-VALUE}")
    private Format format;

    @Option(names = "--output", paramLabel = "FILE", description = "Where the report goes. Default: the terminal.")
    private Optional<Path> output = Optional.empty();

    @Override
    public Integer call() throws CommandException {
        Plan plan = plan();
        try {
            Outcome outcome =
                    Selfcheck.run(plan, new ProgressBar(command.commandLine().getErr()));
            tell(report().of(outcome));
            if (output.isPresent()) {
                command.commandLine().getErr().println(outcome.summary() + "; the report is in " + output.get());
            }
            return outcome.isGood() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } catch (NoServiceException nothing) {
            throw new CommandException(nothing.getMessage());
        }
    }

    private Plan plan() throws CommandException {
        if (timeout < 1 || calls < 1) {
            throw new ParameterException(command.commandLine(), "--timeout and --calls are 1 or more.");
        }
        URI base = base();
        Optional<Tokens> tokens = Optional.empty();
        if (signing != null) {
            tokens = Optional.of(signing.tokens(base));
        }
        List<ObjectNode> bodies = new ArrayList<>();
        for (Path file : requests) {
            bodies.add(request(file));
        }
        return new Plan(
                base,
                service,
                bodies,
                tokens,
                origin,
                !noFeedback,
                Duration.ofSeconds(timeout),
                calls,
                Duration.ofMillis(500));
    }

    private URI base() {
        String text = address.toString().replaceAll("/+$", "");
        String base = text.endsWith(DISCOVERY) ? text.substring(0, text.length() - DISCOVERY.length()) : text;
        boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
        if (!web || address.getHost() == null || address.getQuery() != null || address.getUserInfo() != null) {
            throw new ParameterException(
                    command.commandLine(), "URL is not an address like https://cds.example.org/r4: " + address);
        }
        return URI.create(base);
    }

    private static ObjectNode request(Path file) throws CommandException {
        try {
            ObjectNode request = WireJson.readObject(Files.readAllBytes(file));
            if (!request.path("hook").isTextual()) {
                throw new CommandException("--request " + file + " has no hook: nobody knows which service it is for.");
            }
            return request;
        } catch (IOException unreadable) {
            throw new CommandException("--request " + file + " cannot be read.");
        } catch (RefusedException malformed) {
            throw new CommandException("--request " + file + " is not one JSON object.");
        }
    }

    private Report report() {
        Ansi ansi = output.isPresent()
                ? Ansi.OFF
                : command.commandLine().getColorScheme().ansi();
        return switch (format) {
            case TEXT ->
                new TextReport(
                        text -> styled(ansi, Ansi.Style.fg_red, text), text -> styled(ansi, Ansi.Style.bold, text));
            case MARKDOWN -> new MarkdownReport();
            case JSON -> new JsonReport();
            case JUNIT -> new JunitReport();
        };
    }

    private static String styled(Ansi ansi, Ansi.Style style, String text) {
        return ansi.enabled() ? style.on() + text + style.off() : text;
    }

    private void tell(String report) throws CommandException {
        if (output.isEmpty()) {
            command.commandLine().getOut().print(report);
            command.commandLine().getOut().flush();
            return;
        }
        try {
            Files.writeString(output.get(), report);
        } catch (IOException unwritable) {
            throw new CommandException("--output " + output.get() + " cannot be written.");
        }
    }
}
