package org.livercds.cli;

import java.nio.file.Path;
import org.livercds.service.ContentChecks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** For who keeps codes. */
@Command(
        name = "profiles",
        description = "Checks value sets and maps that are to replace those of the jar.",
        footer = {"", "Example:", "  liver-cds profiles check our-profiles"},
        mixinStandardHelpOptions = true)
final class ProfilesCommands {

    @Spec
    private CommandSpec command;

    @Command(
            name = "check",
            description = {
                "Reads a folder as livercds.fhir-profiles.directory: its files replace those of the jar, file by file. Says"
                        + " of each what keeps it from being used, with file and line.",
                "Exit code 0: it can be used. 1: it cannot."
            },
            mixinStandardHelpOptions = true)
    int check(@Parameters(paramLabel = "DIR", description = "The folder, with valuesets/ and others.") Path directory) {
        return Problems.tell(ContentChecks.profiles(directory), directory, command.commandLine());
    }
}
