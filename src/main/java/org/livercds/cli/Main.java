package org.livercds.cli;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.ConfigValidationException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.livercds.service.StartRefusedException;

/** Where the jar starts: without a command the server, else the command, for which no server starts. */
@QuarkusMain
public final class Main {

    Main() {}

    public static void main(String... arguments) {
        if (arguments.length > 0) {
            System.exit(Commands.run(arguments));
        } else if (LaunchMode.current() == LaunchMode.NORMAL) {
            Quarkus.run(null, Main::exit);
        } else {
            Quarkus.run();
        }
    }

    /** A start that was refused is told in sentences; any other failure in full. */
    private static void exit(int code, Throwable failure) {
        if (failure != null) {
            causes(failure)
                    .flatMap(cause -> sentence(cause).stream())
                    .findFirst()
                    .ifPresentOrElse(
                            System.err::println,
                            () -> Logger.getLogger(Main.class).error("Liver CDS failed", failure));
        }
        System.exit(code);
    }

    private static Optional<String> sentence(Throwable cause) {
        if (cause instanceof StartRefusedException refused) {
            return Optional.of(refused.getMessage());
        }
        if (cause instanceof QuarkusBindException taken) {
            return Optional.of(SettingMistakes.sentence(taken));
        }
        return cause instanceof ConfigValidationException invalid
                ? Optional.of(SettingMistakes.sentence(invalid))
                : Optional.empty();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
