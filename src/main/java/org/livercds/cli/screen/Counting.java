package org.livercds.cli.screen;

import java.util.Map;
import java.util.TreeMap;

/** Adds up what a run found, patient by patient. */
final class Counting {

    private final Map<Integer, Long> byNumberOfCards = new TreeMap<>();
    private final Map<String, Long> byStatus = new TreeMap<>();
    private final Map<String, Long> byReason = new TreeMap<>();
    private final Map<String, Long> byDiseaseKind = new TreeMap<>();
    private final Map<String, Long> byCard = new TreeMap<>();
    private final Map<String, Map<String, Long>> byOption = new TreeMap<>();
    private final Map<String, Long> byCaution = new TreeMap<>();
    private final Map<String, Long> byMissing = new TreeMap<>();
    private final Map<String, Map<String, Long>> byUnread = new TreeMap<>();
    private long patients;
    private long cards;
    private long resources;
    private long skipped;

    void add(Screened patient) {
        patients++;
        cards += patient.cards().size();
        resources += patient.resources();
        skipped += patient.skipped();
        one(byNumberOfCards, patient.cards().size());
        one(byStatus, patient.status());
        String reason = reason(patient);
        if (!reason.isEmpty()) {
            one(byReason, reason);
        }
        one(byDiseaseKind, diseaseKind(patient));
        patient.cards().forEach(card -> one(byCard, card));
        patient.options().forEach((topic, status) -> one(inner(byOption, topic), status));
        patient.cautions().forEach(caution -> one(byCaution, caution));
        patient.missing().forEach(datum -> one(byMissing, datum));
        patient.unread().forEach((key, state) -> one(inner(byUnread, key), state));
    }

    /** Who gets no card from a chart that was read in part might get one from all of it. */
    private static String reason(Screened patient) {
        boolean open = patient.reason().isEmpty() && patient.cards().isEmpty();
        return open && patient.status().equals(Findings.INCOMPLETE) ? Findings.INCOMPLETE : patient.reason();
    }

    /** Conditions that were read in part do not tell that there is no disease. */
    private static String diseaseKind(Screened patient) {
        boolean unknown =
                patient.diseaseKind().equals("none") && patient.unread().containsKey("conditions");
        return unknown ? "" : patient.diseaseKind();
    }

    Findings findings(String asOf, String content, Findings.Export export) {
        return new Findings(
                asOf,
                content,
                export,
                patients,
                cards,
                byNumberOfCards,
                byStatus,
                byReason,
                byDiseaseKind,
                byCard,
                byOption,
                byCaution,
                byMissing,
                byUnread,
                resources,
                skipped);
    }

    private static Map<String, Long> inner(Map<String, Map<String, Long>> counts, String key) {
        return counts.computeIfAbsent(key, none -> new TreeMap<>());
    }

    private static <K> void one(Map<K, Long> counts, K key) {
        counts.merge(key, 1L, Long::sum);
    }
}
