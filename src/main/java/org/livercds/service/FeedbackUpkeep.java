package org.livercds.service;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.livercds.feedback.CommentTable;
import org.livercds.feedback.EmbeddedDatabase;
import org.livercds.feedback.Hashes;
import org.livercds.feedback.SealedComments;
import org.livercds.feedback.SqlStore;
import org.livercds.feedback.Transactions;
import org.livercds.service.FeedbackConfig.Store;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Deletes feedback from the databases of the settings, and reads its comments, without a server, also while one runs. The
 * embedded database comes first, because rows move from there to the common one.
 */
public final class FeedbackUpkeep {

    private static final String DATABASE = "quarkus.datasource.postgresql.";

    private final SmallRyeConfig settings;
    private final FeedbackConfig feedback;

    private FeedbackUpkeep(SmallRyeConfig settings) {
        this.settings = settings;
        this.feedback = settings.getConfigMapping(LiverCdsConfig.class).feedback();
    }

    /** By the settings with which the server would start. */
    public static FeedbackUpkeep ofSettings() {
        return of(ConfigUtils.configBuilder().withMapping(LiverCdsConfig.class).build());
    }

    static FeedbackUpkeep of(SmallRyeConfig settings) {
        return new FeedbackUpkeep(settings);
    }

    private interface Deletion {
        int from(List<SqlStore> stores) throws SQLException;
    }

    private interface Work<T> {
        T on(EmbeddedDatabase embedded, Optional<DataSource> common) throws IOException, SQLException;
    }

    /**
     * Deletes what came before, and the issued cards of before.
     *
     * @return how many rows
     * @throws FeedbackUpkeepException where that failed
     */
    public int deleteOlder(Instant before) throws FeedbackUpkeepException {
        return delete(stores -> {
            int deleted = 0;
            for (SqlStore store : stores) {
                deleted += store.deleteOlder(before);
            }
            return deleted;
        });
    }

    /**
     * Deletes what is known of a patient: the cards that were issued, and what was done with them.
     *
     * @return how many rows
     * @throws FeedbackUpkeepException where that failed
     */
    public int deletePatient(String tenant, String id) throws FeedbackUpkeepException {
        Hashes hashes = new Hashes(key("tell which feedback is about a patient"), previousKey());
        return delete(stores -> {
            Set<String> cards = new TreeSet<>();
            for (SqlStore store : stores) {
                cards.addAll(store.cardsOf(hashes.allOfPatient(tenant, id)));
            }
            int deleted = 0;
            for (SqlStore store : stores) {
                deleted += store.deleteCards(cards);
            }
            return deleted;
        });
    }

    /**
     * Copies the embedded database, also while the service writes.
     *
     * @param file a new one
     * @throws FeedbackUpkeepException where that failed
     */
    public void copyTo(Path file) throws FeedbackUpkeepException {
        with("No copy is made", (embedded, common) -> {
            embedded.copyTo(file);
            return file;
        });
    }

    /**
     * Reads what users wrote beside their answers.
     *
     * @param lines takes one JSON object after the other
     * @throws FeedbackUpkeepException where not all can be read
     */
    public void comments(Consumer<String> lines) throws FeedbackUpkeepException {
        CommentLines reader = new CommentLines(new SealedComments(key("read comments"), previousKey()), lines);
        with("Not all comments are read", (embedded, common) -> {
            new CommentTable(embedded.source()).each(reader);
            if (common.isPresent()) {
                new CommentTable(common.get()).each(reader);
            }
            return reader;
        });
        if (reader.unreadable() > 0) {
            throw new FeedbackUpkeepException("Comments that cannot be read: " + reader.unreadable() + ". Their key is"
                    + " neither livercds.feedback.key nor livercds.feedback.previous-key, or they are damaged.");
        }
    }

    private byte[] key(String use) throws FeedbackUpkeepException {
        return FeedbackKeys.decode("livercds.feedback.key", feedback.key())
                .orElseThrow(() -> new FeedbackUpkeepException(
                        "livercds.feedback.key is not set: without it nobody can " + use + "."));
    }

    private Optional<byte[]> previousKey() {
        return FeedbackKeys.decode("livercds.feedback.previous-key", feedback.previousKey());
    }

    private int delete(Deletion deletion) throws FeedbackUpkeepException {
        return with("Not everything is deleted", (embedded, common) -> {
            List<SqlStore> stores = new ArrayList<>(List.of(new SqlStore(embedded.writer())));
            common.map(Transactions::of).map(SqlStore::new).ifPresent(stores::add);
            return deletion.from(stores);
        });
    }

    private <T> T with(String failure, Work<T> work) throws FeedbackUpkeepException {
        Path directory = feedback.directory().toAbsolutePath();
        if (feedback.store() == Store.TEMPORARY || !EmbeddedDatabase.isIn(directory)) {
            throw new FeedbackUpkeepException("There is no feedback in livercds.feedback.directory, " + directory
                    + ". Start the command in the same folder and with the same settings as the server.");
        }
        try (EmbeddedDatabase embedded = EmbeddedDatabase.open(directory)) {
            return work.on(embedded, feedback.store() == Store.POSTGRESQL ? Optional.of(common()) : Optional.empty());
        } catch (IOException | SQLException failed) {
            throw new FeedbackUpkeepException(failure + ": " + failed.getMessage());
        }
    }

    private DataSource common() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(settings.getValue(DATABASE + "jdbc.url", String.class));
        settings.getOptionalValue(DATABASE + "username", String.class).ifPresent(database::setUser);
        settings.getOptionalValue(DATABASE + "password", String.class).ifPresent(database::setPassword);
        return database;
    }
}
