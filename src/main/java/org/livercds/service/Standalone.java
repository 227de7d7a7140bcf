package org.livercds.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.PropertiesConfigSource;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.livercds.audit.Alarm;
import org.livercds.audit.AuditTrail;
import org.livercds.audit.AuditTrail.OnFailure;
import org.livercds.audit.NoSink;
import org.livercds.cards.CardWriters;
import org.livercds.cards.SetAside;
import org.livercds.clinical.patient.Limits;
import org.livercds.codes.ContentVersion;
import org.livercds.codes.ValueSets;
import org.livercds.fhir.ChartGatherer;
import org.livercds.fhir.ChartReader;
import org.livercds.fhir.DraftOrders;
import org.livercds.fhir.Networks;
import org.livercds.fhir.PrefetchTemplates;
import org.livercds.hooks.Caller;
import org.livercds.hooks.CardIds;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.Language;
import org.livercds.hooks.WireJson;

/**
 * All services as the settings make them, without a server around them: nobody is asked who he is, nothing is remembered
 * and nothing put on record, because whoever starts it holds the data already.
 */
public final class Standalone implements AutoCloseable {

    private static final String PATIENT_VIEW = "patient-view";
    private static final int KEY_BYTES = 32;

    /** Names of servers that a user names himself may lead into his own network. */
    private static final List<String> OWN_NETWORK =
            List.of("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1", "fc00::/7");

    /** Nobody waits at a bedside; what is set otherwise wins. */
    private static final Map<String, String> DEFAULTS = Map.of("livercds.deadline", "5s");

    private static final SetAsides NOTHING_SET_ASIDE = (request, caller) -> SetAside.NOTHING;

    private static final int BEHIND_ALL = 1;
    private static final int BEFORE_ALL = 1_000;

    private final Vertx vertx = Vertx.vertx();
    private final ChartGatherer gatherer;
    private final ServiceRegistry services;
    private final ExplainService explain;
    private final DemoRequests examples;
    private final AppWords words;
    private final Premises premises;
    private final SourceAttributePages attributes;
    private final ContentVersion version;

    /**
     * By the settings with which the server would start.
     *
     * @param settings that win over these
     * @param fhirServer the base URL of the only server that may be read
     * @param asOf the day that is taken for today
     * @throws StartRefusedException where they cannot be used
     */
    public Standalone(Map<String, String> settings, Optional<String> fhirServer, Optional<LocalDate> asOf) {
        LiverCdsConfig config = config(settings);
        Content content = new Content();
        Clock clock = clock(content.clock(config), asOf);
        ReadContent read = ReadContent.of(content, config);
        ValueSets valueSets = read.valueSets();
        Limits limits = content.limits(config);
        this.version = read.version();
        this.gatherer =
                gatherer(content.chartReader(config, valueSets), valueSets, limits, networks(fhirServer, config));
        Charts charts = new Charts(gatherer, unrecorded(clock));
        DraftOrders drafts = new DraftOrders(valueSets);
        CardIds ids = new CardIds(randomKey());
        CardWriters writers = content.cards(read.catalogues(), read.orderCodes(), ids, version);
        Evaluations evaluations = new Evaluations(version);
        Descriptions texts = new Descriptions(valueSets, version, config);
        this.services = services(
                texts,
                new PatientViewService(texts, charts, writers, NOTHING_SET_ASIDE, limits, evaluations, clock),
                new OrderAnswer(drafts, charts, writers, NOTHING_SET_ASIDE, limits, evaluations, clock));
        this.explain = new ExplainService(services, drafts, charts, read.catalogues(), limits, evaluations, clock);
        this.attributes = new SourceAttributePages(read.sourceAttributes(), writers, config);
        this.examples = new DemoRequests(Content.profiles(config), PrefetchTemplates.of(valueSets), clock);
        this.premises = premises(config, limits, valueSets, clock);
        this.words = new AppWords(read.catalogues(), version);
    }

    /**
     * The answer of the service for the hook of a request; one without a hook is about an opened chart.
     *
     * @throws org.livercds.hooks.RefusedException as the service would refuse the call
     */
    public HookResponse answer(HookRequest request, Language language) {
        CdsService service = services.required(service(request));
        Caller caller = caller(language);
        return attributes.on(service.answer(request, caller), service, caller).response();
    }

    /**
     * Why it is so.
     *
     * @throws org.livercds.hooks.RefusedException where nothing of the request may be used
     */
    public ExplainService.Explained explain(HookRequest request, Language language) {
        return explain.explain(service(request), request, caller(language));
    }

    /** A request about the chart that a Bundle holds. */
    public ObjectNode about(ObjectNode bundle) {
        return examples.about(bundle);
    }

    /** What the services ask of a FHIR server. */
    public PrefetchQueries queries() {
        return premises.queries();
    }

    /** The day that is taken for today, in the time zone of the site. */
    public LocalDate today() {
        return premises.today();
    }

    /** The settings on which answers depend, in words that are equal where these are. */
    public String judgedBy() {
        return premises.judgedBy();
    }

    /** The synthetic patients. */
    public DemoRequests examples() {
        return examples;
    }

    /** The words in which cards and explanations speak. */
    public AppWords.InLanguage words(Language language) {
        return words.in(language);
    }

    /** Version and hash of the content that answers, and whether a site changed it. */
    public String content() {
        return version.toString();
    }

    /** The same of the content in the jar. */
    public static String shippedContent() {
        return ContentVersion.released().toString();
    }

    @Override
    public void close() {
        gatherer.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** What answers rest on beside the chart. */
    private record Premises(PrefetchQueries queries, LocalDate today, String judgedBy) {}

    private static Premises premises(LiverCdsConfig config, Limits limits, ValueSets valueSets, Clock clock) {
        return new Premises(
                new PrefetchQueries(PrefetchTemplates.of(valueSets)),
                LocalDate.now(clock),
                limits + " " + config.zone() + " " + config.lesionIdentifierSystems());
    }

    private static String service(HookRequest request) {
        return "liver-cancer-" + request.hook().orElse(PATIENT_VIEW);
    }

    private static Caller caller(Language language) {
        return Caller.UNKNOWN.in(language);
    }

    private static LiverCdsConfig config(Map<String, String> settings) {
        return ConfigUtils.configBuilder()
                .withMapping(LiverCdsConfig.class)
                .withSources(
                        new PropertiesConfigSource(DEFAULTS, "defaults of commands", BEHIND_ALL),
                        new PropertiesConfigSource(settings, "command line", BEFORE_ALL))
                .build()
                .getConfigMapping(LiverCdsConfig.class);
    }

    private ChartGatherer gatherer(ChartReader reader, ValueSets valueSets, Limits limits, Networks networks) {
        return new ChartGatherer(reader, valueSets, limits, networks, vertx, WireJson::readOnce, new Turns());
    }

    private static ServiceRegistry services(Descriptions texts, CdsService patientView, OrderAnswer orders) {
        return new ServiceRegistry(
                List.of(patientView, new OrderSelectService(orders, texts), new OrderSignService(orders, texts)));
    }

    private static AuditTrail unrecorded(Clock clock) {
        return new AuditTrail(new NoSink(), new Alarm("off", new SimpleMeterRegistry()), OnFailure.CONTINUE, clock);
    }

    /** Stands still: what is asked for together is judged on one day, also around midnight. */
    private static Clock clock(Clock now, Optional<LocalDate> asOf) {
        LocalDate day = asOf.orElseGet(() -> LocalDate.now(now));
        return Clock.fixed(day.atStartOfDay(now.getZone()).toInstant(), now.getZone());
    }

    private static Networks networks(Optional<String> fhirServer, LiverCdsConfig config) {
        return Content.orRefuse(
                "The FHIR server",
                () -> new Networks(
                        Networks.Network.of(
                                "The FHIR server",
                                fhirServer.map(List::of).orElse(List.of()),
                                OWN_NETWORK,
                                config.deadline()),
                        Map.of()));
    }

    /** Nobody gives feedback on these cards. */
    private static byte[] randomKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
