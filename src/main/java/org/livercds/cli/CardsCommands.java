package org.livercds.cli;

import java.nio.file.Path;
import org.livercds.service.ContentChecks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** For who writes cards. */
@Command(
        name = "cards",
        description = "Checks cards that are to replace those of the jar, and shows them.",
        subcommands = CardsPreview.class,
        footer = {
            "",
            "Examples:",
            "  liver-cds cards check our-cards",
            "  liver-cds cards preview our-cards --format markdown > cards.md"
        },
        mixinStandardHelpOptions = true)
final class CardsCommands {

    @Spec
    private CommandSpec command;

    @Command(
            name = "check",
            description = {
                "Reads a folder as livercds.cards.directory: its files replace those of the jar, file by file. Says of"
                        + " each what keeps it from being used, with file and line.",
                "Exit code 0: it can be used. 1: it cannot."
            },
            mixinStandardHelpOptions = true)
    int check(@Parameters(paramLabel = "DIR", description = "The folder, with en/ and es/ in it.") Path directory) {
        return Problems.tell(ContentChecks.cards(directory), directory, command.commandLine());
    }
}
