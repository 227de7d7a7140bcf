package org.livercds.feedback;

import java.util.List;
import java.util.Optional;

/**
 * The rows that a summary is made of, each a number of one day.
 *
 * @param strays items on cards that nobody here issued
 */
record Counts(List<Calls> calls, List<Shown> shown, List<Done> done, long strays) {

    /** @param day since 1970 */
    record Calls(long day, String service, String ruleVersion, long count) {}

    /** @param day since 1970 */
    record Shown(long day, Topic topic, long count) {}

    /**
     * What was said last of each card.
     *
     * @param day since 1970, on which the card was shown
     */
    record Done(long day, Topic topic, String outcome, Optional<String> system, Optional<String> code, long count) {}

    /** What is summed up. */
    record Topic(String service, String topic, String ruleVersion) {}
}
