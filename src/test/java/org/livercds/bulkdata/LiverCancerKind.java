package org.livercds.bulkdata;

import java.util.List;
import org.livercds.codes.ConceptSet;

/** How a chart names a cancer of the liver, with its share of a hundred. */
enum LiverCancerKind {
    HEPATOCELLULAR(50, ConceptSet.HEPATOCELLULAR_CARCINOMA),
    PRIMARY(12, ConceptSet.PRIMARY_LIVER_CANCER),
    UNSPECIFIED(8, ConceptSet.LIVER_CANCER_UNSPECIFIED),
    CHOLANGIOCARCINOMA(5, ConceptSet.INTRAHEPATIC_CHOLANGIOCARCINOMA),
    SARCOMA(3, ConceptSet.LIVER_SARCOMA),
    HEPATOBLASTOMA(2, ConceptSet.HEPATOBLASTOMA),
    SUSPECTED(8, ConceptSet.HEPATOCELLULAR_CARCINOMA),
    HISTORY(8, ConceptSet.LIVER_CANCER_HISTORY),
    CONFLICT(4, ConceptSet.HEPATOCELLULAR_CARCINOMA, ConceptSet.LIVER_METASTASES);

    private static final int MIXING = 39;

    private final int share;
    private final List<ConceptSet> conditions;

    LiverCancerKind(int share, ConceptSet... conditions) {
        this.share = share;
        this.conditions = List.of(conditions);
    }

    /** Of a hundred ranks in a row each kind has its share, well mixed. */
    static LiverCancerKind of(int rank) {
        int left = rank * MIXING % 100;
        for (LiverCancerKind kind : values()) {
            left -= kind.share;
            if (left < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("the shares are no hundred");
    }

    List<ConceptSet> conditions() {
        return conditions;
    }

    String clinical(Dice dice) {
        boolean canRecur = this == HEPATOCELLULAR || this == PRIMARY;
        if (canRecur && dice.chance(0.15)) {
            return dice.oneOf("recurrence", "relapse");
        }
        return canRecur && dice.chance(0.04) ? "remission" : "active";
    }

    String verification(Dice dice) {
        if (this == SUSPECTED) {
            return dice.oneOf("provisional", "differential", "unconfirmed");
        }
        return dice.chance(0.02) ? "refuted" : "confirmed";
    }
}
