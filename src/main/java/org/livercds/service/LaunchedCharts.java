package org.livercds.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.patient.Limits;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.explain.Board;
import org.livercds.fhir.KeyState;
import org.livercds.fhir.PrefetchKey;
import org.livercds.fhir.ReadChart;
import org.livercds.hooks.Caller;
import org.livercds.hooks.Evaluation;
import org.livercds.hooks.FhirAuthorization;
import org.livercds.hooks.HookRequest;
import org.livercds.outbound.FetchProblem;
import org.livercds.security.smart.AppSession;
import org.livercds.security.smart.LaunchException;
import org.livercds.security.smart.LaunchProblem;

/** The chart of the patient for whom an EHR opened the page, read as that of a call without prefetch. */
@Singleton
public final class LaunchedCharts {

    private static final String NAME = "picture";

    private final Charts charts;
    private final Limits limits;
    private final Evaluations evaluations;
    private final Clock clock;
    private final Duration time;

    LaunchedCharts(Charts charts, Limits limits, Evaluations evaluations, Clock clock, LiverCdsConfig config) {
        this.charts = charts;
        this.limits = limits;
        this.evaluations = evaluations;
        this.clock = clock;
        this.time = config.app().deadline();
    }

    /** A chart of which a page can be made. */
    public record LaunchedChart(Board board, Evaluation evaluation) {
        /** Without the chart. */
        @Override
        public String toString() {
            return "LaunchedChart";
        }
    }

    /** The EHR of a session. */
    public static Caller caller(AppSession session) {
        return new Caller(
                Optional.of(session.client()), Optional.of(session.fhirServer()), Optional.empty(), Optional.empty());
    }

    /** A session as the call that it stands for. */
    public static HookRequest request(AppSession session) {
        ObjectNode context = JsonNodeFactory.instance.objectNode().put("patientId", session.patient());
        session.user().ifPresent(user -> context.put("userId", user));
        return new HookRequest(
                Optional.of(NAME),
                Optional.empty(),
                session.patient(),
                session.user(),
                Optional.of(session.fhirServer()),
                new FhirAuthorization(Optional.of(session.accessToken()), session.scope()),
                context,
                JsonNodeFactory.instance.objectNode());
    }

    /** @throws LaunchException where it is not to be shown, or there is nothing to show */
    public LaunchedChart read(HookRequest request, Caller caller) {
        if (request.isFromPatientOrRelative()) {
            throw new LaunchException(LaunchProblem.NOT_A_CLINICIAN);
        }
        LocalDate asOf = LocalDate.now(clock);
        ReadChart read = charts.read(request, caller, asOf, time);
        problem(read).ifPresent(problem -> {
            throw new LaunchException(problem);
        });
        LiverChart chart = LiverChart.of(read.entries(), limits);
        Advice advice = LiverCancerGuideline.advise(chart);
        Board board = Board.of(request.patientId(), read, chart, advice);
        return new LaunchedChart(board, evaluations.of(advice, read.ledger(), asOf));
    }

    private static Optional<LaunchProblem> problem(ReadChart read) {
        boolean ofAnother = read.wrongPatient()
                || read.ledger().entries().stream().anyMatch(entry -> entry.state() == KeyState.FOREIGN_PATIENT);
        if (ofAnother) {
            return Optional.of(LaunchProblem.WRONG_PATIENT);
        }
        boolean refused = read.ledger().entries().stream()
                .filter(entry -> entry.key() == PrefetchKey.CONDITIONS)
                .anyMatch(entry -> entry.problem()
                        .filter(FetchProblem.UNAUTHORIZED.name()::equals)
                        .isPresent());
        return Diagnosable.refusal(read)
                .map(any -> refused ? LaunchProblem.TOKEN_REFUSED : LaunchProblem.CHART_NOT_READ);
    }
}
