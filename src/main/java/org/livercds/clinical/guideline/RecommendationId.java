package org.livercds.clinical.guideline;

/** The recommendations, in the order of the decision table. The topic is frozen: EHRs remember overrides by it. */
public enum RecommendationId {
    SURVEILLANCE("R-SURV", "surveillance"),
    DIAGNOSTIC_WORKUP("R-DX", "diagnosticWorkup"),
    ABLATION("R-ABL", "ablation"),
    IRREVERSIBLE_ELECTROPORATION("R-IRE", "irreversibleElectroporation"),
    EMBOLIZATION("R-EMB", "embolization"),
    RADIOEMBOLIZATION("R-SIRT", "radioembolization"),
    RESECTION("R-SURG", "resection"),
    COMBINED_RESECTION_AND_ABLATION("R-COMB", "combinedResectionAndAblation"),
    REMNANT_AUGMENTATION("R-FLR", "remnantAugmentation"),
    TRANSPLANT("R-TX", "transplant"),
    SYSTEMIC_THERAPY("R-SYS", "systemicTherapy"),
    SYSTEMIC_THERAPY_FIRST("R-SYS1ST", "systemicTherapyFirst"),
    RADIATION("R-RT", "radiation"),
    RECURRENCE("R-REC", "recurrence"),
    PALLIATIVE_CARE("R-PALL", "palliativeCare"),
    CLINICAL_TRIAL("R-TRIAL", "clinicalTrial"),
    MULTIDISCIPLINARY_REVIEW("R-MDT", "multidisciplinaryReview");

    private final String rule;
    private final String topic;

    RecommendationId(String rule, String topic) {
        this.rule = rule;
        this.topic = topic;
    }

    public String rule() {
        return rule;
    }

    public String topic() {
        return topic;
    }
}
