package org.livercds.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import org.livercds.codes.ContentVersion;
import org.livercds.fhir.ChartGatherer;

/** What is so, whoever calls: with which content this process answers, and which FHIR servers it leaves alone. */
final class StandingMeasures {

    void begin(@Observes StartupEvent start, MeterRegistry metrics, ChartGatherer gatherer, ContentVersion content) {
        Gauge.builder("livercds.content.info", () -> 1)
                .description(
                        "The version of guideline, cards and value sets, their hash, and whether it is that of the release")
                .tag("rules", content.version())
                .tag("content", content.hash())
                .tag("shipped", Boolean.toString(content.shipped()))
                .register(metrics);
        gatherer.servers()
                .forEach((name, server) -> Gauge.builder(
                                "livercds.fhir.resting", () -> gatherer.isResting(server) ? 1 : 0)
                        .description("1 while a FHIR server is left alone, because it failed or asked for that")
                        .tag("server", name)
                        .register(metrics));
    }
}
