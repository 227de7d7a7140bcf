package org.livercds.smartserver;

import java.util.Map;

/** What somebody was allowed who signed in: a patient, to whoever knows the verifier of the challenge. */
record Grant(String patient, Habit habit, Map<String, String> asked) {

    /** @param launch as in {@code metastases-three~GOOD}; without one the user chooses the patient */
    static Grant of(String launch, String chosen, Map<String, String> asked) {
        String[] parts = (launch == null ? chosen + "~GOOD" : launch).split("~");
        return new Grant(parts[0], Habit.valueOf(parts[1]), asked);
    }
}
