package org.livercds.clinical.guideline;

import java.util.Locale;

/** A change of the chart that may change what leads. The words for each stand with the cards, under its key. */
public enum Change {
    LESION_FROM_1_CM,
    LESION_FROM_3_CM,
    EACH_UNDER_3_CM,
    FOURTH_TUMOUR,
    NOT_FROM_SCREENING,
    SPREAD_OUTSIDE_LIVER,
    MAIN_PORTAL_VEIN_INVADED,
    RESECTABLE,
    NOT_RESECTABLE,
    NOT_FIT_FOR_SURGERY,
    ABLATION_NOT_FEASIBLE,
    CHILD_PUGH_C;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String key() {
        return key;
    }
}
