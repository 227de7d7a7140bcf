package org.livercds.outbound;

import java.util.concurrent.CompletionException;

/** Carries a problem from where it is seen to where the query ends; says nothing else. */
final class FetchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FetchProblem problem;
    private final int status;
    private final boolean unknownType;

    FetchException(FetchProblem problem) {
        this(problem, 0);
    }

    /** @param status of the answer, 0 without one */
    FetchException(FetchProblem problem, int status) {
        this(problem, status, false);
    }

    private FetchException(FetchProblem problem, int status, boolean unknownType) {
        super(problem.name(), null, false, false);
        this.problem = problem;
        this.status = status;
        this.unknownType = unknownType;
    }

    /** The server never gave the type that was asked for. */
    FetchException ofUnknownType() {
        return new FetchException(problem, status, true);
    }

    boolean isOfUnknownType() {
        return unknownType;
    }

    /** @return for any other failure one that says {@code otherwise} */
    static FetchException of(Throwable failure, FetchProblem otherwise) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof FetchException known ? known : new FetchException(otherwise);
    }

    FetchProblem problem() {
        return problem;
    }

    int status() {
        return status;
    }
}
