package org.livercds.cli;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.livercds.service.StartRefusedException;

/** Where the jar starts: without a command the server, else the command, for which no server starts. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        if (arguments.length > 0) {
            System.exit(Commands.run(arguments));
        } else if (LaunchMode.current() == LaunchMode.NORMAL) {
            Quarkus.run(null, Main::exit);
        } else {
            Quarkus.run();
        }
    }

    /** A start that was refused is told in one sentence; any other failure in full. */
    private static void exit(int code, Throwable failure) {
        if (failure != null) {
            causes(failure)
                    .filter(StartRefusedException.class::isInstance)
                    .findFirst()
                    .ifPresentOrElse(
                            refused -> System.err.println(refused.getMessage()),
                            () -> Logger.getLogger(Main.class).error("Liver CDS failed", failure));
        }
        System.exit(code);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
