package org.livercds.service;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.livercds.audit.Told;
import org.livercds.codes.ContentVersion;
import org.livercds.feedback.Batch;
import org.livercds.feedback.Entry;
import org.livercds.feedback.FeedbackStore;
import org.livercds.feedback.Intake;
import org.livercds.feedback.IssuedCards;
import org.livercds.feedback.ItemRate;
import org.livercds.feedback.NotKeptException;
import org.livercds.hooks.Caller;
import org.livercds.hooks.FeedbackItem.Outcome;
import org.livercds.hooks.FeedbackRequest;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;

/** Takes what clinicians did with the cards of a service: when it returns, that is kept. */
@Singleton
@Startup
public final class FeedbackService {

    private static final Logger LOG = Logger.getLogger(FeedbackService.class);
    private static final String NAME = "livercds.feedback";

    private static final Set<String> RESULTS = Set.of(
            Outcome.ACCEPTED.code(),
            Outcome.OVERRIDDEN.code(),
            "stray",
            "unreadable",
            "otherService",
            "notKept",
            "overRate");

    private final Intake intake;
    private final FeedbackStore store;
    private final IssuedCards issued;
    private final ItemRate rate;
    private final ContentVersion content;
    private final Clock clock;
    private final Map<String, Counter> counters;
    private final Tally outcomes;

    FeedbackService(
            Intake intake,
            FeedbackStore store,
            IssuedCards issued,
            ItemRate rate,
            ContentVersion content,
            Clock clock,
            MeterRegistry metrics) {
        this.intake = intake;
        this.store = store;
        this.issued = issued;
        this.rate = rate;
        this.content = content;
        this.clock = clock;
        this.counters =
                RESULTS.stream().collect(toUnmodifiableMap(result -> result, result -> counter(result, metrics)));
        this.outcomes = new Tally(
                metrics,
                "livercds.feedback.outcomes",
                "What clinicians did with cards, by what the cards are about",
                List.of("topic", "outcome"),
                Labels.outcomes());
    }

    /**
     * @return for the audit: that it is kept, and about which topics it is
     * @throws RefusedException where none of it can be taken, it is too much, or it cannot be kept
     */
    public Told take(FeedbackRequest told, CdsService service, Caller caller) {
        requireRate(caller, told.items().size() + told.unreadable());
        if (told.items().stream().anyMatch(item -> item.outcome() == Outcome.OVERRIDDEN)) {
            issued.hurry();
        }
        Batch batch = intake.sort(told, new Intake.Address(service.number(), service.id()), caller, clock.instant());
        count("unreadable", told.unreadable());
        count("otherService", batch.refused());
        if (batch.isEmpty()) {
            throw new RefusedException(Refusal.NO_FEEDBACK);
        }
        keep(batch);
        batch.entries().forEach(entry -> {
            count(entry.outcome(), 1);
            outcomes.count(entry.topic(), entry.outcome());
        });
        count("stray", batch.strays().size());
        List<String> topics =
                batch.entries().stream().map(Entry::topic).distinct().toList();
        return new Told(content.version(), content.hash(), content.changed(), "kept", topics);
    }

    private void requireRate(Caller caller, int items) {
        rate.take(caller, items).ifPresent(wait -> {
            count("overRate", items);
            throw new RefusedException(Refusal.FEEDBACK_OVER_RATE, wait);
        });
    }

    private void keep(Batch batch) {
        try {
            store.keep(batch);
        } catch (NotKeptException failed) {
            LOG.errorf("Feedback is not kept, and its clients are told to send it again: %s", failed.getMessage());
            count("notKept", batch.entries().size() + batch.strays().size());
            throw new RefusedException(Refusal.FEEDBACK_NOT_KEPT);
        }
    }

    /** Repeated items are counted again: this tells what comes in, not what was done. */
    private void count(String result, int items) {
        counters.get(result).increment(items);
    }

    private static Counter counter(String result, MeterRegistry metrics) {
        return Counter.builder(NAME)
                .description("Items of feedback that came in")
                .tag("result", result)
                .register(metrics);
    }
}
