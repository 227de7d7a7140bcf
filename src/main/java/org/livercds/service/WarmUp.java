package org.livercds.service;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.livercds.audit.AuditTrail;
import org.livercds.audit.Told;
import org.livercds.fhir.ChartGatherer;
import org.livercds.hooks.Caller;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.Language;
import org.livercds.hooks.WireJson;

/**
 * Answers two synthetic patients before the port opens: what fails here, or answers otherwise than it should, stops the
 * start.
 */
final class WarmUp {

    private static final int LAST = 10_000;

    /** One who gets a card, and one who gets none. */
    private static final Map<String, List<String>> GOLDEN = Map.of(
            "three-metastases-under-3-cm", List.of("ablation", "otherOptions", "checkFirst"),
            "no-liver-disease", List.of());

    void run(
            @Observes @Priority(LAST) StartupEvent start,
            DemoRequests requests,
            PatientViewService service,
            ChartGatherer gatherer,
            Phase phase,
            AuditTrail audit)
            throws InterruptedException {
        gatherer.warmUp();
        for (String name : GOLDEN.keySet()) {
            byte[] body = WireJson.write(requests.today(name).orElseThrow());
            HookRequest request = WireJson.readRequest(body);
            for (Language language : Language.values()) {
                HookResponse answer =
                        service.answer(request, Caller.UNKNOWN.in(language)).response();
                requireGolden(name, answer);
                audit.rehearse(request, Told.of(answer));
            }
        }
        phase.isReached();
    }

    static void requireGolden(String name, HookResponse answer) {
        List<String> topics = answer.cards().stream()
                .map(card -> card.source().topic().code())
                .toList();
        if (!GOLDEN.getOrDefault(name, topics).equals(topics)) {
            throw new StartRefusedException("the synthetic patient " + name + " gets the cards " + topics + " and not "
                    + GOLDEN.get(name) + ". Look at livercds.fhir-profiles.directory.");
        }
    }
}
