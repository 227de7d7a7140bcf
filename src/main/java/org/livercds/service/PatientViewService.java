package org.livercds.service;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.livercds.cards.CardCatalogue;
import org.livercds.cards.CardWriter;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.patient.Limits;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.codes.ValueSets;
import org.livercds.fhir.ChartReader;
import org.livercds.fhir.KeyState;
import org.livercds.fhir.PrefetchKey;
import org.livercds.fhir.PrefetchTemplates;
import org.livercds.hooks.CardIds;
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

    private final ChartReader reader;
    private final CardWriter writer;
    private final Limits limits;
    private final Clock clock;
    private final Discovery.Service description;

    PatientViewService(
            ValueSets valueSets, ChartReader reader, CardCatalogue cards, CardIds ids, Limits limits, Clock clock) {
        this.reader = reader;
        this.writer = new CardWriter(cards, ids, NUMBER);
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
        ChartReader.ReadChart read = reader.read(request.patientId(), request.fhirServer(), request.prefetch(), asOf);
        requireDiagnosis(read);
        LiverChart chart = LiverChart.of(read.entries(), limits);
        Advice advice = LiverCancerGuideline.advise(chart);
        return new HookResponse(writer.write(advice, chart), Evaluations.of(advice, read.ledger(), asOf));
    }

    /** Without any word on the patient's conditions nothing can be said, not even that there is nothing to say. */
    private static void requireDiagnosis(ChartReader.ReadChart read) {
        if (read.wrongPatient()) {
            throw new RefusedException(Refusal.WRONG_PATIENT);
        }
        KeyState conditions = read.ledger().state(PrefetchKey.CONDITIONS);
        if (!conditions.isComplete() && conditions != KeyState.PARTIAL) {
            throw new RefusedException(Refusal.NO_CONDITIONS);
        }
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
                "FHIR R4. Prefetch of these keys; conditions are required, the others make the answer complete:\n"
                        + queries,
                "2.0.1");
    }
}
