package org.livercds.audit;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What was called, from a closed set.
 *
 * @param service its id as discovery lists it, never as a caller wrote it; empty where there is no such service
 */
public record Place(Kind kind, Optional<String> service) {

    /** The addresses whose calls are put on record. */
    public enum Kind {
        HOOK("hook"),
        FEEDBACK("feedback"),
        EXPLANATION("explanation"),
        PICTURE("picture"),
        OTHER("other");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** The page that EHRs open; no service of discovery, and named all the same. */
    public static final Place PICTURES = new Place(Kind.PICTURE, Optional.of(Kind.PICTURE.code()));

    /** Neither a service nor an explanation. */
    public static final Place OTHER = new Place(Kind.OTHER, Optional.empty());

    public Place {
        requireNonNull(kind, "kind");
        requireNonNull(service, "service");
    }
}
