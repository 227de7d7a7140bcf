package org.livercds.clinical.criteria;

import java.util.List;
import java.util.Optional;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.clinical.patient.LiverChart;

/**
 * Three or fewer liver tumours.
 *
 * <p>Source: MSK-6, "often only" a criterion. Population: liver metastases; applied to primary liver cancer as its
 * localized option (NCI-29). Counted: live lesions at the latest assessment, also those that a report only counts. Three
 * is within, four is not; an open count is UNKNOWN until it exceeds three.
 */
public final class AtMostThreeLesions implements Criterion {

    public static final int MOST = 3;

    private static final Optional<Fact.Reason> INCOMPLETE = Optional.of(Fact.Reason.INCOMPLETE);

    @Override
    public Assessment assess(LiverChart chart) {
        List<Evidence> stated = chart.lesions().countEvidence();
        List<Evidence> evidence = stated.isEmpty() ? chart.lesions().evidence() : stated;
        Truth few = truth(chart);
        boolean unread = few == Truth.UNKNOWN && chart.unread().contains(ChartPart.OBSERVATIONS);
        return new Assessment(
                Statement.AT_MOST_THREE_LESIONS, few, unread ? INCOMPLETE : Optional.empty(), evidence, List.of());
    }

    @Override
    public Truth truth(LiverChart chart) {
        return chart.lesions().count().isAtMost(MOST);
    }
}
