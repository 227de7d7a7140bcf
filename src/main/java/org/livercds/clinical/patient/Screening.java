package org.livercds.clinical.patient;

import java.util.ArrayList;
import java.util.List;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Fact.Reason;
import org.livercds.clinical.Truth;

/**
 * Whether the lesion was found in screening: as recorded, else an ultrasound LI-RADS category says so. A recorded other
 * way of detection beside such a category is a contradiction.
 */
final class Screening {

    private Screening() {}

    static Fact<Boolean> of(Facts facts) {
        Fact<Boolean> recorded = facts.of(FactKey.DETECTION).map(Detection.SCREENING::equals);
        List<Evidence> ultrasound = facts.currentOfEach(FactKey.LI_RADS, LiRads::isUltrasound);
        if (ultrasound.isEmpty() || recorded.isUnknownBecause(Reason.CONFLICTING)) {
            return recorded;
        }
        if (recorded.decide(Truth::of) == Truth.NOT_MET) {
            List<Evidence> both = new ArrayList<>(recorded.evidence());
            both.addAll(ultrasound);
            return Fact.unknown(Reason.CONFLICTING, both);
        }
        return recorded.isKnown() ? recorded : Fact.known(true, ultrasound);
    }
}
