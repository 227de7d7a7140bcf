package org.livercds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.fhir.PrefetchValue.RawResource;
import org.livercds.fhir.SubjectGuard.Verdict;

/**
 * Lets the resources of this patient in that a reader would look at, and keeps account of the rest. A resource counts by
 * what it is, not by the key under which it came. One that cannot be read and might matter makes its key PARTIAL and its
 * part of the chart unread: what it would have said is unknown, not absent.
 */
final class ResourceGate {

    private static final Set<String> WITH_CODE = Set.of("Condition", "Observation", "Procedure", "AllergyIntolerance");
    private static final Set<String> DRUGS = Set.of("MedicationRequest", "MedicationStatement");

    private final SubjectGuard guard;
    private final Codes codes;
    private final PlainElements elements = new PlainElements();
    private final Once<JsonNode, Boolean> relevant;
    private final Versions versions = new Versions();
    private final Set<ChartPart> damaged = EnumSet.noneOf(ChartPart.class);
    private boolean wrongPatient;

    private ResourceGate(SubjectGuard guard, Codes codes) {
        this.guard = guard;
        this.codes = codes;
        this.relevant = new Once<>(codes::isRelevantCode);
    }

    /** What was let in, and the account. */
    record Admitted(List<ReadResource> resources, Ledger ledger, boolean wrongPatient, Optional<FhirVersion> version) {}

    static Admitted admit(Prefetch prefetch, String patientId, Optional<String> fhirServer, Codes codes) {
        SubjectGuard guard = new SubjectGuard(patientId, fhirServer, addresses(prefetch, patientId));
        return new ResourceGate(guard, codes).admit(prefetch);
    }

    private Admitted admit(Prefetch prefetch) {
        List<Ledger.Entry> entries = new ArrayList<>();
        for (Map.Entry<PrefetchKey, PrefetchValue> entry : prefetch.values().entrySet()) {
            entries.add(admit(entry.getKey(), entry.getValue()));
        }
        Tally unnamed = new Tally();
        prefetch.others().forEach(value -> value.resources().forEach(resource -> admit(resource, unnamed)));
        boolean wrong = wrongPatient || unnamed.foreignPatient;
        return new Admitted(versions.newest(), new Ledger(entries, damaged), wrong, version(prefetch));
    }

    /** Counts of one key. */
    private static final class Tally {
        private int ofPatient;
        private int foreign;
        private int unusable;
        private int decisive;
        private boolean ofType;
        private boolean foreignPatient;
        private final List<Ledger.SetAside> setAside = new ArrayList<>();

        private void use() {
            ofPatient++;
        }

        private void setAside(RawResource raw, Ledger.Why why) {
            unusable++;
            setAside.add(new Ledger.SetAside(reference(raw), why));
        }

        private void setAsideForeign(RawResource raw) {
            foreign++;
            setAside.add(new Ledger.SetAside(reference(raw), Ledger.Why.OTHER_PATIENT));
        }

        private static String reference(RawResource raw) {
            String id = raw.json().path("id").asText();
            return id.isEmpty() ? raw.type() : raw.type() + "/" + id;
        }
    }

    private Ledger.Entry admit(PrefetchKey key, PrefetchValue value) {
        Tally tally = new Tally();
        for (RawResource resource : value.resources()) {
            tally.ofType |= resource.type().equals(key.resourceType());
            admit(resource, tally);
        }
        // a server that gives another patient's data is at fault, not the client
        wrongPatient |= tally.foreignPatient && value.source() == KeySource.PREFETCH;
        return new Ledger.Entry(
                key,
                value.source(),
                state(value, tally),
                tally.ofPatient,
                value.skipped() + tally.foreign + tally.unusable,
                tally.setAside,
                value.problem());
    }

    private static KeyState state(PrefetchValue value, Tally tally) {
        if (value.resources().isEmpty()) {
            return value.state();
        }
        if (!tally.ofType) {
            return KeyState.UNUSABLE;
        }
        if (tally.foreign > 0 && tally.ofPatient + tally.unusable == 0) {
            return KeyState.FOREIGN_PATIENT;
        }
        // a server that mixes in another record may keep something back in it
        boolean mixed = tally.foreign > 0 && value.source() == KeySource.FETCHED;
        return tally.decisive > 0 || mixed ? KeyState.PARTIAL : value.state();
    }

    private void admit(RawResource raw, Tally tally) {
        Verdict subject = guard.judge(raw.json());
        if (subject == Verdict.OTHER_PATIENT) {
            tally.foreignPatient |= raw.type().equals("Patient");
            tally.setAsideForeign(raw);
        } else if (isRelevant(raw)) {
            admitRelevant(raw, subject, tally);
        } else if (isMute(raw)) {
            damage(raw, Ledger.Why.NOT_CODED, tally);
        } else if (!ResourceParser.TYPES.contains(raw.type()) && codes.isRelevant(raw.json())) {
            damage(raw, Ledger.Why.UNREADABLE, tally);
        } else {
            admitOther(raw, subject, tally);
        }
    }

    private void admitRelevant(RawResource raw, Verdict subject, Tally tally) {
        Optional<Resource> parsed =
                subject == Verdict.THIS_PATIENT ? ResourceParser.parse(raw.json(), elements) : Optional.empty();
        parsed.ifPresent(resource -> versions.add(resource, raw));
        if (parsed.filter(ProblemReader::isNotUnderstood).isPresent()) {
            tally.decisive++;
            damaged.add(ChartPart.CONDITIONS);
        }
        if (parsed.isPresent()) {
            tally.use();
        } else if (isEnteredInError(raw.json())) {
            tally.setAside(raw, Ledger.Why.ENTERED_IN_ERROR);
        } else {
            boolean own = subject == Verdict.THIS_PATIENT;
            damage(raw, own ? Ledger.Why.UNREADABLE : Ledger.Why.NO_PATIENT, tally);
        }
    }

    /** What no reader looks at. */
    private void admitOther(RawResource raw, Verdict subject, Tally tally) {
        boolean known = WITH_CODE.contains(raw.type()) || DRUGS.contains(raw.type());
        boolean understood = !raw.type().equals("Condition") || codes.isUnderstood(raw.json());
        if (!known || !understood) {
            tally.setAside(raw, Ledger.Why.NOT_UNDERSTOOD);
        } else if (subject == Verdict.THIS_PATIENT) {
            tally.use();
        } else {
            tally.setAside(raw, Ledger.Why.NO_PATIENT);
        }
    }

    /** What a resource without any code would have said is as unknown as what an unreadable one would. */
    private void damage(RawResource raw, Ledger.Why why, Tally tally) {
        tally.setAside(raw, why);
        tally.decisive++;
        damaged.add(part(raw));
    }

    private boolean isRelevant(RawResource raw) {
        return switch (raw.type()) {
            case "Patient", "BodyStructure" -> true;
            case "Condition", "Observation", "Procedure" ->
                relevant.of(raw.json().path("code")) || codes.isRelevantByParts(raw.json());
            case "AllergyIntolerance" -> codes.isContrast(raw.json());
            case "MedicationRequest", "MedicationStatement" ->
                !new DrugWords(codes).of(raw.json()).isEmpty();
            default -> false;
        };
    }

    private static boolean isMute(RawResource raw) {
        return WITH_CODE.contains(raw.type()) && Codes.isMute(raw.json())
                || DRUGS.contains(raw.type()) && DrugWords.isMute(raw.json());
    }

    private ChartPart part(RawResource raw) {
        return Stream.of(PrefetchKey.values())
                .filter(key -> key.fits(raw, codes))
                .findFirst()
                .map(PrefetchKey::part)
                .orElse(ChartPart.OBSERVATIONS);
    }

    private static boolean isEnteredInError(ObjectNode json) {
        return json.path("status").asText().equals("entered-in-error");
    }

    private static Optional<FhirVersion> version(Prefetch prefetch) {
        List<ObjectNode> conditions = new ArrayList<>();
        for (RawResource resource :
                prefetch.values().get(PrefetchKey.CONDITIONS).resources()) {
            if (resource.type().equals("Condition")) {
                conditions.add(resource.json());
            }
        }
        return FhirVersion.ofConditions(conditions);
    }

    private static Set<String> addresses(Prefetch prefetch, String patientId) {
        Set<String> addresses = new HashSet<>();
        prefetch.values().values().forEach(value -> addAddresses(value, patientId, addresses));
        prefetch.others().forEach(value -> addAddresses(value, patientId, addresses));
        return addresses;
    }

    private static void addAddresses(PrefetchValue value, String patientId, Set<String> addresses) {
        for (RawResource resource : value.resources()) {
            if (resource.type().equals("Patient")
                    && resource.fullUrl().startsWith("urn:")
                    && resource.json().path("id").asText().equals(patientId)) {
                addresses.add(resource.fullUrl());
            }
        }
    }
}
