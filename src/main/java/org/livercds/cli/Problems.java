package org.livercds.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/** What is wrong with a folder of content, one in a line. */
final class Problems {

    private Problems() {}

    static int tell(List<String> problems, Path directory, CommandLine command) {
        problems.forEach(command.getOut()::println);
        command.getOut()
                .println(
                        problems.isEmpty()
                                ? directory + " can be used."
                                : directory + " cannot be used: "
                                        + (problems.size() == 1 ? "1 problem." : problems.size() + " problems."));
        return problems.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
