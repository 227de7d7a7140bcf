package org.livercds.service;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.livercds.cards.CardCatalogue;
import org.livercds.cards.CardCatalogues;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.patient.Limits;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.explain.Explainer;
import org.livercds.explain.Explanation;
import org.livercds.fhir.DraftOrders;
import org.livercds.fhir.ReadChart;
import org.livercds.hooks.Caller;
import org.livercds.hooks.Evaluation;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;

/** The whole assessment behind the answer of a service to a call. */
@Singleton
public final class ExplainService {

    private final ServiceRegistry services;
    private final DraftOrders drafts;
    private final Charts charts;
    private final CardCatalogues words;
    private final Limits limits;
    private final Evaluations evaluations;
    private final Clock clock;

    ExplainService(
            ServiceRegistry services,
            DraftOrders drafts,
            Charts charts,
            CardCatalogues words,
            Limits limits,
            Evaluations evaluations,
            Clock clock) {
        this.services = services;
        this.drafts = drafts;
        this.charts = charts;
        this.words = words;
        this.limits = limits;
        this.evaluations = evaluations;
        this.clock = clock;
    }

    /**
     * What is told.
     *
     * @param refused why the service itself would refuse the call; left out where it would answer
     * @param explanation left out for callers who get no treatment text
     */
    public record Explained(
            String service,
            Evaluation evaluation,
            RefusedWhy refused,
            Explanation explanation,
            Timings millisecondsOf) {}

    /** A refusal that does not keep the rest from being told. */
    public record RefusedWhy(int status, String why) {}

    /** Milliseconds, for the look of it: one call is no measurement. */
    public record Timings(double reading, double judging) {}

    /** @throws RefusedException where nothing of the call may be used, or there is no such service */
    public Explained explain(String id, HookRequest request, Caller caller) {
        CdsService service = services.required(id);
        Calls.requireHook(request, service.description().hook());
        LocalDate asOf = LocalDate.now(clock);
        if (request.isFromPatientOrRelative()) {
            Evaluation none = evaluations
                    .notApplicable(Evaluations.NOT_A_CLINICIAN, asOf)
                    .extension()
                    .evaluation();
            return new Explained(id, none, null, null, null);
        }
        long begin = System.nanoTime();
        ReadChart read = charts.read(request, caller, asOf);
        if (read.wrongPatient()) {
            throw new RefusedException(Refusal.WRONG_PATIENT);
        }
        long readAt = System.nanoTime();
        LiverChart chart = LiverChart.of(read.entries(), limits);
        Advice advice = LiverCancerGuideline.advise(chart);
        Explanation explanation = Explainer.explain(chart, advice, read.ledger(), ordered(service, request));
        Timings timings = new Timings(millis(begin, readAt), millis(readAt, System.nanoTime()));
        RefusedWhy refused = refusal(read, words.in(caller.language()));
        return new Explained(id, evaluations.of(advice, read.ledger(), asOf), refused, explanation, timings);
    }

    private Set<RecommendationId> ordered(CdsService service, HookRequest request) {
        return service.description().hook().startsWith("order-") ? Calls.ordered(drafts, request) : Set.of();
    }

    private static RefusedWhy refusal(ReadChart read, CardCatalogue words) {
        return Diagnosable.refusal(read)
                .map(RefusedException::refusal)
                .map(refusal -> new RefusedWhy(
                        refusal.status(), words.refusal(refusal.name()).orElseGet(refusal::sentence)))
                .orElse(null);
    }

    private static double millis(long begin, long end) {
        return (end - begin) / 1_000 / 1_000.0;
    }
}
