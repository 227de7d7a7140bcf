package org.livercds.outbound;

import java.util.Optional;

/** Told of each query to a FHIR server, for those who measure. */
public interface FetchWatch {

    /** Looks away. */
    FetchWatch NONE = type -> problem -> {};

    /** @param resourceType that is asked for, or another first word of a path */
    Watched begins(String resourceType);

    /** One query, from its beginning to its end. */
    interface Watched {

        /** @param problem why not everything came; empty where it did */
        void ends(Optional<FetchProblem> problem);

        /** What the server is told of the trace that the query belongs to. */
        default Optional<String> traceparent() {
            return Optional.empty();
        }
    }
}
