package org.livercds.service;

import java.util.Map;
import java.util.Optional;
import org.livercds.cards.CardTopic;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.feedback.Intake;

/** What the numbers in the ids of cards stand for; a release keeps the numbers of those before it. */
final class CardNames implements Intake.Names {

    private static final Map<Integer, String> RULE_VERSIONS =
            Map.of(1, "1.0.0", LiverCancerGuideline.VERSION_NUMBER, LiverCancerGuideline.VERSION);

    @Override
    public Optional<String> topic(int number) {
        CardTopic[] topics = CardTopic.values();
        return number < topics.length ? Optional.of(topics[number].code()) : Optional.empty();
    }

    @Override
    public String ruleVersion(int number) {
        return RULE_VERSIONS.getOrDefault(number, "number " + number);
    }
}
