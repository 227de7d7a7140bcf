package org.livercds.cards;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.livercds.clinical.guideline.RecommendationId;

/**
 * The topics of cards. EHRs remember overrides by the code and card ids hold the position, so both are frozen: topics
 * are only ever added at the end.
 */
public enum CardTopic {
    SURVEILLANCE("surveillance"),
    DIAGNOSTIC_WORKUP("diagnosticWorkup"),
    ABLATION("ablation"),
    IRREVERSIBLE_ELECTROPORATION("irreversibleElectroporation"),
    EMBOLIZATION("embolization"),
    RADIOEMBOLIZATION("radioembolization"),
    RESECTION("resection"),
    COMBINED_RESECTION_AND_ABLATION("combinedResectionAndAblation"),
    REMNANT_AUGMENTATION("remnantAugmentation"),
    TRANSPLANT("transplant"),
    SYSTEMIC_THERAPY("systemicTherapy"),
    SYSTEMIC_THERAPY_FIRST("systemicTherapyFirst"),
    RADIATION("radiation"),
    RECURRENCE("recurrence"),
    PALLIATIVE_CARE("palliativeCare"),
    CLINICAL_TRIAL("clinicalTrial"),
    MULTIDISCIPLINARY_REVIEW("multidisciplinaryReview"),
    OTHER_OPTIONS("otherOptions"),
    CHECK_FIRST("checkFirst"),
    ABLATION_ORDER("ablationOrder"),
    IRREVERSIBLE_ELECTROPORATION_ORDER("irreversibleElectroporationOrder"),
    EMBOLIZATION_ORDER("embolizationOrder"),
    RADIOEMBOLIZATION_ORDER("radioembolizationOrder"),
    RESECTION_ORDER("resectionOrder"),
    TRANSPLANT_ORDER("transplantOrder"),
    SYSTEMIC_THERAPY_ORDER("systemicTherapyOrder"),
    RADIATION_ORDER("radiationOrder");

    private static final String ORDER = "Order";

    private static final Map<String, CardTopic> BY_CODE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(CardTopic::code, topic -> topic));

    private final String code;

    CardTopic(String code) {
        this.code = code;
    }

    public static CardTopic of(RecommendationId id) {
        return withCode(id.topic()).orElseThrow();
    }

    /** The same on every order hook, so that what is overridden on one is known on the next. */
    static CardTopic ofOrder(RecommendationId ordered) {
        return withCode(ordered.topic() + ORDER).orElseThrow();
    }

    public boolean isOfOrder() {
        return code.endsWith(ORDER);
    }

    static Optional<CardTopic> withCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public String code() {
        return code;
    }
}
