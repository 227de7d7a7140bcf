package org.livercds.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.livercds.feedback.EmbeddedDatabase;
import org.livercds.feedback.FeedbackStore;
import org.livercds.feedback.Hashes;
import org.livercds.feedback.Intake;
import org.livercds.feedback.ItemBuckets;
import org.livercds.feedback.ItemRate;
import org.livercds.feedback.Overriders;
import org.livercds.feedback.Relay;
import org.livercds.feedback.SealedComments;
import org.livercds.feedback.SqlStore;
import org.livercds.hooks.CardIds;
import org.livercds.service.FeedbackConfig.Store;

/** What keeps feedback, as the settings want it, made at start. */
final class FeedbackSetup {

    private static final Logger LOG = Logger.getLogger(FeedbackSetup.class);
    private static final int KEY_BYTES = 32;

    /** The keys of this process. */
    record Keys(byte[] key, Optional<byte[]> previous) {}

    @Produces
    @Singleton
    @Startup
    Keys keys(LiverCdsConfig config) {
        Optional<byte[]> key =
                FeedbackKeys.decode("livercds.feedback.key", config.feedback().key());
        Optional<byte[]> previous = FeedbackKeys.decode(
                "livercds.feedback.previous-key", config.feedback().previousKey());
        if (key.isEmpty() && config.feedback().store() != Store.TEMPORARY) {
            LOG.warn("livercds.feedback.key is not set: feedback on cards of before this start will not be recognised,"
                    + " and a patient's feedback cannot be found again.");
        }
        return new Keys(key.orElseGet(FeedbackSetup::randomKey), previous);
    }

    @Produces
    @Singleton
    @Startup
    CardIds cardIds(Keys keys) {
        return Content.orRefuse("livercds.feedback.key", () -> new CardIds(keys.key(), keys.previous()));
    }

    @Produces
    @Singleton
    Hashes hashes(Keys keys) {
        return new Hashes(keys.key(), keys.previous());
    }

    @Produces
    @Singleton
    Intake intake(LiverCdsConfig config, Keys keys, CardIds ids, Hashes hashes) {
        Optional<SealedComments> comments = config.feedback().keepComments()
                ? Optional.of(new SealedComments(keys.key(), keys.previous()))
                : Optional.empty();
        return new Intake(ids, hashes, new CardNames(), comments);
    }

    @Produces
    @Singleton
    @Startup
    EmbeddedDatabase embedded(LiverCdsConfig config) {
        FeedbackConfig feedback = config.feedback();
        Path directory = feedback.directory().toAbsolutePath();
        try {
            return feedback.store() == Store.TEMPORARY
                    ? EmbeddedDatabase.temporary()
                    : EmbeddedDatabase.open(directory);
        } catch (IOException unwritable) {
            throw new StartRefusedException("livercds.feedback.directory, " + directory
                    + ", cannot be written. Give it to the user that runs the service, or name another.");
        } catch (SQLException unusable) {
            throw new StartRefusedException("livercds.feedback.directory, " + directory
                    + ", has a database that cannot be used: " + unusable.getMessage());
        }
    }

    void close(@Disposes EmbeddedDatabase database) {
        database.close();
    }

    @Produces
    @ApplicationScoped
    FeedbackStore store(EmbeddedDatabase database, Overriders overriders) {
        return new SqlStore(database.writer(), overriders);
    }

    @Produces
    @ApplicationScoped
    ItemRate rate(LiverCdsConfig config) {
        int itemsPerMinute = config.feedback().itemsPerMinute();
        return itemsPerMinute == 0 ? ItemRate.UNLIMITED : new ItemBuckets(itemsPerMinute);
    }

    @Produces
    @Singleton
    @Startup
    FeedbackRelay relay(LiverCdsConfig config, EmbeddedDatabase embedded, Database database, MeterRegistry metrics) {
        if (config.feedback().store() != Store.POSTGRESQL) {
            return new FeedbackRelay(Optional.empty());
        }
        DataSource pool = database.requiredBy("livercds.feedback.store=postgresql");
        metrics.gauge("livercds.feedback.waiting", embedded, FeedbackSetup::waiting);
        return new FeedbackRelay(Optional.of(new Relay(embedded, pool, database::makeTables).begin()));
    }

    /** What moves feedback to the common database, where there is one. */
    record FeedbackRelay(Optional<Relay> relay) {}

    private static double waiting(EmbeddedDatabase embedded) {
        try {
            return new SqlStore(embedded.writer()).count();
        } catch (SQLException unknown) {
            return Double.NaN;
        }
    }

    private static byte[] randomKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
