package org.livercds.peer;

import ca.uhn.fhir.rest.api.server.cdshooks.CdsServiceRequestJson;
import ca.uhn.hapi.fhir.cdshooks.api.CdsService;
import ca.uhn.hapi.fhir.cdshooks.api.CdsServicePrefetch;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceIndicatorEnum;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseCardJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseCardSourceJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;

/**
 * The least that can be said of the liver: how many lesions there are, how large they are, and one card for three of the
 * four kinds of charts of the benchmark. What it costs is the module, not this.
 */
public class LiverService {

    private static final Set<String> CANCER = Set.of("109841003", "94381002");
    private static final String SIZE = "33728-7";
    private static final String ABLATION = "230860006";
    private static final BigDecimal SMALL = BigDecimal.ONE;
    private static final BigDecimal LARGE = BigDecimal.valueOf(3);

    @CdsService(
            value = "liver-cancer-patient-view",
            hook = "patient-view",
            title = "Liver cancer, the least",
            description = "To measure against",
            prefetch = {
                @CdsServicePrefetch(value = "patient", query = "Patient/{{context.patientId}}"),
                @CdsServicePrefetch(value = "conditions", query = "Condition?patient={{context.patientId}}"),
                @CdsServicePrefetch(value = "observations", query = "Observation?patient={{context.patientId}}"),
                @CdsServicePrefetch(value = "procedures", query = "Procedure?patient={{context.patientId}}")
            })
    public CdsServiceResponseJson answer(CdsServiceRequestJson request) {
        List<Observation> findings =
                all(request, "observations", Observation.class).toList();
        List<BigDecimal> sizes = findings.stream()
                .filter(finding -> has(finding.getCode(), Set.of(SIZE)))
                .map(LiverService::centimetres)
                .toList();
        boolean cancer = all(request, "conditions", Condition.class).anyMatch(found -> has(found.getCode(), CANCER));
        boolean ablated =
                all(request, "procedures", Procedure.class).anyMatch(done -> has(done.getCode(), Set.of(ABLATION)));
        boolean unresectable = findings.stream().anyMatch(LiverService::isUnresectable);
        CdsServiceResponseJson answer = new CdsServiceResponseJson();
        if (cancer && !sizes.isEmpty()) {
            advise(answer, sizes, unresectable, ablated);
        }
        return answer;
    }

    private static void advise(
            CdsServiceResponseJson answer, List<BigDecimal> sizes, boolean unresectable, boolean ablated) {
        BigDecimal largest = sizes.stream().max(BigDecimal::compareTo).orElseThrow();
        String detail = sizes.size() + " lesions, the largest of " + largest.toPlainString() + " cm.";
        if (largest.compareTo(SMALL) < 0) {
            answer.addCard(card("The largest lesion is below 1 cm: consider surveillance", detail));
        } else if (largest.compareTo(LARGE) < 0 && sizes.size() <= 3 && !ablated) {
            answer.addCard(card("Up to three lesions, each below 3 cm: consider ablation", detail));
        }
        if (unresectable) {
            answer.addCard(card("It cannot be resected: consider embolization", detail));
        }
    }

    private static CdsServiceResponseCardJson card(String summary, String detail) {
        CdsServiceResponseCardSourceJson source = new CdsServiceResponseCardSourceJson();
        source.setLabel("A benchmark");
        CdsServiceResponseCardJson card = new CdsServiceResponseCardJson();
        card.setUuid(UUID.randomUUID().toString());
        card.setSummary(summary);
        card.setDetail(detail);
        card.setIndicator(CdsServiceIndicatorEnum.INFO);
        card.setSource(source);
        return card;
    }

    private static <T extends Resource> Stream<T> all(CdsServiceRequestJson request, String key, Class<T> type) {
        Bundle bundle = (Bundle) request.getPrefetch(key);
        return bundle.getEntry().stream().map(entry -> type.cast(entry.getResource()));
    }

    private static BigDecimal centimetres(Observation size) {
        BigDecimal value = size.getValueQuantity().getValue();
        return "mm".equals(size.getValueQuantity().getCode()) ? value.movePointLeft(1) : value;
    }

    private static boolean isUnresectable(Observation finding) {
        return has(finding.getCode(), Set.of("resectability"))
                && has(finding.getValueCodeableConcept(), Set.of("unresectable"));
    }

    private static boolean has(CodeableConcept concept, Set<String> codes) {
        return concept.getCoding().stream().anyMatch(coding -> codes.contains(coding.getCode()));
    }
}
