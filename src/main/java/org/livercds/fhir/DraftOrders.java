package org.livercds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.patient.Drug;
import org.livercds.codes.ConceptSet;
import org.livercds.codes.ValueSets;

/**
 * The treatments of the liver that the draft orders of a call ask for. Drafts are read as clients send them: raw, because
 * many are no valid FHIR, and a draft that cannot be parsed may still be the one to warn of.
 */
public final class DraftOrders {

    private static final Set<String> PROCEDURES = Set.of("ServiceRequest", "ProcedureRequest");
    private static final Set<String> DRUGS = Set.of("MedicationRequest", "MedicationOrder");
    private static final Set<String> WITHDRAWN =
            Set.of("entered-in-error", "cancelled", "revoked", "stopped", "completed", "rejected");

    /** The first that a code belongs to decides: electroporation is a kind of ablation. */
    private static final List<Map.Entry<ConceptSet, RecommendationId>> OF_THE_LIVER = List.of(
            Map.entry(ConceptSet.LIVER_ELECTROPORATION, RecommendationId.IRREVERSIBLE_ELECTROPORATION),
            Map.entry(ConceptSet.LIVER_ABLATION, RecommendationId.ABLATION),
            Map.entry(ConceptSet.LIVER_RADIOEMBOLIZATION, RecommendationId.RADIOEMBOLIZATION),
            Map.entry(ConceptSet.LIVER_EMBOLIZATION, RecommendationId.EMBOLIZATION),
            Map.entry(ConceptSet.LIVER_TRANSPLANT, RecommendationId.TRANSPLANT),
            Map.entry(ConceptSet.LIVER_RESECTION, RecommendationId.RESECTION),
            Map.entry(ConceptSet.LIVER_RADIATION, RecommendationId.RADIATION));

    private static final List<Map.Entry<ConceptSet, RecommendationId>> OF_ANY_ORGAN = List.of(
            Map.entry(ConceptSet.ARTERY_EMBOLIZATION, RecommendationId.EMBOLIZATION),
            Map.entry(ConceptSet.RADIATION_THERAPY, RecommendationId.RADIATION));

    private static final Set<ConceptSet> LIVER =
            EnumSet.of(ConceptSet.LIVER_STRUCTURE, ConceptSet.LIVER_SEGMENT, ConceptSet.HEPATIC_VESSEL);

    private final Codes codes;

    public DraftOrders(ValueSets valueSets) {
        this.codes = new Codes(valueSets);
    }

    /**
     * The treatments, by the recommendations that stand for them.
     *
     * @param drafts a Bundle, or a list of resources; anything else holds no draft
     * @param selections references of the drafts that were just selected; where none of them is among the drafts, or there
     *     are none, all drafts count
     */
    public Set<RecommendationId> treatments(
            JsonNode drafts, JsonNode selections, String patientId, Optional<String> fhirServer) {
        new SiteCodings(codes.valueSets()).translate(drafts);
        List<Draft> all = read(drafts);
        SubjectGuard guard = new SubjectGuard(patientId, fhirServer, Set.of());
        Set<String> selected = Set.copyOf(RawJson.elements(selections)
                .filter(JsonNode::isTextual)
                .map(reference -> References.normal(reference.asText()))
                .toList());
        List<Draft> chosen =
                all.stream().filter(draft -> draft.isAmong(selected)).toList();
        Set<RecommendationId> treatments = EnumSet.noneOf(RecommendationId.class);
        (chosen.isEmpty() ? all : chosen)
                .stream()
                        .filter(draft -> guard.judge(draft.resource()) != SubjectGuard.Verdict.OTHER_PATIENT)
                        .filter(Draft::isOrdered)
                        .flatMap(draft -> treatment(draft, all).stream())
                        .forEach(treatments::add);
        return treatments;
    }

    /** A resource and the address under which its Bundle gave it. */
    private record Draft(ObjectNode resource, String fullUrl) {

        String type() {
            return resource.path("resourceType").asText();
        }

        String reference() {
            return type() + "/" + resource.path("id").asText();
        }

        boolean isAmong(Set<String> references) {
            return references.contains(reference()) || references.contains(References.normal(fullUrl));
        }

        boolean isOrdered() {
            return !resource.path("doNotPerform").asBoolean()
                    && !WITHDRAWN.contains(resource.path("status").asText());
        }
    }

    private static List<Draft> read(JsonNode drafts) {
        List<Draft> read = new ArrayList<>();
        RawJson.elements(drafts.isArray() ? drafts : drafts.path("entry")).forEach(entry -> {
            JsonNode resource = entry.has("resourceType") ? entry : entry.path("resource");
            if (resource instanceof ObjectNode object) {
                read.add(new Draft(object, entry.path("fullUrl").asText()));
            }
        });
        return read;
    }

    private Optional<RecommendationId> treatment(Draft draft, List<Draft> all) {
        if (PROCEDURES.contains(draft.type())) {
            return procedure(draft.resource());
        }
        return DRUGS.contains(draft.type()) && isSystemicTherapy(draft.resource(), all)
                ? Optional.of(RecommendationId.SYSTEMIC_THERAPY)
                : Optional.empty();
    }

    private Optional<RecommendationId> procedure(ObjectNode request) {
        Set<ConceptSet> ordered = sets(RawJson.elements(request.path("code")));
        Optional<RecommendationId> ofTheLiver = first(OF_THE_LIVER, ordered);
        boolean atLiver =
                sets(RawJson.elements(request.path("bodySite"))).stream().anyMatch(LIVER::contains);
        return ofTheLiver.isPresent() || !atLiver ? ofTheLiver : first(OF_ANY_ORGAN, ordered);
    }

    /** By code or name; where the request only refers to a Medication, that one is looked at. */
    private boolean isSystemicTherapy(ObjectNode request, List<Draft> all) {
        String reference = request.path("medicationReference").path("reference").asText();
        Stream<JsonNode> medications = all.stream()
                .filter(draft -> draft.type().equals("Medication"))
                .filter(draft -> !reference.isEmpty() && draft.isAmong(Set.of(References.normal(reference))))
                .map(draft -> request.objectNode()
                        .set("medicationCodeableConcept", draft.resource().path("code")));
        return Stream.concat(Stream.of(request), medications)
                .flatMap(medication -> new DrugWords(codes).of(medication).stream())
                .anyMatch(ingredient -> ingredient.kind() == Drug.Kind.SYSTEMIC_THERAPY);
    }

    private Set<ConceptSet> sets(Stream<JsonNode> concepts) {
        Set<ConceptSet> sets = EnumSet.noneOf(ConceptSet.class);
        concepts.flatMap(concept -> RawJson.elements(concept.path("coding")))
                .forEach(coding -> sets.addAll(codes.setsOf(coding)));
        return sets;
    }

    private static Optional<RecommendationId> first(
            List<Map.Entry<ConceptSet, RecommendationId>> treatments, Set<ConceptSet> ordered) {
        return treatments.stream()
                .filter(treatment -> ordered.contains(treatment.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
