package org.livercds.cli.screen;

import java.util.Map;

/**
 * What a silent run found. Counts are of patients unless they say otherwise; each map is sorted by its keys.
 *
 * @param asOf the day that was taken for today
 * @param content version and hash of guideline, cards and value sets
 * @param export what was read
 * @param patients how many there are
 * @param cards how many cards they would get together
 * @param byNumberOfCards patients by how many cards each would get, 0 to 3
 * @param byStatus patients by the status of the evaluation
 * @param byReason patients without a card by the reason; {@link #INCOMPLETE} where some of the chart was not read
 * @param byDiseaseKind patients by what disease the chart shows; empty text where it could not be told
 * @param byCard patients by topic of each card that they would get
 * @param byOption patients by topic and by how far the recommendation goes ({@code recommended}, {@code conditional},
 *     {@code info})
 * @param byCaution patients by caution
 * @param byMissing patients by datum that is missing
 * @param byUnread patients by prefetch key and state, where it could not be read in full
 * @param resources usable ones of all patients
 * @param skipped ones of all patients that could not be used
 */
public record Findings(
        String asOf,
        String content,
        Export export,
        long patients,
        long cards,
        Map<Integer, Long> byNumberOfCards,
        Map<String, Long> byStatus,
        Map<String, Long> byReason,
        Map<String, Long> byDiseaseKind,
        Map<String, Long> byCard,
        Map<String, Map<String, Long>> byOption,
        Map<String, Long> byCaution,
        Map<String, Long> byMissing,
        Map<String, Map<String, Long>> byUnread,
        long resources,
        long skipped) {

    /** Evaluated in part. */
    static final String INCOMPLETE = "incomplete";

    /**
     * What was read.
     *
     * @param lines that are not empty
     * @param kept resources that the service asks for
     * @param notAskedFor resources that no prefetch query of the service asks for
     * @param bad lines that could not be read, by mistake
     * @param lacking resource types that the service asks for and of which the whole export has none, so that nobody
     *     knows whether the patients have any; sorted, separated by blanks
     * @param taken resource types of which it has none, and of which whoever ran it said that there are none; the same
     */
    public record Export(
            int files, long lines, long kept, long notAskedFor, Map<String, Long> bad, String lacking, String taken) {}
}
