package org.livercds.service;

import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.livercds.cards.CardCatalogues;
import org.livercds.cards.CardWriters;
import org.livercds.cards.SourceAttributeFile;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.patient.Bleeding;
import org.livercds.clinical.patient.Limits;
import org.livercds.codes.ContentFingerprint;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ContentVersion;
import org.livercds.codes.InvalidContentException;
import org.livercds.codes.OrderCodes;
import org.livercds.codes.ValueSets;
import org.livercds.fhir.ChartGatherer;
import org.livercds.fhir.ChartReader;
import org.livercds.fhir.DraftOrders;
import org.livercds.hooks.CardIds;
import org.livercds.hooks.WireJson;
import org.livercds.outbound.FetchWatch;

/** What is made once, at start: a mistake in it stops the start, and no call waits for it. */
final class Content {

    /** Of all cards and code lists that are read at start. */
    @Produces
    @Singleton
    ContentFingerprint fingerprint() {
        return new ContentFingerprint();
    }

    @Produces
    @Singleton
    @Startup
    ValueSets valueSets(LiverCdsConfig config, ContentFingerprint fingerprint) {
        ContentFolder folder = profiles(config, fingerprint);
        return orRefuse("livercds.fhir-profiles.directory", () -> {
            folder.checkOverride();
            return ValueSets.read(folder);
        });
    }

    @Produces
    @Singleton
    @Startup
    CardCatalogues catalogues(LiverCdsConfig config, ContentFingerprint fingerprint) {
        ContentFolder folder = cards(config, fingerprint);
        return orRefuse("livercds.cards.directory", () -> {
            folder.checkOverride();
            return CardCatalogues.read(folder, LiverCancerGuideline.recommendations());
        });
    }

    @Produces
    @Singleton
    @Startup
    SourceAttributeFile sourceAttributes(LiverCdsConfig config, ContentFingerprint fingerprint) {
        ContentFolder folder = cards(config, fingerprint);
        return orRefuse("livercds.cards.directory", () -> SourceAttributeFile.read(folder));
    }

    @Produces
    @Singleton
    OrderCodes orderCodes(LiverCdsConfig config, ContentFingerprint fingerprint) {
        ContentFolder folder = profiles(config, fingerprint);
        return orRefuse("livercds.fhir-profiles.directory", () -> OrderCodes.read(folder));
    }

    /** Of what was read for those before it. */
    @Produces
    @Singleton
    ContentVersion version(
            ContentFingerprint fingerprint,
            ValueSets valueSets,
            CardCatalogues cards,
            SourceAttributeFile sourceAttributes,
            OrderCodes orderCodes) {
        return ContentVersion.of(fingerprint);
    }

    @Produces
    @Singleton
    @Startup
    CardWriters cards(CardCatalogues cards, OrderCodes orderCodes, CardIds ids, ContentVersion content) {
        return new CardWriters(cards, orderCodes, ids, content);
    }

    @Produces
    @Singleton
    @Startup
    ChartReader chartReader(LiverCdsConfig config, ValueSets valueSets) {
        return new ChartReader(valueSets, zone(config), config.lesionIdentifierSystems());
    }

    @Produces
    @Singleton
    DraftOrders draftOrders(ValueSets valueSets) {
        return new DraftOrders(valueSets);
    }

    @Produces
    @Singleton
    @Startup
    ChartGatherer chartGatherer(
            LiverCdsConfig config,
            ChartReader reader,
            ValueSets valueSets,
            Limits limits,
            Vertx vertx,
            Turns turns,
            FetchWatch watch) {
        return orRefuse(
                "livercds.fhir, livercds.clients or livercds.deadline",
                () -> new ChartGatherer(
                        reader, valueSets, limits, Clients.networks(config), vertx, WireJson::readOnce, turns, watch));
    }

    void close(@Disposes ChartGatherer gatherer) {
        gatherer.close();
    }

    @Produces
    @Singleton
    @Startup
    Limits limits(LiverCdsConfig config) {
        LiverCdsConfig.Staleness days = config.staleness();
        LiverCdsConfig.Thresholds thresholds = config.thresholds();
        return orRefuse(
                "livercds.staleness or livercds.thresholds",
                () -> new Limits(
                        days.active(),
                        days.surveillance(),
                        new Bleeding(thresholds.inrAbove(), thresholds.plateletsBelow())));
    }

    @Produces
    @Singleton
    Clock clock(LiverCdsConfig config) {
        return Clock.system(zone(config));
    }

    static ContentFolder profiles(LiverCdsConfig config) {
        return profiles(config, new ContentFingerprint());
    }

    private static ContentFolder profiles(LiverCdsConfig config, ContentFingerprint fingerprint) {
        return new ContentFolder("fhir-profiles", config.fhirProfiles().directory(), fingerprint);
    }

    private static ContentFolder cards(LiverCdsConfig config, ContentFingerprint fingerprint) {
        return new ContentFolder("cds-cards", config.cards().directory(), fingerprint);
    }

    private static ZoneId zone(LiverCdsConfig config) {
        try {
            return ZoneId.of(config.zone());
        } catch (DateTimeException unknown) {
            throw new StartRefusedException("livercds.zone is no time zone; write it as in Europe/Madrid.");
        }
    }

    /** A mistake in a content file is told in one sentence, not in a stack trace. */
    static <T> T orRefuse(String setting, Supplier<T> content) {
        try {
            return content.get();
        } catch (InvalidContentException invalid) {
            throw new StartRefusedException(invalid.getMessage() + " (" + setting + ").");
        } catch (IllegalArgumentException invalid) {
            boolean named = invalid.getMessage().startsWith("livercds.");
            throw new StartRefusedException((named ? "" : setting + ": ") + invalid.getMessage());
        }
    }
}
