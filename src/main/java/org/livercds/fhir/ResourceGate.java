package org.livercds.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import org.livercds.fhir.PrefetchValue.RawResource;
import org.livercds.fhir.SubjectGuard.Verdict;

/**
 * Lets the resources of this patient in that a reader would look at, each once, and keeps account of the rest. A
 * resource counts by what it is, not by the key under which it came. One that cannot be read and might matter makes its
 * key PARTIAL: what it would have said is unknown, not absent.
 */
final class ResourceGate {

    private static final Set<String> WITH_CODE = Set.of("Condition", "Observation", "Procedure");
    private static final Set<String> WITHOUT_CODE = Set.of("Patient", "BodyStructure");

    private final SubjectGuard guard;
    private final Codes codes;
    private final ResourceParser parser;
    private final List<ReadResource> resources = new ArrayList<>();
    private final Set<ObjectNode> seen = new HashSet<>();
    private boolean wrongPatient;

    ResourceGate(SubjectGuard guard, Codes codes, ResourceParser parser) {
        this.guard = guard;
        this.codes = codes;
        this.parser = parser;
    }

    /** What was let in, and the account. */
    record Admitted(List<ReadResource> resources, Ledger ledger, boolean wrongPatient) {}

    Admitted admit(ObjectNode raw) {
        Prefetch prefetch = Prefetch.of(raw, this::fits);
        List<Ledger.Entry> entries = new ArrayList<>();
        for (Map.Entry<PrefetchKey, PrefetchValue> entry : prefetch.values().entrySet()) {
            entries.add(admit(entry.getKey(), entry.getValue()));
        }
        prefetch.others().forEach(value -> value.resources().forEach(resource -> admit(resource, new Tally())));
        return new Admitted(List.copyOf(resources), new Ledger(entries), wrongPatient);
    }

    /** Counts of one key. */
    private static final class Tally {
        private int ofPatient;
        private int foreign;
        private int unusable;
        private int decisive;
        private boolean ofType;
    }

    private Ledger.Entry admit(PrefetchKey key, PrefetchValue value) {
        Tally tally = new Tally();
        for (RawResource resource : value.resources()) {
            tally.ofType |= resource.type().equals(key.resourceType());
            admit(resource, tally);
        }
        int skipped = value.skipped() + tally.foreign + tally.unusable;
        return new Ledger.Entry(key, state(value, tally), tally.ofPatient, skipped);
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
        return tally.decisive > 0 ? KeyState.PARTIAL : value.state();
    }

    private void admit(RawResource raw, Tally tally) {
        boolean withoutCode = WITHOUT_CODE.contains(raw.type());
        Verdict subject = guard.judge(raw.json());
        if (subject == Verdict.OTHER_PATIENT) {
            wrongPatient |= raw.type().equals("Patient");
            tally.foreign++;
            return;
        }
        boolean relevant = withoutCode || WITH_CODE.contains(raw.type()) && codes.isRelevant(raw.json());
        if (!relevant) {
            count(WITH_CODE.contains(raw.type()) && subject == Verdict.THIS_PATIENT, tally);
            return;
        }
        Optional<Resource> parsed = subject == Verdict.THIS_PATIENT ? parser.parse(raw.json()) : Optional.empty();
        count(parsed.isPresent(), tally);
        if (parsed.isEmpty() && !isEnteredInError(raw.json())) {
            tally.decisive++;
        }
        parsed.filter(resource -> isFirst(raw.json()))
                .ifPresent(resource -> resources.add(new ReadResource(resource, raw.fullUrl())));
    }

    private static void count(boolean usable, Tally tally) {
        if (usable) {
            tally.ofPatient++;
        } else {
            tally.unusable++;
        }
    }

    /** The same resource may come under two keys; without an id two that look alike are two. */
    private boolean isFirst(ObjectNode json) {
        return !json.hasNonNull("id") || seen.add(json);
    }

    private static boolean isEnteredInError(ObjectNode json) {
        return json.path("status").asText().equals("entered-in-error");
    }

    private boolean fits(PrefetchKey key, RawResource resource) {
        if (!resource.type().equals(key.resourceType())) {
            return false;
        }
        return switch (key) {
            case OBSERVATIONS -> codes.isFinding(resource.json());
            case LABS -> codes.isLab(resource.json());
            default -> true;
        };
    }
}
