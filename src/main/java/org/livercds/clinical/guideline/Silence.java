package org.livercds.clinical.guideline;

import java.util.Optional;
import org.livercds.clinical.patient.LiverChart;

/** Why there is nothing to say about a patient. */
public enum Silence {
    NO_LIVER_DISEASE("noLiverDisease"),
    BENIGN_ONLY("benignOnly"),
    DECEASED("deceased"),
    HISTORY_ONLY("historyOnly");

    private final String code;

    Silence(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Empty where there is something to say. */
    public static Optional<Silence> of(LiverChart chart) {
        return Gate.decide(chart).silence();
    }
}
