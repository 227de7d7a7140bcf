package org.livercds.audit;

import java.util.List;
import org.livercds.hooks.Evaluation;
import org.livercds.hooks.HookResponse;

/**
 * What an answer told, without what it said.
 *
 * @param contentChanged true where a site changed the content, otherwise nothing
 * @param status of the evaluation
 * @param topics of its cards, in their order
 */
public record Told(String ruleVersion, String contentHash, Boolean contentChanged, String status, List<String> topics) {

    public Told {
        topics = List.copyOf(topics);
    }

    public static Told of(HookResponse answer) {
        Evaluation evaluation = answer.extension().evaluation();
        List<String> topics = answer.cards().stream()
                .map(card -> card.source().topic().code())
                .toList();
        return of(evaluation, topics);
    }

    /** An explanation, which has no cards. */
    public static Told of(Evaluation evaluation) {
        return of(evaluation, List.of());
    }

    private static Told of(Evaluation evaluation, List<String> topics) {
        return new Told(
                evaluation.ruleVersion(),
                evaluation.contentHash(),
                evaluation.contentChanged(),
                evaluation.status(),
                topics);
    }
}
