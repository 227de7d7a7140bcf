package org.livercds.service;

import java.util.List;
import java.util.Optional;
import org.livercds.cards.CardTopic;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.feedback.Intake;

/** What the numbers in the ids of cards stand for; a release keeps the numbers of those before it. */
final class CardNames implements Intake.Names {

    /** Those that there were, by their numbers from 1. */
    private static final List<String> EARLIER = List.of("1.0.0", "2.0.0");

    @Override
    public Optional<String> topic(int number) {
        CardTopic[] topics = CardTopic.values();
        return number < topics.length ? Optional.of(topics[number].code()) : Optional.empty();
    }

    @Override
    public String ruleVersion(int number) {
        if (number == LiverCancerGuideline.VERSION_NUMBER) {
            return LiverCancerGuideline.VERSION;
        }
        return number > 0 && number <= EARLIER.size() ? EARLIER.get(number - 1) : "number " + number;
    }
}
