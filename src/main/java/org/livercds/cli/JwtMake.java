package org.livercds.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.livercds.security.ClientKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A token to try a connection with. */
@Command(
        name = "make",
        description = {
            "Makes a token as an EHR would, signed with the private key of a file, and prints it. Where there is no such"
                    + " file, a key is made (EC, P-384, for this user only).",
            "With --jwks the public key is written as the key set to register: livercds.clients.<name>.jwks-file."
        },
        footer = {
            "",
            "Example, a client of its own and a token of it:",
            "  liver-cds jwt make --key ehr.jwk --jwks ehr.jwks.json --issuer https://ehr.example.org \\",
            "      --audience http://localhost:8080/cds-services/liver-cancer-patient-view > token.txt"
        },
        mixinStandardHelpOptions = true)
final class JwtMake implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "The private key, as a JWK.")
    private Path key;

    @Option(names = "--issuer", required = true, paramLabel = "ISS", description = "iss.")
    private String issuer;

    @Option(
            names = "--audience",
            required = true,
            paramLabel = "URL",
            description = "aud: the address that will be called.")
    private String audience;

    @Option(names = "--tenant", paramLabel = "T", description = "tenant.")
    private Optional<String> tenant;

    @Option(names = "--jku", paramLabel = "URL", description = "jku of the header.")
    private Optional<String> jku;

    @Option(
            names = "--life",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "From iat to exp, ${DEFAULT-VALUE} unless told.")
    private long life;

    @Option(names = "--jwks", paramLabel = "FILE", description = "Where the public key is written to.")
    private Optional<Path> jwks;

    @Override
    public Integer call() {
        if (jwks.filter(key::equals).isPresent()) {
            throw new ParameterException(command.commandLine(), "--jwks would overwrite the private key of --key.");
        }
        try {
            ClientKey signer = Files.exists(key) ? ClientKey.read(key) : ClientKey.make(key);
            if (jwks.isPresent()) {
                Files.writeString(jwks.get(), signer.published());
            }
            command.commandLine()
                    .getOut()
                    .println(signer.token(issuer, audience, tenant, jku, Instant.now(), Duration.ofSeconds(life)));
            return ExitCode.OK;
        } catch (IOException failed) {
            throw new ParameterException(command.commandLine(), "A file cannot be read or written: " + failed, failed);
        } catch (IllegalArgumentException unsuitable) {
            throw new ParameterException(command.commandLine(), unsuitable.getMessage(), unsuitable);
        }
    }
}
