package org.livercds.service;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.livercds.cards.Call;
import org.livercds.cards.CardWriters;
import org.livercds.cards.SetAside;
import org.livercds.cards.Written;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.patient.Limits;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.fhir.ReadChart;
import org.livercds.hooks.Caller;
import org.livercds.hooks.Discovery;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.HookResponse;

/** The hook patient-view: a chart is opened. */
@Singleton
public final class PatientViewService implements CdsService {

    static final String ID = "liver-cancer-patient-view";
    private static final String HOOK = "patient-view";
    private static final int NUMBER = 0;

    private final Charts charts;
    private final CardWriters writers;
    private final SetAsides repeats;
    private final Limits limits;
    private final Evaluations evaluations;
    private final Clock clock;
    private final Discovery.Service description;

    PatientViewService(
            Descriptions descriptions,
            Charts charts,
            CardWriters writers,
            SetAsides repeats,
            Limits limits,
            Evaluations evaluations,
            Clock clock) {
        this.charts = charts;
        this.writers = writers;
        this.repeats = repeats;
        this.limits = limits;
        this.evaluations = evaluations;
        this.clock = clock;
        this.description = descriptions.of(
                HOOK,
                ID,
                "Liver cancer: options when a chart is opened",
                "Reads the patient's conditions, tumour findings, laboratory values and procedures and shows which "
                        + "criteria of three published documents on liver cancer are met, which data are missing, and "
                        + "the sources. Advisory, for clinicians; silent without a liver tumour.");
    }

    @Override
    public Discovery.Service description() {
        return description;
    }

    @Override
    public int number() {
        return NUMBER;
    }

    @Override
    public Answer answer(HookRequest request, Caller caller) {
        Calls.requireHook(request, HOOK);
        LocalDate asOf = LocalDate.now(clock);
        if (request.isFromPatientOrRelative()) {
            return Answer.silent(evaluations.notApplicable(Evaluations.NOT_A_CLINICIAN, asOf));
        }
        ReadChart read = charts.read(request, caller, asOf);
        Diagnosable.require(read);
        LiverChart chart = Step.of("read", () -> LiverChart.of(read.entries(), limits));
        Advice advice = Step.of("evaluate", () -> LiverCancerGuideline.advise(chart));
        SetAside setAside = advice.recommendations().isEmpty() ? SetAside.NOTHING : repeats.setAside(request, caller);
        Call call = new Call(NUMBER, request.patientId(), setAside);
        Written written = Step.of(
                "write", () -> writers.in(caller.language()).write(advice, chart, Diagnosable.notes(read), call));
        HookResponse response = new HookResponse(written.cards(), evaluations.of(advice, written, read.ledger(), asOf));
        return new Answer(response, written.shown(), Optional.of(advice));
    }
}
