package org.livercds.feedback;

import java.util.Optional;

/** What codes are called. */
public interface SummaryWords {

    /** Of a topic, the code itself where it is none of ours. */
    String topic(String code);

    /** Of a reason that our cards offer. */
    Optional<String> reason(String code);
}
