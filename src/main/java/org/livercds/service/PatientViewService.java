package org.livercds.service;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.livercds.cards.Call;
import org.livercds.cards.CardWriter;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.patient.Limits;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.codes.ValueSets;
import org.livercds.fhir.ChartCall;
import org.livercds.fhir.ChartGatherer;
import org.livercds.fhir.PrefetchTemplates;
import org.livercds.fhir.ReadChart;
import org.livercds.hooks.Card;
import org.livercds.hooks.Discovery;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;

/** The hook patient-view: a chart is opened. */
@Singleton
public final class PatientViewService implements CdsService {

    static final String ID = "liver-cancer-patient-view";
    private static final String HOOK = "patient-view";
    private static final int NUMBER = 0;

    private final ChartGatherer gatherer;
    private final CardWriter writer;
    private final Limits limits;
    private final Clock clock;
    private final Discovery.Service description;

    PatientViewService(ValueSets valueSets, ChartGatherer gatherer, CardWriter writer, Limits limits, Clock clock) {
        this.gatherer = gatherer;
        this.writer = writer;
        this.limits = limits;
        this.clock = clock;
        this.description = describe(PrefetchTemplates.of(valueSets));
    }

    @Override
    public Discovery.Service description() {
        return description;
    }

    @Override
    public HookResponse answer(HookRequest request) {
        LocalDate asOf = LocalDate.now(clock);
        if (request.hook().filter(hook -> !hook.equals(HOOK)).isPresent()) {
            throw new RefusedException(Refusal.OTHER_HOOK);
        }
        if (request.isFromPatientOrRelative()) {
            return Evaluations.notAClinician(asOf);
        }
        ReadChart read = gatherer.read(call(request, asOf));
        Diagnosable.require(read);
        LiverChart chart = LiverChart.of(read.entries(), limits);
        Advice advice = LiverCancerGuideline.advise(chart);
        List<Card> cards = writer.write(advice, chart, Diagnosable.notes(read), new Call(NUMBER, request.patientId()));
        return new HookResponse(cards, Evaluations.of(advice, read.ledger(), asOf));
    }

    private static ChartCall call(HookRequest request, LocalDate asOf) {
        return new ChartCall(
                request.patientId(),
                request.fhirServer(),
                request.fhirAuthorization().accessToken(),
                request.fhirAuthorization().scope(),
                request.prefetch(),
                asOf);
    }

    private static Discovery.Service describe(Map<String, String> prefetch) {
        String queries = prefetch.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("\n"));
        return new Discovery.Service(
                HOOK,
                ID,
                "Liver cancer: options when a chart is opened",
                "Reads the patient's conditions, tumour findings, laboratory values and procedures and shows which "
                        + "criteria of three published documents on liver cancer are met, which data are missing, and "
                        + "the sources. Advisory, for clinicians; silent without a liver tumour.",
                prefetch,
                "FHIR R4. Prefetch of these keys, or a registered fhirServer and read access to these types; conditions "
                        + "are required, the others make the answer complete:\n"
                        + queries,
                "2.0.1");
    }
}
