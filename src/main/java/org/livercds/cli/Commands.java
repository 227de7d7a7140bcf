package org.livercds.cli;

import org.livercds.clinical.guideline.LiverCancerGuideline;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. Without a command the jar is the server. */
@Command(
        name = "liver-cds",
        description = "CDS Hooks service for liver cancer. Started without arguments it is the server.",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class)
final class Commands implements Runnable {

    static int run(String... arguments) {
        return new CommandLine(new Commands()).execute(arguments);
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /** What {@code --version} says. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"liver-cds, rules " + LiverCancerGuideline.VERSION};
        }
    }
}
