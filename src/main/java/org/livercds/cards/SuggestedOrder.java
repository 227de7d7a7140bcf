package org.livercds.cards;

import java.util.Arrays;
import java.util.Optional;
import org.livercds.clinical.guideline.CautionId;
import org.livercds.clinical.guideline.MissingId;

/**
 * The requests that cards suggest as drafts. Ids of suggestions hold the position, so it is frozen: further ones are only
 * ever added at the end.
 */
enum SuggestedOrder {
    INTERVENTIONAL_RADIOLOGY("referralInterventionalRadiology"),
    HEPATOBILIARY_SURGERY("referralHepatobiliarySurgery"),
    TRANSPLANT_TEAM("referralTransplantTeam"),
    MULTIDISCIPLINARY_BOARD("reviewMultidisciplinaryBoard"),
    SURVEILLANCE_IMAGING("imagingSurveillance"),
    DIAGNOSTIC_IMAGING("imagingDiagnostic"),
    MEASUREMENT("imagingMeasurement"),
    STAGING("imagingStaging"),
    AFP("laboratoryAfp"),
    LIVER_FUNCTION("laboratoryLiverFunction");

    private final String code;

    SuggestedOrder(String code) {
        this.code = code;
    }

    static Optional<SuggestedOrder> withCode(String code) {
        return Arrays.stream(values()).filter(order -> order.code.equals(code)).findFirst();
    }

    /** What would bring the missing datum. */
    static Optional<SuggestedOrder> bringing(MissingId missing) {
        return switch (missing) {
            case SIZE, COUNT -> Optional.of(MEASUREMENT);
            case SPREAD -> Optional.of(STAGING);
            case RESECTABILITY, REMNANT -> Optional.of(HEPATOBILIARY_SURGERY);
            case LIVER_FUNCTION -> Optional.of(LIVER_FUNCTION);
            case KIND -> Optional.of(DIAGNOSTIC_IMAGING);
            case CONTEXT, CHEMOTHERAPY, AGE -> Optional.empty();
        };
    }

    /** What would settle the caution. */
    static Optional<SuggestedOrder> settling(CautionId caution) {
        boolean sizes = caution == CautionId.STALE || caution == CautionId.TREATED_SINCE;
        return sizes ? Optional.of(MEASUREMENT) : Optional.empty();
    }

    String code() {
        return code;
    }
}
