package org.livercds.service;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.livercds.cards.CardCatalogue;
import org.livercds.cards.CardCatalogues;
import org.livercds.feedback.Summary;
import org.livercds.feedback.SummaryTables;
import org.livercds.feedback.SummaryWords;
import org.livercds.hooks.Caller;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;

/** What was done with the cards of the last weeks, for a committee that answers for them. */
@Singleton
public final class FeedbackSummary {

    private static final Logger LOG = Logger.getLogger(FeedbackSummary.class);
    private static final int MOST_WEEKS = 104;

    private final SummaryTables tables;
    private final CardCatalogues cards;
    private final Clock clock;

    FeedbackSummary(SummaryTables tables, CardCatalogues cards, Clock clock) {
        this.tables = tables;
        this.cards = cards;
        this.clock = clock;
    }

    /**
     * @param weeks the one that runs and those before it
     * @param caller who sees the numbers of its own tenant, if it has one
     * @throws RefusedException where the weeks are fewer than 1 or more than 104, or the numbers cannot be read
     */
    public Summary of(int weeks, Caller caller) {
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw new RefusedException(Refusal.NOT_WEEKS);
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate from = Summary.Week.mondayOf(today).minusWeeks(weeks - 1L);
        try {
            return tables.of(from, today, caller.tenant().orElse(""), new OurWords(cards.in(caller.language())));
        } catch (SQLException failed) {
            LOG.errorf("The summary of feedback cannot be read (SQL state %s)", failed.getSQLState());
            throw new RefusedException(Refusal.SUMMARY_NOT_READ);
        }
    }

    private record OurWords(CardCatalogue cards) implements SummaryWords {

        @Override
        public String topic(String code) {
            return cards.name(code).orElse(code);
        }

        @Override
        public Optional<String> reason(String code) {
            return cards.overrideReason(code);
        }
    }
}
