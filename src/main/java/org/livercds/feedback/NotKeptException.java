package org.livercds.feedback;

/** Feedback that is not, or perhaps not, in the store. The message names no one. */
public final class NotKeptException extends Exception {

    private static final long serialVersionUID = 1L;

    public NotKeptException(String why) {
        super(why);
    }
}
