package org.livercds.service;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Base64;
import java.util.function.Supplier;
import org.livercds.cards.CardCatalogue;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.patient.Limits;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.InvalidContentException;
import org.livercds.codes.ValueSets;
import org.livercds.fhir.ChartReader;
import org.livercds.hooks.CardIds;

/** What is made once, at start: a mistake in it stops the start, and no call waits for it. */
final class Content {

    @Produces
    @Singleton
    @Startup
    ValueSets valueSets(LiverCdsConfig config) {
        ContentFolder folder =
                new ContentFolder("fhir-profiles", config.fhirProfiles().directory());
        return orRefuse(() -> ValueSets.read(folder));
    }

    @Produces
    @Singleton
    @Startup
    CardCatalogue cards(LiverCdsConfig config) {
        ContentFolder folder = new ContentFolder("cds-cards", config.cards().directory());
        return orRefuse(() -> CardCatalogue.read(folder, config.language(), LiverCancerGuideline.recommendations()));
    }

    @Produces
    @Singleton
    @Startup
    ChartReader chartReader(LiverCdsConfig config, ValueSets valueSets) {
        return new ChartReader(valueSets, config.zone(), config.lesionIdentifierSystems());
    }

    @Produces
    @Singleton
    @Startup
    CardIds cardIds(LiverCdsConfig config) {
        return config.feedback()
                .key()
                .map(key -> orRefuse(() -> new CardIds(Base64.getDecoder().decode(key))))
                .orElseGet(CardIds::withRandomKey);
    }

    @Produces
    @Singleton
    @Startup
    Limits limits(LiverCdsConfig config) {
        LiverCdsConfig.Staleness days = config.staleness();
        return orRefuse(() -> new Limits(days.active(), days.surveillance()));
    }

    @Produces
    @Singleton
    Clock clock(LiverCdsConfig config) {
        return Clock.system(config.zone());
    }

    /** A mistake in a content file is told in one sentence, not in a stack trace. */
    private static <T> T orRefuse(Supplier<T> content) {
        try {
            return content.get();
        } catch (InvalidContentException | IllegalArgumentException invalid) {
            throw new StartRefusedException("Liver CDS does not start: " + invalid.getMessage());
        }
    }
}
