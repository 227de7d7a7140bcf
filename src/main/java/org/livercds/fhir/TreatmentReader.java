package org.livercds.fhir;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LesionKey;
import org.livercds.clinical.patient.Measurement;
import org.livercds.clinical.patient.Treatment;
import org.livercds.codes.ConceptSet;

/**
 * Completed procedures of the liver as treatments. Some codes say themselves that they are of the liver; the others need
 * a body site or a target that does. A heart ablation is not a liver ablation.
 */
record TreatmentReader(
        Codes codes, Dates dates, BodyStructures lesions, List<Measurement> measurements, LocalDate asOf) {

    private static final String TARGET = "http://hl7.org/fhir/StructureDefinition/procedure-targetBodyStructure";

    private static final Map<ConceptSet, Treatment.Kind> OF_THE_LIVER = orderedKinds();

    private static final Map<ConceptSet, Treatment.Kind> OF_ANY_ORGAN = Map.of(
            ConceptSet.ARTERY_EMBOLIZATION, Treatment.Kind.EMBOLIZATION,
            ConceptSet.RADIATION_THERAPY, Treatment.Kind.RADIATION);

    Optional<Treatment> read(ReadResource read) {
        Procedure procedure = (Procedure) read.resource();
        if (procedure.getStatus() != Procedure.ProcedureStatus.COMPLETED) {
            return Optional.empty();
        }
        Optional<ChartDate> performed = performed(procedure);
        return kind(procedure)
                .map(kind -> new Treatment(
                        kind,
                        performed,
                        target(procedure),
                        new Evidence(read.reference(), "procedure", kind.name().toLowerCase(Locale.ROOT), performed)));
    }

    private Optional<Treatment.Kind> kind(Procedure procedure) {
        Set<ConceptSet> sets = codes.of(procedure.getCode());
        Optional<Treatment.Kind> ofTheLiver = first(OF_THE_LIVER, sets);
        return ofTheLiver.isPresent() || !isAtLiver(procedure) ? ofTheLiver : first(OF_ANY_ORGAN, sets);
    }

    private static Optional<Treatment.Kind> first(Map<ConceptSet, Treatment.Kind> kinds, Set<ConceptSet> sets) {
        return kinds.entrySet().stream()
                .filter(entry -> sets.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private boolean isAtLiver(Procedure procedure) {
        Sites sites = new Sites(codes);
        boolean atSite = procedure.getBodySite().stream().anyMatch(sites::isOfLiver);
        boolean atLesion = targets(procedure).stream()
                .flatMap(target -> lesions.find(target).stream())
                .anyMatch(structure -> sites.isLiver(structure.getLocation()) == Truth.MET);
        return atSite || atLesion || !measured(procedure).isEmpty();
    }

    /** A period without an end may have lasted until today. */
    private Optional<ChartDate> performed(Procedure procedure) {
        Optional<ChartDate> recorded = dates.of(procedure.getPerformed());
        boolean open = procedure.getPerformed() instanceof Period period && period.hasStart() && !period.hasEnd();
        return recorded.map(date -> open && date.latest().isBefore(asOf) ? new ChartDate(date.earliest(), asOf) : date);
    }

    /** The lesions that the procedure names; where one of them cannot be found, it may have been any. */
    private Treatment.Target target(Procedure procedure) {
        Set<LesionKey> keys = new HashSet<>();
        for (Reference target : targets(procedure)) {
            Optional<LesionKey> key = lesions.key(target);
            boolean known = lesions.find(target).isPresent()
                    || key.filter(this::isMeasured).isPresent();
            if (!known) {
                return Treatment.Target.wholeLiver();
            }
            key.ifPresent(keys::add);
        }
        if (hasUnknownReason(procedure)) {
            return Treatment.Target.wholeLiver();
        }
        Set<String> references = new HashSet<>();
        for (Measurement measurement : measured(procedure)) {
            references.add(measurement.evidence().reference());
            keys.add(measurement.key());
        }
        keys.removeIf(key -> key.kind() != LesionKey.Kind.IDENTIFIED);
        return new Treatment.Target(keys, references);
    }

    private boolean isMeasured(LesionKey key) {
        return measurements.stream().anyMatch(measurement -> measurement.key().equals(key));
    }

    private List<Measurement> measured(Procedure procedure) {
        Set<String> reasons = new HashSet<>();
        procedure.getReasonReference().forEach(reason -> References.of(reason).ifPresent(reasons::add));
        return measurements.stream()
                .filter(measurement -> measurement.inLiver() != Truth.NOT_MET)
                .filter(measurement -> reasons.contains(measurement.evidence().reference()))
                .toList();
    }

    /** One of several Observations that are the reason is no measurement here: it may be of any lesion. */
    private boolean hasUnknownReason(Procedure procedure) {
        return procedure.getReasonReference().stream()
                .filter(reason -> References.isOfType(reason, "Observation"))
                .flatMap(reason -> References.of(reason).stream())
                .anyMatch(reason -> measurements.stream()
                        .noneMatch(measurement ->
                                measurement.evidence().reference().equals(reason)));
    }

    static List<Reference> targets(Procedure procedure) {
        return procedure.getExtensionsByUrl(TARGET).stream()
                .map(Extension::getValue)
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast)
                .toList();
    }

    private static Map<ConceptSet, Treatment.Kind> orderedKinds() {
        Map<ConceptSet, Treatment.Kind> kinds = new LinkedHashMap<>();
        kinds.put(ConceptSet.LIVER_TRANSPLANT, Treatment.Kind.TRANSPLANT);
        kinds.put(ConceptSet.LIVER_RESECTION, Treatment.Kind.RESECTION);
        kinds.put(ConceptSet.LIVER_ABLATION, Treatment.Kind.ABLATION);
        kinds.put(ConceptSet.LIVER_RADIOEMBOLIZATION, Treatment.Kind.RADIOEMBOLIZATION);
        kinds.put(ConceptSet.LIVER_EMBOLIZATION, Treatment.Kind.EMBOLIZATION);
        kinds.put(ConceptSet.LIVER_RADIATION, Treatment.Kind.RADIATION);
        return kinds;
    }
}
