package org.livercds.security;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;

/** Keys that were handed over. The file is read again like an address, so that keys can be changed without a restart. */
record KeySetFile(Path file) {

    /** @throws IllegalArgumentException with a sentence, where it holds no keys now */
    static KeySetFile checked(String setting, Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException(
                    setting + " names a file that the user of the service cannot read, " + file + ".");
        }
        KeySetFile keys = new KeySetFile(file);
        if (keys.read().isEmpty()) {
            throw new IllegalArgumentException(
                    setting + " names a file that holds no public key: it has to be a JSON Web"
                            + " Key Set with RSA or EC keys, each with a kid, and without their private parts.");
        }
        return keys;
    }

    /** @return empty where it holds no keys now */
    Optional<JWKSet> read() {
        try {
            return KeySets.read(WireJson.readObject(Files.readAllBytes(file)));
        } catch (IOException | RefusedException unreadable) {
            return Optional.empty();
        }
    }
}
