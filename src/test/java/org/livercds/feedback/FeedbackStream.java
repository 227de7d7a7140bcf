package org.livercds.feedback;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A process of its own that keeps feedback for ever, in four streams, and says on its output what was kept: each line
 * holds the ids of a batch, written after the store has said that it is kept. What cannot be kept is said too.
 */
final class FeedbackStream {

    private static final int IN_BATCH = 5;

    private FeedbackStream() {}

    public static void main(String... folder) throws Exception {
        SqlStore store = new SqlStore(EmbeddedDatabase.open(Path.of(folder[0])).writer());
        for (int i = 0; i < 4; i++) {
            new Thread(() -> stream(store)).start();
        }
    }

    private static void stream(SqlStore store) {
        boolean going = true;
        while (going) {
            List<UUID> cards = Stream.generate(UUID::randomUUID).limit(IN_BATCH).toList();
            Batch batch = new Batch(
                    cards.stream().map(card -> Told.overridden(card, 1)).toList(), List.of(), 0);
            try {
                store.keep(batch);
                say("kept " + cards);
            } catch (NotKeptException failed) {
                say("not kept " + cards + " " + failed.getMessage());
                going = false;
            }
        }
    }

    /** A line as a whole, before anything else happens. */
    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
