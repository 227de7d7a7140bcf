package org.livercds.service;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.livercds.audit.Trails;
import org.livercds.cards.CardWriters;
import org.livercds.cards.ShippedCards;
import org.livercds.clinical.patient.Limits;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ContentVersion;
import org.livercds.codes.ValueSets;
import org.livercds.fhir.ChartGatherer;
import org.livercds.fhir.ChartReader;
import org.livercds.fhir.DraftOrders;
import org.livercds.fhir.Networks;
import org.livercds.fhir.PrefetchTemplates;
import org.livercds.hooks.Caller;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.Language;
import org.livercds.hooks.WireJson;

/** The services without an application around them, on the day of the examples, with no FHIR server to ask. */
public final class PlainServices {

    public static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static final ContentFolder PROFILES = ContentFolder.inJar("fhir-profiles");
    private static final ValueSets VALUE_SETS = ValueSets.read(PROFILES);
    private static final Clock CLOCK = Clock.fixed(DAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    /** The synthetic patients as calls of that day. */
    public static final DemoRequests REQUESTS = new DemoRequests(PROFILES, PrefetchTemplates.of(VALUE_SETS), CLOCK);

    private static final ServiceRegistry ALL = with(Repeats.none());

    private PlainServices() {}

    /** The answer of the service for this hook to a body, read as it comes over the wire. */
    public static HookResponse answer(String hook, byte[] body) {
        return answer(hook, body, Language.EN);
    }

    public static HookResponse answer(String hook, byte[] body, Language language) {
        return ALL.find("liver-cancer-" + hook)
                .orElseThrow()
                .answer(WireJson.readRequest(body), Caller.UNKNOWN.in(language))
                .response();
    }

    static ServiceRegistry with(RepeatControl repeats) {
        return with(repeats, CLOCK);
    }

    static ServiceRegistry with(RepeatControl repeats, Clock clock) {
        Limits limits = Limits.standard();
        ChartGatherer gatherer = new ChartGatherer(
                new ChartReader(VALUE_SETS, ZoneOffset.UTC, List.of("urn:livercds:lesion")),
                VALUE_SETS,
                limits,
                new Networks(Networks.Network.of("test", List.of(), List.of(), Duration.ofSeconds(1)), Map.of()),
                Vertx.vertx(),
                WireJson::readObject,
                new Turns(2));
        Charts charts = new Charts(gatherer, Trails.off());
        CardWriters cards = ShippedCards.writers();
        Evaluations evaluations = new Evaluations(ContentVersion.released());
        Descriptions descriptions = new Descriptions(VALUE_SETS, ContentVersion.released(), "");
        OrderAnswer orders =
                new OrderAnswer(new DraftOrders(VALUE_SETS), charts, cards, repeats, limits, evaluations, clock);
        return new ServiceRegistry(List.of(
                new PatientViewService(descriptions, charts, cards, repeats, limits, evaluations, clock),
                new OrderSelectService(orders, descriptions),
                new OrderSignService(orders, descriptions)));
    }
}
