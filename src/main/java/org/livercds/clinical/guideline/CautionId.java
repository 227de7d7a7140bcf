package org.livercds.clinical.guideline;

/** The cautions. Those that warn turn the check-first card from information into a warning. */
public enum CautionId {
    EXACTLY_1_CM("K-SIZE1", false),
    EXACTLY_3_CM("K-SIZE3", false),
    /** Surveillance is offered although cancer is confirmed. */
    CONFIRMED("K-CONFIRMED", false),
    HISTORY("K-HIST", false),
    STALE("K-STALE", true),
    TREATED_SINCE("K-TREATED", true),
    CONFLICT("K-CONFLICT", true),
    NEAR_DUCT_OR_VESSEL("K-LOC", false),
    CHILD_PUGH_C("K-LIVER", true),
    CHILD_PUGH_B("K-CPB", false),
    BILIRUBIN("K-BILI", false),
    PORTAL_HYPERTENSION("K-PHT", false),
    MACROVASCULAR_INVASION("K-PVT", true),
    BLEEDING("K-COAG", false),
    CONTRAST_ALLERGY("K-CONTRAST", false),
    PREGNANT("K-PREG", true),
    PEDIATRIC("K-PED", false),
    OUT_OF_SCOPE("K-SCOPE", false);

    private final String code;
    private final boolean warning;

    CautionId(String code, boolean warning) {
        this.code = code;
        this.warning = warning;
    }

    public String code() {
        return code;
    }

    public boolean isWarning() {
        return warning;
    }
}
