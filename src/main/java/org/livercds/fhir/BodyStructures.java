package org.livercds.fhir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.BodyStructure;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.livercds.clinical.patient.LesionKey;

/**
 * The lesions that the chart names, found by reference. A lesion's key is its identifier of a lesion system, so that a
 * BodyStructure and an Observation with the same identifier speak of one lesion; else the reference itself, also one that
 * leads nowhere. Other identifiers, such as accession numbers, are no key.
 *
 * @param lesionSystems identifier systems of lesions
 * @param unread not all BodyStructures could be read
 */
record BodyStructures(Map<String, BodyStructure> byReference, List<String> lesionSystems, boolean unread) {

    static BodyStructures of(List<ReadResource> resources, List<String> lesionSystems, boolean unread) {
        Map<String, BodyStructure> byReference = new HashMap<>();
        for (ReadResource read : resources) {
            if (read.resource() instanceof BodyStructure structure) {
                byReference.put(References.of(structure), structure);
                byReference.put(read.fullUrl(), structure);
            }
        }
        return new BodyStructures(byReference, lesionSystems, unread);
    }

    private static final Pattern READABLE = Pattern.compile("BodyStructure/[A-Za-z0-9._-]{1,256}");

    /**
     * References of the BodyStructures that resources name and nobody gave, without the server.
     *
     * @param fhirServer an absolute reference has to be of it
     */
    Set<String> lacking(List<ReadResource> resources, Optional<String> fhirServer) {
        Set<String> lacking = new TreeSet<>();
        for (ReadResource read : resources) {
            for (Reference named : named(read.resource())) {
                References.of(named)
                        .filter(text -> References.isOfType(named, "BodyStructure")
                                && References.isOfServer(named, fhirServer)
                                && READABLE.matcher(text).matches()
                                && !byReference.containsKey(text))
                        .ifPresent(lacking::add);
            }
        }
        return lacking;
    }

    private static List<Reference> named(Resource resource) {
        if (resource instanceof Observation observation) {
            return observation.getFocus();
        }
        return resource instanceof Procedure procedure ? TreatmentReader.targets(procedure) : List.of();
    }

    Optional<BodyStructure> find(Reference reference) {
        if (reference.getResource() instanceof BodyStructure contained) {
            return Optional.of(contained);
        }
        return References.of(reference).map(byReference::get);
    }

    /** What is contained in one resource and has no identifier is a key to nothing. */
    Optional<LesionKey> key(Reference reference) {
        Optional<Identifier> identifier = find(reference)
                .flatMap(structure -> lesionIdentifier(structure.getIdentifier()))
                .or(() -> lesionIdentifier(List.of(reference.getIdentifier())));
        return identifier
                .map(BodyStructures::text)
                .map(LesionKey::identified)
                .or(() -> References.of(reference)
                        .filter(text -> !text.startsWith("#"))
                        .map(text -> unread && !byReference.containsKey(text)
                                ? LesionKey.unresolved(text)
                                : LesionKey.identified(text)));
    }

    Optional<LesionKey> key(List<Identifier> identifiers) {
        return lesionIdentifier(identifiers).map(BodyStructures::text).map(LesionKey::identified);
    }

    private Optional<Identifier> lesionIdentifier(List<Identifier> identifiers) {
        return identifiers.stream()
                .filter(Identifier::hasValue)
                .filter(identifier -> identifier.getSystem() != null && lesionSystems.contains(identifier.getSystem()))
                .findFirst();
    }

    private static String text(Identifier identifier) {
        return identifier.getSystem() + "|" + identifier.getValue();
    }
}
