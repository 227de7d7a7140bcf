package org.livercds.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.livercds.service.FeedbackUpkeep;
import org.livercds.service.FeedbackUpkeepException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deletes feedback, copies it, and reads its comments. */
@Command(
        name = "feedback",
        description = "Deletes or copies what clinicians did with the cards, or prints what they wrote.",
        mixinStandardHelpOptions = true)
final class FeedbackCommands {

    @Spec
    private CommandSpec command;

    @Command(
            name = "expire",
            description = "Deletes all feedback, and all issued cards, that are older.",
            mixinStandardHelpOptions = true)
    int expire(
            @Option(names = "--days", required = true, description = "How old feedback may be.", paramLabel = "N")
                    int days)
            throws FeedbackUpkeepException {
        if (days < 0) {
            throw new ParameterException(command.commandLine(), "--days is less than 0");
        }
        return tell(FeedbackUpkeep.ofSettings().deleteOlder(Instant.now().minus(Duration.ofDays(days))));
    }

    @Command(
            name = "delete",
            description = "Deletes the issued cards of a patient, and the feedback on them.",
            mixinStandardHelpOptions = true)
    int delete(
            @Option(names = "--patient", required = true, description = "As the EHR names it.", paramLabel = "ID")
                    String patient,
            @Option(
                            names = "--tenant",
                            defaultValue = "",
                            description = "Of the client, if it has one.",
                            paramLabel = "T")
                    String tenant)
            throws FeedbackUpkeepException {
        return tell(FeedbackUpkeep.ofSettings().deletePatient(tenant, patient));
    }

    @Command(
            name = "backup",
            description = "Copies the embedded database, also while the service runs.",
            mixinStandardHelpOptions = true)
    int backup(@Parameters(description = "A file that is not there yet.", paramLabel = "FILE") Path file)
            throws FeedbackUpkeepException {
        FeedbackUpkeep.ofSettings().copyTo(file);
        return 0;
    }

    @Command(
            name = "comments",
            description = "Prints what users wrote beside their answers, one JSON object in a line.",
            mixinStandardHelpOptions = true)
    int comments() throws FeedbackUpkeepException {
        PrintWriter out = command.commandLine().getOut();
        FeedbackUpkeep.ofSettings().comments(out::println);
        if (out.checkError() || System.out.checkError()) {
            throw new FeedbackUpkeepException("Not all comments are written: the output cannot take more.");
        }
        return 0;
    }

    private int tell(int deleted) {
        command.commandLine().getOut().println(deleted + " rows deleted");
        return 0;
    }
}
