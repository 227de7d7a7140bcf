package org.livercds.hooks;

import java.util.List;

/**
 * What was evaluated, for machines: it tells "evaluated, nothing to say" from "could not be evaluated".
 *
 * @param contentHash of guideline, cards and value sets
 * @param contentChanged true where a site changed them; left out otherwise
 * @param status {@code evaluated}, {@code incomplete} or {@code notApplicable}
 * @param reason why not applicable; left out otherwise
 * @param heldBack topics of cards that the user has set aside, and of which nothing has changed since
 * @param data what became of each prefetch key
 */
public record Evaluation(
        String ruleVersion,
        String contentHash,
        Boolean contentChanged,
        String asOf,
        String status,
        String reason,
        String diseaseKind,
        List<Offer> recommendations,
        List<String> cautions,
        List<String> missing,
        List<String> heldBack,
        List<KeyReport> data) {
    public Evaluation {
        recommendations = List.copyOf(recommendations);
        cautions = List.copyOf(cautions);
        missing = List.copyOf(missing);
        heldBack = List.copyOf(heldBack);
        data = List.copyOf(data);
    }

    /**
     * One recommendation.
     *
     * @param rank from 1; the first leads
     */
    public record Offer(String topic, String status, int rank, List<String> citations) {
        public Offer {
            citations = List.copyOf(citations);
        }
    }

    /**
     * What one prefetch key gave.
     *
     * @param source {@code prefetch}, {@code fetched} or {@code absent}
     * @param state what the value was
     * @param resources how many resources of this patient were usable
     * @param skipped how many entries were not
     * @param problem why the FHIR server did not give it in full; left out otherwise
     */
    public record KeyReport(String key, String source, String state, int resources, int skipped, String problem) {}
}
