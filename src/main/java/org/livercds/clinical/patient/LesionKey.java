package org.livercds.clinical.patient;

import static java.util.Objects.requireNonNull;

/** How measurements are recognised as being of one lesion. */
public record LesionKey(Kind kind, String value) {
    public LesionKey {
        requireNonNull(kind, "kind");
        requireNonNull(value, "value");
    }

    public static LesionKey identified(String value) {
        return new LesionKey(Kind.IDENTIFIED, value);
    }

    public static LesionKey unresolved(String reference) {
        return new LesionKey(Kind.UNRESOLVED, reference);
    }

    public static LesionKey segment(String value) {
        return new LesionKey(Kind.SEGMENT, value);
    }

    public static LesionKey none() {
        return new LesionKey(Kind.NONE, "");
    }

    public enum Kind {
        /** A BodyStructure, or an identifier of a lesion system. */
        IDENTIFIED,
        /**
         * The reference of a BodyStructure that could not be read: it may have an identifier by which other measurements
         * name the same lesion.
         */
        UNRESOLVED,
        /** A segment of the liver, which may hold several lesions. */
        SEGMENT,
        /** Nothing; the whole liver is no key. */
        NONE
    }
}
