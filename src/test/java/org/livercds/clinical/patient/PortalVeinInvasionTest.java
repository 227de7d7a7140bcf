package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.TODAY;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOCELLULAR_CARCINOMA;
import static org.livercds.clinical.patient.Problem.Kind.PORTAL_VEIN_THROMBOSIS;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Fact.Reason;

class PortalVeinInvasionTest {

    @ParameterizedTest
    @CsvSource({"NONE, false, false", "BRANCH, true, false", "MAIN, true, true", "UNSPECIFIED, true, true"})
    void every_place_but_none_is_invasion_and_the_unspecified_may_be_the_trunk(
            PortalVein place, boolean invaded, boolean mainOrUnspecified) {
        assertEquals(invaded, place.isInvaded());
        assertEquals(mainOrUnspecified, place.isMainOrUnspecified());
    }

    @ParameterizedTest
    @EnumSource(PortalVein.class)
    void the_finding_says_where(PortalVein place) {
        assertEquals(Optional.of(place), vein(hcc().portalVein(place)).value());
    }

    @Test
    void nothing_recorded_is_unknown() {
        assertTrue(vein(hcc()).isUnknownBecause(Reason.NOT_RECORDED));
    }

    @Test
    void an_active_thrombosis_is_unspecified() {
        assertEquals(
                Optional.of(PortalVein.UNSPECIFIED),
                vein(hcc().with(PORTAL_VEIN_THROMBOSIS)).value());
    }

    @Test
    void a_past_or_suspected_thrombosis_is_nothing() {
        assertEquals(
                Optional.empty(),
                vein(hcc().with(PORTAL_VEIN_THROMBOSIS, Problem.State.HISTORY)).value());
        assertEquals(
                Optional.empty(),
                vein(hcc().with(PORTAL_VEIN_THROMBOSIS, Problem.State.SUSPECTED))
                        .value());
    }

    @Test
    void the_finding_tells_the_place_of_a_thrombosis() {
        assertEquals(
                Optional.of(PortalVein.BRANCH),
                vein(hcc().with(PORTAL_VEIN_THROMBOSIS).portalVein(PortalVein.BRANCH))
                        .value());
    }

    @Test
    void none_beside_a_thrombosis_is_a_contradiction() {
        Fact<PortalVein> fact = vein(hcc().with(PORTAL_VEIN_THROMBOSIS).portalVein(PortalVein.NONE));
        assertTrue(fact.isUnknownBecause(Reason.CONFLICTING));
        assertEquals(2, fact.evidence().size());
    }

    @Test
    void contradictory_findings_are_not_settled_by_a_thrombosis() {
        ChartBuilder chart =
                hcc().with(PORTAL_VEIN_THROMBOSIS).portalVein(PortalVein.NONE).portalVein(PortalVein.MAIN);
        assertTrue(vein(chart).isUnknownBecause(Reason.CONFLICTING));
    }

    @Test
    void a_finding_out_of_date_leaves_it_to_the_thrombosis() {
        ChartBuilder chart =
                hcc().with(PORTAL_VEIN_THROMBOSIS).reading(FactKey.PORTAL_VEIN, PortalVein.NONE, TODAY.minusDays(91));
        assertEquals(Optional.of(PortalVein.UNSPECIFIED), vein(chart).value());
    }

    @Test
    void tumour_in_vein_by_lirads_is_unspecified() {
        assertEquals(
                Optional.of(PortalVein.UNSPECIFIED),
                vein(hcc().reading(FactKey.LI_RADS, LiRads.LR_TIV)).value());
    }

    @ParameterizedTest
    @EnumSource(value = LiRads.class, names = "LR_TIV", mode = EnumSource.Mode.EXCLUDE)
    void no_other_lirads_category_says_anything_of_the_vein(LiRads category) {
        assertTrue(vein(hcc().reading(FactKey.LI_RADS, category)).isUnknownBecause(Reason.NOT_RECORDED));
    }

    @Test
    void another_lesion_of_the_same_day_does_not_hide_tumour_in_vein() {
        ChartBuilder chart = hcc().reading(FactKey.LI_RADS, LiRads.LR_5).reading(FactKey.LI_RADS, LiRads.LR_TIV);
        assertEquals(Optional.of(PortalVein.UNSPECIFIED), vein(chart).value());
    }

    @Test
    void a_lirads_category_out_of_date_says_nothing() {
        assertEquals(
                Optional.empty(),
                vein(hcc().reading(FactKey.LI_RADS, LiRads.LR_TIV, TODAY.minusDays(91)))
                        .value());
    }

    private static Fact<PortalVein> vein(ChartBuilder chart) {
        return chart.chart().portalVein();
    }

    private static ChartBuilder hcc() {
        return patientWith(HEPATOCELLULAR_CARCINOMA);
    }
}
