package org.livercds.cli;

import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.livercds.cli.selfcheck.Tokens;
import picocli.CommandLine.Option;

/** Who the tool is to a service that asks for tokens. */
final class SigningOptions {

    @Option(
            names = "--key",
            paramLabel = "FILE",
            required = true,
            description = "A private key (JWK or JWK Set, EC or RSA) whose public part the service knows.")
    private Path key;

    @Option(names = "--issuer", paramLabel = "URL", required = true, description = "As the client is registered.")
    private String issuer;

    @Option(
            names = "--audience",
            paramLabel = "URL",
            description = "What the service takes for its address. Default: URL.")
    private Optional<String> audience = Optional.empty();

    @Option(names = "--kid", paramLabel = "ID", description = "Of the key. Default: what the file says.")
    private Optional<String> id = Optional.empty();

    @Option(names = "--jku", paramLabel = "URL", description = "Where the public key is published.")
    private Optional<String> keySet = Optional.empty();

    @Option(names = "--tenant", paramLabel = "T", description = "Of the client, if it has one.")
    private Optional<String> tenant = Optional.empty();

    /** @param base the address that is called */
    Tokens tokens(URI base) throws CommandException {
        String address = audience.orElse(base.toString()).replaceAll("/+$", "");
        return new Tokens(named(read()), issuer, address, keySet, tenant);
    }

    private JWK read() throws CommandException {
        String text;
        try {
            text = Files.readString(key);
        } catch (IOException unreadable) {
            throw new CommandException("--key " + key + " cannot be read.");
        }
        return keys(text).stream()
                .filter(some -> some instanceof AsymmetricJWK && some.isPrivate())
                .filter(some -> id.isEmpty() || id.get().equals(some.getKeyID()) || some.getKeyID() == null)
                .findFirst()
                .orElseThrow(() -> new CommandException("--key " + key + " holds no private key (EC or RSA) as JWK"
                        + id.map(name -> " of the id " + name).orElse("") + "."));
    }

    /** The message of a parser could quote the key. */
    private static List<JWK> keys(String text) {
        try {
            return text.contains("\"keys\"") ? JWKSet.parse(text).getKeys() : List.of(JWK.parse(text));
        } catch (ParseException malformed) {
            return List.of();
        }
    }

    private JWK named(JWK read) {
        if (id.isEmpty()) {
            return read;
        }
        return read instanceof ECKey ec
                ? new ECKey.Builder(ec).keyID(id.get()).build()
                : new RSAKey.Builder((RSAKey) read).keyID(id.get()).build();
    }
}
