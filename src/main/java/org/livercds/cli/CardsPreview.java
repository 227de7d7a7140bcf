package org.livercds.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.livercds.cli.evaluate.CardsReport;
import org.livercds.cli.evaluate.Evaluated;
import org.livercds.cli.evaluate.Input;
import org.livercds.cli.evaluate.MarkdownReport;
import org.livercds.cli.evaluate.Report;
import org.livercds.hooks.Language;
import org.livercds.hooks.WireJson;
import org.livercds.service.DemoRequests;
import org.livercds.service.Standalone;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What clinicians would read. */
@Command(
        name = "preview",
        description =
                "Prints the cards that the synthetic patients get, in the words of a folder, and which topics none of"
                        + " them gets.",
        mixinStandardHelpOptions = true)
final class CardsPreview implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "The folder; without it the cards as the settings have them.")
    private Optional<Path> directory;

    @Option(names = "--format", paramLabel = "cards|markdown", defaultValue = "cards", description = "How they look.")
    private Form form;

    @Option(names = "--language", paramLabel = "en|es", defaultValue = "en", description = "Of the cards.")
    private Language language;

    /** How they look. */
    enum Form {
        CARDS,
        MARKDOWN
    }

    @Override
    public Integer call() {
        Map<String, String> settings = directory
                .map(folder -> Map.of("livercds.cards.directory", folder.toString()))
                .orElse(Map.of());
        Report report = form == Form.CARDS ? new CardsReport() : new MarkdownReport();
        PrintWriter out = command.commandLine().getOut();
        try (Standalone services = new Standalone(settings, Optional.empty(), Optional.empty())) {
            Set<String> unseen = new TreeSet<>(services.words(language).topics().keySet());
            for (String name : DemoRequests.NAMES) {
                byte[] request = WireJson.write(services.examples().today(name).orElseThrow());
                Input input = new Input(name, all -> WireJson.readRequest(request));
                Evaluated evaluated = Evaluated.of(input, services, language, false);
                evaluated.response().stream()
                        .flatMap(response -> response.cards().stream())
                        .forEach(card -> unseen.remove(card.source().topic().code()));
                out.print(report.of(evaluated));
            }
            out.println("No synthetic patient gets a card that leads with: " + String.join(", ", unseen) + ".");
        }
        return ExitCode.OK;
    }
}
