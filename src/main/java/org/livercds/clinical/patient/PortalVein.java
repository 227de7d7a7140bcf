package org.livercds.clinical.patient;

/** Tumour in the portal vein: where. */
public enum PortalVein {
    NONE,
    BRANCH,
    MAIN,
    UNSPECIFIED;

    public boolean isInvaded() {
        return this != NONE;
    }

    /** The trunk, or nobody knows that it is not the trunk. */
    public boolean isMainOrUnspecified() {
        return this == MAIN || this == UNSPECIFIED;
    }
}
