package org.livercds.cli.selfcheck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.livercds.cli.selfcheck.Finding.Evidence;
import org.livercds.cli.selfcheck.Finding.Verdict;

/** What was found so far. Broken once is broken, met once is no longer unchecked. */
final class Ledger {

    private static final int MOST_EVIDENCE = 3;

    private final Requirements requirements;
    private final Map<Key, Entry> entries = new LinkedHashMap<>();
    private final Map<String, String> figures = new LinkedHashMap<>();

    Ledger(Requirements requirements) {
        this.requirements = requirements;
    }

    private record Key(String id, String where) {}

    private static final class Entry {
        private Verdict verdict = Verdict.UNCHECKED;
        private int times;
        private final List<Evidence> evidence = new ArrayList<>();
    }

    /** @param came what is wrong with the answer, where it is */
    void judge(String id, boolean met, Exchange exchange, String came) {
        Entry entry = entry(id, exchange.call().where());
        entry.times++;
        if (entry.verdict == Verdict.UNCHECKED) {
            entry.verdict = Verdict.MET;
            entry.evidence.clear();
        }
        if (!met) {
            entry.verdict = Verdict.BROKEN;
            Evidence found = new Evidence(exchange.call().line(), Printable.line(came, 300));
            if (entry.evidence.size() < MOST_EVIDENCE && !entry.evidence.contains(found)) {
                entry.evidence.add(found);
            }
        }
    }

    /** With what came as the evidence. */
    void judge(String id, boolean met, Exchange exchange) {
        judge(id, met, exchange, exchange.line());
    }

    void unchecked(String id, String where, String why) {
        Entry entry = entry(id, where);
        if (entry.verdict == Verdict.UNCHECKED && entry.evidence.isEmpty()) {
            entry.evidence.add(new Evidence("", why));
        }
    }

    void unchecked(List<String> ids, String where, String why) {
        ids.forEach(id -> unchecked(id, where, why));
    }

    /** Whether anything is known of it. */
    boolean knows(String id, String where) {
        return entries.containsKey(new Key(id, where));
    }

    /** What was measured at a service, in words. */
    void measured(String where, String figure) {
        figures.put(where, figure);
    }

    Map<String, String> figures() {
        return Collections.unmodifiableMap(figures);
    }

    /** By the order of the requirements, then by that of the services. */
    List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        entries.forEach((key, entry) -> found.add(new Finding(
                requirements.of(key.id()),
                key.where(),
                entry.verdict,
                entry.times,
                Collections.unmodifiableList(entry.evidence))));
        List<Requirement> order = requirements.all();
        found.sort(Comparator.comparingInt(finding -> order.indexOf(finding.requirement())));
        return found;
    }

    private Entry entry(String id, String where) {
        return entries.computeIfAbsent(new Key(requirements.of(id).id(), where), key -> new Entry());
    }
}
