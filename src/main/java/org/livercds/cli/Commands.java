package org.livercds.cli;

import io.smallrye.config.ConfigValidationException;
import java.io.PrintWriter;
import org.livercds.service.FeedbackUpkeepException;
import org.livercds.service.Standalone;
import org.livercds.service.StartRefusedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line. Without a command the jar is the server. */
@Command(
        name = "liver-cds",
        description = "CDS Hooks service for liver cancer. Started without arguments it is the server.",
        mixinStandardHelpOptions = true,
        subcommands = {
            EvaluateCommand.class,
            ScreenCommand.class,
            SelfcheckCommand.class,
            JwtCommands.class,
            CardsCommands.class,
            ProfilesCommands.class,
            FeedbackCommands.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All is well.",
            "1:What was checked is not good, or the command could not do its work.",
            "2:The command was not understood."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  java -jar quarkus-run.jar",
            "  java -jar quarkus-run.jar evaluate chart.json",
            "  java -jar quarkus-run.jar selfcheck http://localhost:8080",
            "  java -jar quarkus-run.jar feedback expire --days 365"
        },
        versionProvider = Commands.Version.class)
final class Commands implements Runnable {

    @Spec
    private CommandSpec command;

    static int run(String... arguments) {
        return run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments);
    }

    /**
     * @param out where the answer goes
     * @param errors where it says what failed, and how far it is
     */
    static int run(PrintWriter out, PrintWriter errors, String... arguments) {
        return new CommandLine(new Commands())
                .setOut(out)
                .setErr(errors)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(Commands::failed)
                .execute(arguments);
    }

    /** What failed for a reason that the user can do something about is told in a sentence. */
    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (failure instanceof CommandException
                || failure instanceof FeedbackUpkeepException
                || failure instanceof StartRefusedException) {
            command.getErr().println(failure.getMessage());
        } else if (failure instanceof ConfigValidationException invalid) {
            command.getErr().println(SettingMistakes.sentence(invalid));
        } else {
            throw failure;
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public void run() {
        command.commandLine().usage(command.commandLine().getOut());
    }

    /** What {@code --version} says. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"liver-cds, rules " + Standalone.shippedContent()};
        }
    }
}
