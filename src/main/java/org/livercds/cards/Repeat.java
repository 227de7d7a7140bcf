package org.livercds.cards;

import java.util.Map;
import java.util.Optional;
import org.livercds.clinical.guideline.Grounds;

/**
 * A card beside the one of its topic that its reader set aside, if there is one. Where entries of the chart contradict
 * each other it says something new each time.
 */
record Repeat(Grounds grounds, Optional<Map<String, String>> earlier, GroundWords words) {

    /** Nothing behind the card has changed. */
    boolean isOfTheSame() {
        return !grounds.contradictory() && earlier.filter(grounds::areThoseOf).isPresent();
    }

    /** What has changed comes first. */
    CardText told(CardText text) {
        return text.beginningWith(
                earlier.map(facts -> words.changes(grounds, facts)).orElse(""));
    }
}
