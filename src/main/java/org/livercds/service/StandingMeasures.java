package org.livercds.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import org.livercds.cards.CardWriters;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.codes.ContentFingerprint;
import org.livercds.codes.ValueSets;
import org.livercds.fhir.ChartGatherer;

/** What is so, whoever calls: with which content this process answers, and which FHIR servers it leaves alone. */
final class StandingMeasures {

    /** The content was read when cards and value sets were made. */
    void begin(
            @Observes StartupEvent start,
            MeterRegistry metrics,
            ChartGatherer gatherer,
            ContentFingerprint content,
            CardWriters cards,
            ValueSets valueSets) {
        Gauge.builder("livercds.content.info", () -> 1)
                .description("The version of the rules, and a fingerprint of the cards and code lists")
                .tag("rules", LiverCancerGuideline.VERSION)
                .tag("content", content.value())
                .register(metrics);
        gatherer.servers()
                .forEach((name, server) -> Gauge.builder(
                                "livercds.fhir.resting", () -> gatherer.isResting(server) ? 1 : 0)
                        .description("1 while a FHIR server is left alone, because it failed or asked for that")
                        .tag("server", name)
                        .register(metrics));
    }
}
