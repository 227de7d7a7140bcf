package org.livercds.service;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.livercds.feedback.EmbeddedDatabase;
import org.livercds.feedback.Hashes;
import org.livercds.feedback.SqlStore;
import org.livercds.feedback.Transactions;
import org.livercds.service.FeedbackConfig.Store;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Deletes feedback from the databases of the settings, without a server, also while one runs. The embedded database comes
 * first, because rows move from there to the common one.
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
        byte[] key = FeedbackKeys.decode("livercds.feedback.key", feedback.key())
                .orElseThrow(() -> new FeedbackUpkeepException("livercds.feedback.key is not set: without it nobody can"
                        + " tell which feedback is about a patient."));
        Hashes hashes = new Hashes(key, FeedbackKeys.decode("livercds.feedback.previous-key", feedback.previousKey()));
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

    private int delete(Deletion deletion) throws FeedbackUpkeepException {
        Path directory = feedback.directory().toAbsolutePath();
        if (feedback.store() == Store.TEMPORARY || !EmbeddedDatabase.isIn(directory)) {
            throw new FeedbackUpkeepException("There is no feedback in livercds.feedback.directory, " + directory
                    + ". Start the command in the same folder and with the same settings as the server.");
        }
        try (EmbeddedDatabase embedded = EmbeddedDatabase.open(directory)) {
            List<SqlStore> stores = new ArrayList<>(List.of(new SqlStore(embedded.writer())));
            if (feedback.store() == Store.POSTGRESQL) {
                stores.add(new SqlStore(Transactions.of(common())));
            }
            return deletion.from(stores);
        } catch (IOException | SQLException failed) {
            throw new FeedbackUpkeepException("Not everything is deleted: " + failed.getMessage());
        }
    }

    private PGSimpleDataSource common() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(settings.getValue(DATABASE + "jdbc.url", String.class));
        settings.getOptionalValue(DATABASE + "username", String.class).ifPresent(database::setUser);
        settings.getOptionalValue(DATABASE + "password", String.class).ifPresent(database::setPassword);
        return database;
    }
}
