package org.livercds.clinical.criteria;

import java.util.ArrayList;
import java.util.List;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.clinical.patient.LiverChart;

/**
 * A finding that asks for a diagnosis: a lesion of 10 mm or more in an at-risk liver, or one not found in screening; any
 * live lesion after a liver cancer; a suspected liver cancer; a liver lesion beside another cancer.
 *
 * <p>Beyond the sources, which only say that lesions smaller than 1 cm are watched (NCI-2).
 */
public final class NeedsDiagnosis implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        boolean needs = switch (chart.kind()) {
            case AT_RISK -> isLargeOrNotScreened(chart);
            case HISTORY -> chart.lesions().seenInLiver();
            default ->
                chart.kind() == DiseaseKind.SUSPECTED || chart.kind() == DiseaseKind.OTHER_CANCER_WITH_LIVER_LESION;
        };
        List<Evidence> evidence = new ArrayList<>(chart.diagnosis().evidence());
        evidence.addAll(chart.lesions().evidence());
        if (chart.screening().isKnown()) {
            evidence.addAll(chart.screening().evidence());
        }
        return Assessment.of(Statement.NEEDS_DIAGNOSIS, Truth.of(needs), evidence);
    }

    private static boolean isLargeOrNotScreened(LiverChart chart) {
        return chart.lesions().anyFrom(EachLesionSmallerThan.ONE_CENTIMETRE.limit())
                || chart.screening().decide(Truth::of) == Truth.NOT_MET;
    }
}
