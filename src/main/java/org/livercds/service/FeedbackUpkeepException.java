package org.livercds.service;

/** Feedback that was to be deleted or read and is not, or not all of it; the message is for who asked. */
public final class FeedbackUpkeepException extends Exception {

    private static final long serialVersionUID = 1L;

    public FeedbackUpkeepException(String sentence) {
        super(sentence);
    }
}
