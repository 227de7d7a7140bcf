package org.livercds.codes;

import static java.util.Objects.requireNonNull;

/** A code of a code system. */
public record Coding(String system, String code) {
    public Coding {
        requireNonNull(system, "system");
        requireNonNull(code, "code");
    }
}
