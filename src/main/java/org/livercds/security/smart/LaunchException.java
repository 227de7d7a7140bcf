package org.livercds.security.smart;

import java.util.Optional;

/** Ends a launch, or the visit of a page, with a problem that its user is told. Holds nothing else of it. */
public final class LaunchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final LaunchProblem problem;
    private final String client;

    public LaunchException(LaunchProblem problem) {
        this(problem, "");
    }

    private LaunchException(LaunchProblem problem, String client) {
        super(problem.name(), null, false, false);
        this.problem = problem;
        this.client = client;
    }

    /** Of whose launch it is. */
    LaunchException of(String name) {
        return new LaunchException(problem, name);
    }

    public LaunchProblem problem() {
        return problem;
    }

    /** The registered client whose launch it was, where that is known. */
    public Optional<String> client() {
        return Optional.of(client).filter(name -> !name.isEmpty());
    }
}
