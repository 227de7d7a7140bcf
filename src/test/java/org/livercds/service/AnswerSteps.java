package org.livercds.service;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.livercds.audit.Trails;
import org.livercds.cards.Call;
import org.livercds.cards.CardWriters;
import org.livercds.cards.SetAside;
import org.livercds.cards.ShippedCards;
import org.livercds.cards.Written;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.patient.Limits;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ContentVersion;
import org.livercds.codes.ValueSets;
import org.livercds.fhir.ChartGatherer;
import org.livercds.fhir.ChartReader;
import org.livercds.fhir.Networks;
import org.livercds.fhir.ReadChart;
import org.livercds.hooks.Caller;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.Language;
import org.livercds.hooks.WireJson;

/** The hook patient-view without HTTP, whole and step by step: what benchmarks measure of it. */
public final class AnswerSteps implements AutoCloseable {

    /** What the rules make of a chart. */
    public record Judged(LiverChart chart, Advice advice) {}

    private static final Limits LIMITS = Limits.standard();
    private static final Evaluations EVALUATIONS = new Evaluations(ContentVersion.released());
    private static final Clock CLOCK = Clock.systemUTC();

    private final Vertx vertx = Vertx.vertx();
    private final ChartGatherer gatherer;
    private final Charts charts;
    private final CardWriters cards = ShippedCards.writers();
    private final PatientViewService service;

    public AnswerSteps() {
        ValueSets valueSets = ValueSets.read(ContentFolder.inJar("fhir-profiles"));
        gatherer = new ChartGatherer(
                new ChartReader(valueSets, ZoneOffset.UTC, List.of("urn:livercds:lesion")),
                valueSets,
                LIMITS,
                new Networks(Networks.Network.of("test", List.of(), List.of(), Duration.ofSeconds(1)), Map.of()),
                vertx,
                WireJson::readOnce,
                new Turns(2));
        charts = new Charts(gatherer, Trails.off());
        service = new PatientViewService(
                new Descriptions(valueSets, ContentVersion.released(), ""),
                charts,
                cards,
                Repeats.none(),
                LIMITS,
                EVALUATIONS,
                CLOCK);
    }

    /** The day on which everything happens. */
    public static LocalDate today() {
        return LocalDate.now(CLOCK);
    }

    public HookRequest parse(byte[] body) {
        return WireJson.readRequest(body);
    }

    public ReadChart read(HookRequest request) {
        return charts.read(request, Caller.UNKNOWN, today());
    }

    public Judged evaluate(ReadChart read) {
        LiverChart chart = LiverChart.of(read.entries(), LIMITS);
        return new Judged(chart, LiverCancerGuideline.advise(chart));
    }

    public byte[] write(Judged judged, ReadChart read, String patient) {
        Call call = new Call(service.number(), patient, SetAside.NOTHING);
        Written written = cards.in(Language.EN).write(judged.advice(), judged.chart(), Diagnosable.notes(read), call);
        return WireJson.write(
                new HookResponse(written.cards(), EVALUATIONS.of(judged.advice(), written, read.ledger(), today())));
    }

    /** All of it, as the service does it. */
    public byte[] answer(byte[] body) {
        return WireJson.write(service.answer(parse(body), Caller.UNKNOWN).response());
    }

    @Override
    public void close() {
        gatherer.close();
        vertx.close();
    }
}
