package org.livercds.cli.selfcheck;

/** There is nothing that could be checked; the message says why. */
public final class NoServiceException extends Exception {

    private static final long serialVersionUID = 1;

    NoServiceException(String message) {
        super(message);
    }
}
