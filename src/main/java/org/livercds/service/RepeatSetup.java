package org.livercds.service;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.livercds.feedback.EmbeddedDatabase;
import org.livercds.feedback.Hashes;
import org.livercds.feedback.IssuedCardTable;
import org.livercds.feedback.IssuedCards;
import org.livercds.feedback.KnownOverriders;
import org.livercds.feedback.Overriders;
import org.livercds.feedback.PromptHistory;
import org.livercds.feedback.SummaryTables;
import org.livercds.feedback.Transactions;
import org.livercds.service.FeedbackConfig.Store;

/** Makes what repeat control and the summary need. */
final class RepeatSetup {

    private static final int QUEUE = 10_000;
    private static final int LOOK_UPS = 8;
    private static final Duration GATHERING = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Where several processes share feedback they share this too. */
    @Produces
    @Singleton
    IssuedCardTable table(LiverCdsConfig config, EmbeddedDatabase embedded, Database database, Overriders overriders) {
        if (config.feedback().store() != Store.POSTGRESQL) {
            return new IssuedCardTable(embedded.pool(), embedded.writer(), overriders);
        }
        DataSource pool = common(database);
        return new IssuedCardTable(pool, Transactions.of(pool));
    }

    /** Where several processes share feedback, the others may know more. */
    @Produces
    @Singleton
    Overriders overriders(LiverCdsConfig config, EmbeddedDatabase embedded) {
        return config.feedback().store() == Store.POSTGRESQL
                ? Overriders.UNKNOWN
                : new KnownOverriders(embedded, config.feedback().quietPeriod());
    }

    @Produces
    @Singleton
    SummaryTables summaryTables(LiverCdsConfig config, EmbeddedDatabase embedded, Database database) {
        return new SummaryTables(config.feedback().store() == Store.POSTGRESQL ? common(database) : embedded.source());
    }

    private static DataSource common(Database database) {
        return database.requiredBy("livercds.feedback.store=postgresql");
    }

    @Produces
    @Singleton
    IssuedCards issuedCards(IssuedCardTable table, MeterRegistry metrics) {
        return new IssuedCards(table, QUEUE, GATHERING, PATIENCE, metrics);
    }

    @Produces
    @Singleton
    PromptHistory promptHistory(
            LiverCdsConfig config, IssuedCardTable table, Overriders overriders, MeterRegistry metrics) {
        return new PromptHistory(table, overriders, config.feedback().historyDeadline(), LOOK_UPS, metrics);
    }

    void close(@Disposes PromptHistory history) {
        history.close();
    }

    @Produces
    @Singleton
    RepeatControl repeatControl(
            LiverCdsConfig config, PromptHistory history, IssuedCards issued, Hashes hashes, Clock clock) {
        return new RepeatControl(history, issued, hashes, config.feedback().quietPeriod(), clock);
    }
}
