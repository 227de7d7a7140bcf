package org.livercds.fhir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.livercds.clinical.patient.ChartPart;

/**
 * What became of each key: the account of the reading.
 *
 * @param damaged parts of the chart of which a resource could not be read, whatever the key under which it came
 */
public record Ledger(List<Entry> entries, Set<ChartPart> damaged) {
    public Ledger {
        entries = List.copyOf(entries);
        damaged = Set.copyOf(damaged);
    }

    /**
     * One key.
     *
     * @param resources usable resources of this patient
     * @param skipped entries that could not be used
     * @param setAside the entries that could not be used and had a resource, each with the reason
     * @param problem why the FHIR server did not give it in full, in a word; empty where nothing was fetched
     */
    public record Entry(
            PrefetchKey key,
            KeySource source,
            KeyState state,
            int resources,
            int skipped,
            List<SetAside> setAside,
            Optional<String> problem) {
        public Entry {
            setAside = List.copyOf(setAside);
        }
    }

    /** A resource that could not be used, and why. */
    public record SetAside(String reference, Why why) {}

    /** Why a resource could not be used. */
    public enum Why {
        OTHER_PATIENT,
        NO_PATIENT,
        NOT_UNDERSTOOD,
        NOT_CODED,
        ENTERED_IN_ERROR,
        UNREADABLE
    }

    public KeyState state(PrefetchKey key) {
        return entries.stream()
                .filter(entry -> entry.key() == key)
                .map(Entry::state)
                .findFirst()
                .orElse(KeyState.ABSENT);
    }

    /** The parts of the chart from whose silence nothing follows. */
    public Set<ChartPart> unread() {
        Stream<ChartPart> incomplete = entries.stream()
                .filter(entry -> !entry.state().isComplete())
                .map(entry -> entry.key().part());
        return Stream.concat(incomplete, damaged.stream()).collect(Collectors.toUnmodifiableSet());
    }

    public boolean isComplete() {
        return unread().isEmpty();
    }
}
