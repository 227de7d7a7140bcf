package org.livercds.fhir;

import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Resource;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.patient.Problem;
import org.livercds.codes.ConceptSet;

/**
 * Conditions as problems. Refuted ones and those entered in error are invisible, and so is a suspicion that was dropped.
 * A missing clinical status is active, a missing verification confirmed; a status that is there and
 * cannot be understood makes it a suspicion.
 */
record ProblemReader(Codes codes, Dates dates) {

    private static final Set<String> INVISIBLE = Set.of("refuted", "entered-in-error");
    private static final Set<String> PAST = Set.of("inactive", "remission", "resolved");
    private static final Set<String> PRESENT = Set.of("active", "recurrence", "relapse");
    private static final Set<String> CONFIRMED = Set.of("confirmed");
    private static final Set<String> UNCONFIRMED = Set.of("unconfirmed", "provisional", "differential");
    private static final Set<String> AGAIN = Set.of("recurrence", "relapse");

    private static final Map<ConceptSet, Problem.Kind> KINDS = Map.ofEntries(
            entry(ConceptSet.HEPATOCELLULAR_CARCINOMA, Problem.Kind.HEPATOCELLULAR_CARCINOMA),
            entry(ConceptSet.PRIMARY_LIVER_CANCER, Problem.Kind.PRIMARY_LIVER_CANCER),
            entry(ConceptSet.LIVER_CANCER_UNSPECIFIED, Problem.Kind.UNSPECIFIED_LIVER_CANCER),
            entry(ConceptSet.INTRAHEPATIC_CHOLANGIOCARCINOMA, Problem.Kind.CHOLANGIOCARCINOMA),
            entry(ConceptSet.HEPATOBLASTOMA, Problem.Kind.HEPATOBLASTOMA),
            entry(ConceptSet.LIVER_SARCOMA, Problem.Kind.SARCOMA),
            entry(ConceptSet.LIVER_METASTASES, Problem.Kind.LIVER_METASTASES),
            entry(ConceptSet.LIVER_CANCER_SPREAD, Problem.Kind.LIVER_CANCER_SPREAD),
            entry(ConceptSet.LIVER_CANCER_RECURRENCE, Problem.Kind.LIVER_CANCER_RECURRENCE),
            entry(ConceptSet.LIVER_CANCER_HISTORY, Problem.Kind.LIVER_CANCER_HISTORY),
            entry(ConceptSet.EXTRAHEPATIC_METASTASES, Problem.Kind.EXTRAHEPATIC_METASTASES),
            entry(ConceptSet.MALIGNANCY, Problem.Kind.MALIGNANCY),
            entry(ConceptSet.CIRRHOSIS, Problem.Kind.CIRRHOSIS),
            entry(ConceptSet.VIRAL_HEPATITIS, Problem.Kind.VIRAL_HEPATITIS),
            entry(ConceptSet.PORTAL_VEIN_THROMBOSIS, Problem.Kind.PORTAL_VEIN_THROMBOSIS),
            entry(ConceptSet.PORTAL_HYPERTENSION, Problem.Kind.PORTAL_HYPERTENSION),
            entry(ConceptSet.TRANSPLANTED_LIVER, Problem.Kind.TRANSPLANTED_LIVER),
            entry(ConceptSet.BENIGN_LIVER_LESION, Problem.Kind.BENIGN_LIVER_LESION));

    private static final Map<Problem.State, String> SUBJECTS = Map.of(
            Problem.State.ACTIVE, "condition",
            Problem.State.SUSPECTED, "suspected-condition",
            Problem.State.HISTORY, "past-condition");

    Optional<Problem> read(ReadResource read) {
        Condition condition = (Condition) read.resource();
        Set<ConceptSet> sets = codes.of(condition.getCode());
        Set<Problem.Kind> kinds = EnumSet.noneOf(Problem.Kind.class);
        for (ConceptSet set : sets) {
            if (KINDS.containsKey(set)) {
                kinds.add(KINDS.get(set));
            }
        }
        return state(condition)
                .filter(state -> !kinds.isEmpty())
                .map(state -> new Problem(
                        kinds,
                        state,
                        has(condition.getClinicalStatus(), AGAIN),
                        evidence(read, condition, sets, state)));
    }

    /** References of active, confirmed, benign liver conditions, and of what they are the diagnosis of. */
    Set<String> benignReferences(List<ReadResource> resources) {
        Set<String> references = new HashSet<>();
        for (ReadResource read : resources) {
            if (read.resource() instanceof Condition condition && isBenign(condition)) {
                references.add(read.typeAndId());
                references.add(read.fullUrl());
                condition.getEvidence().stream()
                        .flatMap(evidence -> evidence.getDetail().stream())
                        .flatMap(detail -> References.of(detail).stream())
                        .forEach(references::add);
            }
        }
        references.removeIf(reference -> !reference.contains("/") && !reference.startsWith("urn:"));
        return references;
    }

    private boolean isBenign(Condition condition) {
        return codes.is(condition.getCode(), ConceptSet.BENIGN_LIVER_LESION)
                && state(condition).filter(Problem.State.ACTIVE::equals).isPresent();
    }

    private Optional<Problem.State> state(Condition condition) {
        CodeableConcept verification = condition.getVerificationStatus();
        CodeableConcept clinical = condition.getClinicalStatus();
        if (has(verification, INVISIBLE)) {
            return Optional.empty();
        }
        boolean past = has(clinical, PAST);
        boolean unconfirmed = !verification.isEmpty() && !has(verification, CONFIRMED);
        if (unconfirmed || isNotUnderstood(condition)) {
            return past ? Optional.empty() : Optional.of(Problem.State.SUSPECTED);
        }
        return Optional.of(past ? Problem.State.HISTORY : Problem.State.ACTIVE);
    }

    /** A status is there and is none that FHIR knows: it says something, and nobody here knows what. */
    static boolean isNotUnderstood(Resource resource) {
        return resource instanceof Condition condition
                && (isOther(condition.getVerificationStatus(), List.of(INVISIBLE, CONFIRMED, UNCONFIRMED))
                        || isOther(condition.getClinicalStatus(), List.of(PAST, PRESENT)));
    }

    private static boolean isOther(CodeableConcept status, List<Set<String>> known) {
        return !status.isEmpty() && known.stream().noneMatch(codes -> has(status, codes));
    }

    private static boolean has(CodeableConcept status, Set<String> anyOf) {
        for (Coding coding : status.getCoding()) {
            String code = coding.getCode();
            if (code != null && anyOf.contains(code.strip().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private Evidence evidence(ReadResource read, Condition condition, Set<ConceptSet> sets, Problem.State state) {
        Optional<ChartDate> since =
                dates.of(condition.getOnset()).or(() -> dates.of(condition.getRecordedDateElement()));
        String first = sets.stream()
                .filter(KINDS::containsKey)
                .findFirst()
                .map(ConceptSet::id)
                .orElse("condition");
        return new Evidence(read.reference(), SUBJECTS.get(state), first, since);
    }
}
