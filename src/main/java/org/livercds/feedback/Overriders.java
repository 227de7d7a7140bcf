package org.livercds.feedback;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;

/** Who has overridden a card lately, for an answer without a look-up. Safe for many threads. */
public interface Overriders {

    /** Of whom nothing is known: anybody may. */
    Overriders UNKNOWN = new Overriders() {
        @Override
        public boolean mayHave(List<Reader> readers, Instant since) {
            return true;
        }

        @Override
        public void note(Connection connection, List<Entry> kept) {}

        @Override
        public void place(List<Answered> issued) {}
    };

    /**
     * Whether one of them may have overridden anything since then: where it says no, that is certain.
     *
     * @param readers the same user and patient, under each key that is valid
     */
    boolean mayHave(List<Reader> readers, Instant since);

    /** Feedback is about to be committed on this connection. */
    void note(Connection connection, List<Entry> kept);

    /** Cards are about to be committed, by the same thread as feedback is. */
    void place(List<Answered> issued);
}
