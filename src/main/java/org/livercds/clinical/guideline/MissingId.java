package org.livercds.clinical.guideline;

/** The data that are asked for. */
public enum MissingId {
    SIZE("M-SIZE"),
    COUNT("M-COUNT"),
    CONTEXT("M-CONTEXT"),
    KIND("M-KIND"),
    SPREAD("M-SPREAD"),
    RESECTABILITY("M-RESECT"),
    LIVER_FUNCTION("M-LIVERFN"),
    REMNANT("M-FLR"),
    CHEMOTHERAPY("M-CHEMO"),
    AGE("M-AGE");

    private final String code;

    MissingId(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
