package org.livercds.clinical.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.clinical.patient.LiverChart;

/** What comes before the rules: who gets no card, and who gets no treatment option. */
final class Gate {

    private Gate() {}

    enum Verdict {
        SILENT,
        /** No treatment option; the multidisciplinary team, and why. */
        REFER,
        ADVISE
    }

    /**
     * The gate's word.
     *
     * @param silence why no card, else empty
     * @param caution why no option, else empty
     */
    record Decision(Verdict verdict, DiseaseKind kind, Optional<Silence> silence, Optional<Caution> caution) {}

    static Decision decide(LiverChart chart) {
        if (chart.person().deceased()) {
            return silent(chart, Silence.DECEASED);
        }
        if (!isLiverDisease(chart)) {
            return silent(chart, silence(chart));
        }
        if (chart.kind() == DiseaseKind.PEDIATRIC || chart.person().isChild(chart.asOf())) {
            return refer(DiseaseKind.PEDIATRIC, new Caution(CautionId.PEDIATRIC, whyPediatric(chart)));
        }
        if (chart.kind() == DiseaseKind.CHOLANGIOCARCINOMA || chart.kind() == DiseaseKind.SARCOMA) {
            return refer(
                    chart.kind(),
                    new Caution(CautionId.OUT_OF_SCOPE, chart.diagnosis().evidence()));
        }
        return new Decision(Verdict.ADVISE, chart.kind(), Optional.empty(), Optional.empty());
    }

    /** Imaging and watching stay right for a pregnant woman; every treatment option is the team's. */
    static boolean isKeptInPregnancy(RecommendationId id) {
        return id == RecommendationId.SURVEILLANCE || id == RecommendationId.DIAGNOSTIC_WORKUP;
    }

    /**
     * In an at-risk liver and after a liver cancer a lesion is asked for. Unread observations may hold one, and a measured
     * tumour whose organ the chart does not tell may be one.
     */
    private static boolean isLiverDisease(LiverChart chart) {
        return switch (chart.kind()) {
            case NONE -> false;
            case AT_RISK, HISTORY -> chart.lesions().any() || chart.unread().contains(ChartPart.OBSERVATIONS);
            default -> true;
        };
    }

    private static Silence silence(LiverChart chart) {
        if (chart.kind() == DiseaseKind.HISTORY) {
            return Silence.HISTORY_ONLY;
        }
        return chart.benign() ? Silence.BENIGN_ONLY : Silence.NO_LIVER_DISEASE;
    }

    private static List<Evidence> whyPediatric(LiverChart chart) {
        List<Evidence> why = new ArrayList<>(chart.diagnosis().evidence());
        if (chart.person().isChild(chart.asOf())) {
            why.addAll(chart.person().age(chart.asOf()).evidence());
        }
        return why;
    }

    private static Decision silent(LiverChart chart, Silence silence) {
        return new Decision(Verdict.SILENT, chart.kind(), Optional.of(silence), Optional.empty());
    }

    private static Decision refer(DiseaseKind kind, Caution caution) {
        return new Decision(Verdict.REFER, kind, Optional.empty(), Optional.of(caution));
    }
}
