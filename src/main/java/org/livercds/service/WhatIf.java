package org.livercds.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.livercds.codes.ValueSets;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;

/**
 * The same request about a chart in which something is otherwise. The service then answers it like any other, so that
 * nothing but the rules says what would follow.
 */
@Singleton
public final class WhatIf {

    private final ServiceRegistry services;
    private final ValueSets valueSets;
    private final String lesionSystem;
    private final Clock clock;

    WhatIf(ServiceRegistry services, ValueSets valueSets, LiverCdsConfig config, Clock clock) {
        this.services = services;
        this.valueSets = valueSets;
        this.lesionSystem =
                config.lesionIdentifierSystems().stream().findFirst().orElse("urn:livercds:lesion");
        this.clock = clock;
    }

    /**
     * The amended request.
     *
     * @param service the one that would be asked
     * @param question the members {@code request} and {@code changes}
     * @throws RefusedException where the request is none, a change cannot be understood, or the chart is not in it
     */
    public ObjectNode amended(String service, ObjectNode question) {
        services.required(service);
        if (!(question.path("request") instanceof ObjectNode body)) {
            throw new RefusedException(Refusal.NOT_A_HOOK_REQUEST);
        }
        HookRequest request = WireJson.readRequest(WireJson.write(body));
        Changes changes = Changes.of(question.path("changes"));
        PrefetchedObservations chart = PrefetchedObservations.of(body.path("prefetch"));
        FindingsToday findings = new FindingsToday(request.patientId(), LocalDate.now(clock));
        LesionsToday lesions = new LesionsToday(chart, valueSets, findings, lesionSystem);
        changes.lesions().ifPresent(lesions::become);
        changes.allListed().ifPresent(listed -> {
            chart.remove(findings.are(List.of("lesion-count", "lesions-innumerable", "lesion-list-complete")));
            ObjectNode statement = findings.statement("lesion-list-complete");
            chart.add(statement.put("valueBoolean", listed));
        });
        changes.resectability().ifPresent(value -> judge(chart, findings, "resectability", value));
        changes.spread().ifPresent(value -> judge(chart, findings, "extrahepatic-disease", value));
        return body;
    }

    private static void judge(PrefetchedObservations chart, FindingsToday findings, String finding, String value) {
        chart.remove(findings.are(List.of(finding)));
        if (!value.equals(Changes.NOT_RECORDED)) {
            ObjectNode statement = findings.statement(finding);
            statement.set("valueCodeableConcept", FindingsToday.value(value));
            chart.add(statement);
        }
    }

    /** Own findings about one patient, as if recorded today. */
    record FindingsToday(String patientId, LocalDate today) {

        private static final String OWN = "https://livercds.org/fhir/CodeSystem/liver-finding";

        Predicate<ObjectNode> are(List<String> codes) {
            return observation -> {
                for (JsonNode coding : observation.path("code").path("coding")) {
                    if (OWN.equals(coding.path("system").asText())
                            && codes.contains(coding.path("code").asText())) {
                        return true;
                    }
                }
                return false;
            };
        }

        ObjectNode statement(String code) {
            ObjectNode observation = observation("what-if-" + code);
            observation.set("code", concept(OWN, code));
            return observation;
        }

        ObjectNode observation(String id) {
            ObjectNode observation = JsonNodeFactory.instance.objectNode();
            observation.put("resourceType", "Observation").put("id", id).put("status", "final");
            observation.putObject("subject").put("reference", "Patient/" + patientId);
            return observation.put("effectiveDateTime", today.toString());
        }

        static ObjectNode value(String code) {
            return concept(OWN + "-value", code);
        }

        static ObjectNode concept(String system, String code) {
            ObjectNode concept = JsonNodeFactory.instance.objectNode();
            concept.putArray("coding").addObject().put("system", system).put("code", code);
            return concept;
        }
    }
}
