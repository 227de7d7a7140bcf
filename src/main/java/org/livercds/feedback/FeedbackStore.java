package org.livercds.feedback;

/** Where feedback is kept. Safe for many threads. */
public interface FeedbackStore {

    /**
     * Keeps a batch as a whole; when it returns the batch is on the disk. What is kept already is not kept again.
     *
     * @throws NotKeptException where that is not certain
     */
    void keep(Batch batch) throws NotKeptException;
}
