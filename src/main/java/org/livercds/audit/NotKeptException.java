package org.livercds.audit;

/** The audit trail cannot be written. Its message is fit for a log: nothing of an event stands in it. */
public final class NotKeptException extends Exception {

    private static final long serialVersionUID = 1L;

    public NotKeptException(String why) {
        super(why, null, false, false);
    }
}
