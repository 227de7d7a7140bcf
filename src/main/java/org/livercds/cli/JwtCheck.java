package org.livercds.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.livercds.security.ClientRegistration;
import org.livercds.security.TokenExamination;
import org.livercds.service.TokenChecks;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why a client's token is refused. */
@Command(
        name = "check",
        description = {
            "Takes each step of the verification and says which fail and what to change, by the clients of the"
                    + " settings (livercds.clients), or by a client that is named here.",
            "Exit code 0: a first call with it would be let in. 1: it would be refused. 2: the command is wrong."
        },
        footer = {
            "",
            "Examples:",
            "  pbpaste | liver-cds jwt check -",
            "  liver-cds jwt check - --url https://cds.example.org/cds-services/liver-cancer-patient-view < token.txt",
            "  liver-cds jwt check - --issuer https://ehr.example.org --jwks keys.json"
                    + " --url http://localhost:8080/cds-services/liver-cancer-patient-view"
        },
        mixinStandardHelpOptions = true)
final class JwtCheck implements Callable<Integer> {

    private static final String NAMED_HERE = "command-line";

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "TOKEN", description = "The token, or - to read it from standard input.")
    private String token;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The address that is called with it. Without it: an address of livercds.public-url, as the"
                    + " token says.")
    private Optional<String> url;

    @Option(names = "--issuer", paramLabel = "ISS", description = "iss of a client that is not in the settings.")
    private Optional<String> issuer;

    @Option(names = "--jwks", paramLabel = "FILE|URL", description = "Its public keys.")
    private Optional<String> jwks;

    @Option(names = "--tenant", paramLabel = "T", description = "Its tenant, if it has one.")
    private Optional<String> tenant;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "For people, or for programs.")
    private TokenReport.Format format;

    @Override
    public Integer call() throws IOException {
        if (issuer.isPresent() != jwks.isPresent()) {
            throw new ParameterException(command.commandLine(), "--issuer and --jwks are given together.");
        }
        TokenChecks settings = TokenChecks.ofSettings();
        TokenChecks checks = issuer.isPresent() ? settings.with(client(issuer.get(), jwks.orElseThrow())) : settings;
        TokenExamination examination = checks.examine(token(), url, Clock.systemUTC());
        command.commandLine().getOut().print(format.write(examination));
        command.commandLine().getOut().flush();
        return examination.isGood() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private ClientRegistration client(String iss, String keys) {
        boolean isAddress = keys.startsWith("http://") || keys.startsWith("https://");
        return new ClientRegistration(
                NAMED_HERE,
                iss,
                tenant,
                isAddress ? Optional.of(keys) : Optional.empty(),
                isAddress ? Optional.empty() : Optional.of(Path.of(keys)),
                List.of(),
                Duration.ofMinutes(5));
    }

    /** A token on a command line is seen by other users of the machine; from standard input it is not. */
    private String token() throws IOException {
        String said = token;
        if (token.equals("-")) {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            said = Optional.ofNullable(in.readLine()).orElse("");
        }
        return said.strip().replaceFirst("(?i)^(Authorization:)?\\s*Bearer\\s+", "");
    }
}
