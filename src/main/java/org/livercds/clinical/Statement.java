package org.livercds.clinical;

import java.util.Locale;

/** What is said about a patient. The words for each stand with the cards, under its key. */
public enum Statement {
    WITHIN_ABLATION_CRITERION,
    AT_MOST_THREE_LESIONS,
    EACH_SMALLER_THAN_1_CM,
    EACH_SMALLER_THAN_3_CM,
    HAS_LIVE_LESION,
    EVERY_LESION_COUNTED,
    FOUND_IN_SCREENING,
    NEEDS_DIAGNOSIS,
    ABLATION_NOT_RULED_OUT,
    ABLATION_IMPOSSIBLE,
    SURGERY_IMPOSSIBLE,
    NOT_RESECTABLE,
    NOT_FIT_FOR_SURGERY,
    LIVER_ONLY,
    SPREAD_OUTSIDE_LIVER,
    CONTRADICTORY_SPREAD,
    MACROVASCULAR_INVASION,
    MAIN_PORTAL_VEIN_INVASION,
    CHILD_PUGH_A,
    CHILD_PUGH_B,
    CHILD_PUGH_C,
    CHILD_PUGH_UNKNOWN,
    BILIRUBIN_ABOVE_2,
    BILIRUBIN_ABOVE_3,
    EXACTLY_1_CM,
    EXACTLY_3_CM,
    RECURRENT,
    HISTORY,
    KIND_UNCLEAR,
    NONE_ESTABLISHED,
    MEASUREMENTS_OUT_OF_DATE,
    CHART_NOT_READ_IN_FULL,
    TREATED_SINCE,
    LESION_TREATED,
    CONFLICT,
    PREGNANT;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
