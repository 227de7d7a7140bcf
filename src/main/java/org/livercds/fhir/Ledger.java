package org.livercds.fhir;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        for (Entry entry : entries) {
            if (entry.key() == key) {
                return entry.state();
            }
        }
        return KeyState.ABSENT;
    }

    /** The parts of the chart from whose silence nothing follows. */
    public Set<ChartPart> unread() {
        Set<ChartPart> unread = EnumSet.noneOf(ChartPart.class);
        unread.addAll(damaged);
        for (Entry entry : entries) {
            if (!entry.state().isComplete()) {
                unread.add(entry.key().part());
            }
        }
        return unread;
    }

    public boolean isComplete() {
        return unread().isEmpty();
    }
}
