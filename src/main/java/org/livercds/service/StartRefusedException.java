package org.livercds.service;

/** A start that is refused; the message is a sentence for the operator. */
public final class StartRefusedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    StartRefusedException(String sentence) {
        super(sentence);
    }
}
