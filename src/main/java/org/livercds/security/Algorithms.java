package org.livercds.security;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Signatures that can be verified with a public key; {@code none} and the symmetric ones are not among them. */
final class Algorithms {

    /** Those that CDS Hooks asks for, of every client. */
    static final Set<JWSAlgorithm> STANDARD = Set.of(JWSAlgorithm.ES384, JWSAlgorithm.RS384);

    private static final List<JWSAlgorithm> ALL = List.of(
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512,
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512);

    private Algorithms() {}

    static Optional<JWSAlgorithm> named(String name) {
        return ALL.stream()
                .filter(algorithm -> algorithm.getName().equals(name))
                .findFirst();
    }

    /** @throws IllegalArgumentException with a sentence, where a name is none */
    static Set<JWSAlgorithm> named(String setting, List<String> names) {
        return names.stream()
                .map(name -> named(name.strip())
                        .orElseThrow(() -> new IllegalArgumentException(
                                setting + " has \"" + name + "\"; it may have " + list() + ".")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String list() {
        return ALL.stream().map(JWSAlgorithm::getName).collect(Collectors.joining(", "));
    }
}
