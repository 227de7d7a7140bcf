package org.livercds.service;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Base64;
import org.livercds.cards.CardCatalogue;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ValueSets;
import org.livercds.fhir.ChartReader;
import org.livercds.hooks.CardIds;

/** What is made once, at start: a mistake in it stops the start, and no call waits for it. */
final class Content {

    @Produces
    @Singleton
    @Startup
    ValueSets valueSets(LiverCdsConfig config) {
        return ValueSets.read(
                new ContentFolder("fhir-profiles", config.fhirProfiles().directory()));
    }

    @Produces
    @Singleton
    @Startup
    CardCatalogue cards(LiverCdsConfig config) {
        ContentFolder folder = new ContentFolder("cds-cards", config.cards().directory());
        return CardCatalogue.read(folder, config.language(), LiverCancerGuideline.recommendations());
    }

    @Produces
    @Singleton
    @Startup
    ChartReader chartReader(LiverCdsConfig config, ValueSets valueSets) {
        return new ChartReader(valueSets, config.zone(), config.lesionIdentifierSystems());
    }

    @Produces
    @Singleton
    CardIds cardIds(LiverCdsConfig config) {
        return config.feedback()
                .key()
                .map(Base64.getDecoder()::decode)
                .map(CardIds::new)
                .orElseGet(CardIds::withRandomKey);
    }

    @Produces
    @Singleton
    Clock clock(LiverCdsConfig config) {
        return Clock.system(config.zone());
    }
}
