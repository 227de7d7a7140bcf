package org.livercds.service;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.livercds.cards.Call;
import org.livercds.cards.CardWriters;
import org.livercds.cards.SetAside;
import org.livercds.cards.Written;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.guideline.OrderReview;
import org.livercds.clinical.guideline.OrderReviews;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.patient.Limits;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.fhir.DraftOrders;
import org.livercds.fhir.ReadChart;
import org.livercds.hooks.Caller;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.HookResponse;

/** The answer to a call of an order hook: it speaks about the ordered treatments alone, and only where it disagrees. */
@Singleton
final class OrderAnswer {

    private final DraftOrders drafts;
    private final Charts charts;
    private final CardWriters writers;
    private final SetAsides repeats;
    private final Limits limits;
    private final Evaluations evaluations;
    private final Clock clock;

    OrderAnswer(
            DraftOrders drafts,
            Charts charts,
            CardWriters writers,
            SetAsides repeats,
            Limits limits,
            Evaluations evaluations,
            Clock clock) {
        this.drafts = drafts;
        this.charts = charts;
        this.writers = writers;
        this.repeats = repeats;
        this.limits = limits;
        this.evaluations = evaluations;
        this.clock = clock;
    }

    Answer to(HookRequest request, Caller caller, CdsService service) {
        LocalDate asOf = LocalDate.now(clock);
        if (request.isFromPatientOrRelative()) {
            return Answer.silent(evaluations.notApplicable(Evaluations.NOT_A_CLINICIAN, asOf));
        }
        Set<RecommendationId> ordered = Calls.ordered(drafts, request);
        if (ordered.isEmpty()) {
            return Answer.silent(evaluations.notApplicable(Evaluations.NO_RELEVANT_ORDER, asOf));
        }
        ReadChart read = charts.read(request, caller, asOf);
        Diagnosable.require(read);
        LiverChart chart = Step.of("read", () -> LiverChart.of(read.entries(), limits));
        Advice advice = Step.of("evaluate", () -> LiverCancerGuideline.advise(chart));
        List<OrderReview> reviews = ordered.stream()
                .flatMap(treatment -> OrderReviews.of(treatment, chart, advice).stream())
                .toList();
        SetAside setAside = reviews.isEmpty() ? SetAside.NOTHING : repeats.setAside(request, caller);
        Call call = new Call(service.number(), request.patientId(), setAside);
        Written written =
                Step.of("write", () -> writers.in(caller.language()).writeOrders(reviews, advice, chart, call));
        HookResponse response = new HookResponse(written.cards(), evaluations.of(advice, written, read.ledger(), asOf));
        return new Answer(response, written.shown(), Optional.of(advice));
    }
}
