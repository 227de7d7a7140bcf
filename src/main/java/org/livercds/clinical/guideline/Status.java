package org.livercds.clinical.guideline;

/** How firmly a recommendation is made, firmest first. */
public enum Status {
    /** Everything that the rule requires is known and met. */
    RECOMMENDED("recommended"),
    /** Nothing failed and something is unknown, or speaks against more than an "if". */
    CONDITIONAL("conditional"),
    /** A hint, no option of treatment. */
    INFO("info");

    private final String code;

    Status(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
