package org.livercds.clinical.criteria;

import java.util.Set;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.clinical.patient.PortalVein;

/**
 * Tumour in the portal vein: branch, main or unspecified.
 *
 * <p>Source: NCI-30 speaks of locally advanced disease; that invasion of the portal vein is such is mainstream staging.
 */
public final class MacrovascularInvasion implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.of(Statement.MACROVASCULAR_INVASION, chart.portalVein(), vein -> Truth.of(vein.isInvaded()));
    }

    /** Only for patients of some kinds; for others the statement is NOT_MET. */
    public Criterion of(Set<DiseaseKind> kinds) {
        return chart ->
                kinds.contains(chart.kind()) ? assess(chart) : assess(chart).withTruth(Truth.NOT_MET);
    }

    /** In the trunk of the portal vein, as somebody said. */
    public static Criterion ofTrunk() {
        return chart -> Assessment.of(
                Statement.MAIN_TRUNK_INVASION,
                chart.portalVein(),
                (PortalVein vein) -> Truth.of(vein == PortalVein.MAIN));
    }

    /** In the trunk of the portal vein, or nobody knows that it is not there. */
    public static Criterion ofMainVein() {
        return chart -> Assessment.of(
                Statement.MAIN_PORTAL_VEIN_INVASION,
                chart.portalVein(),
                (PortalVein vein) -> Truth.of(vein.isMainOrUnspecified()));
    }
}
