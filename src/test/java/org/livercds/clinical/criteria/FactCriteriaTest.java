package org.livercds.clinical.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.clinical.Truth.MET;
import static org.livercds.clinical.Truth.NOT_MET;
import static org.livercds.clinical.Truth.UNKNOWN;
import static org.livercds.clinical.patient.ChartBuilder.SCAN;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Judgement.NO;
import static org.livercds.clinical.patient.Judgement.YES;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOCELLULAR_CARCINOMA;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LesionKey;
import org.livercds.clinical.patient.MeasurementBuilder;
import org.livercds.clinical.patient.NumberRange;
import org.livercds.clinical.patient.PortalVein;
import org.livercds.clinical.patient.Problem;
import org.livercds.clinical.patient.Treatment;

class FactCriteriaTest {

    private static final Set<DiseaseKind> OTHERS = Set.of(DiseaseKind.LIVER_METASTASES);
    private static final Set<DiseaseKind> PRIMARY = Set.of(DiseaseKind.HEPATOCELLULAR_CARCINOMA);

    @ParameterizedTest
    @CsvSource({"2.0, NOT_MET, NOT_MET", "2.1, MET, NOT_MET", "3.0, MET, NOT_MET", "3.1, MET, MET"})
    void bilirubin_above_two_and_above_three_is_strict(String value, Truth two, Truth three) {
        assertEquals(two, truth(BilirubinAbove.TWO, hcc().bilirubin(value)));
        assertEquals(three, truth(BilirubinAbove.THREE, hcc().bilirubin(value)));
    }

    @Test
    void a_bound_decides_where_it_lies_beyond_the_limit() {
        ChartBuilder low = hcc().reading(FactKey.BILIRUBIN, NumberRange.upTo(new BigDecimal("2"), false));
        ChartBuilder open = hcc().reading(FactKey.BILIRUBIN, NumberRange.upTo(new BigDecimal("2.5"), true));
        assertEquals(NOT_MET, truth(BilirubinAbove.TWO, low));
        assertEquals(UNKNOWN, truth(BilirubinAbove.TWO, open));
        assertEquals(UNKNOWN, truth(BilirubinAbove.TWO, hcc()));
    }

    @Test
    void unread_laboratory_values_may_hold_a_higher_one_and_do_not_unsay_a_high_one() {
        assertEquals(UNKNOWN, truth(BilirubinAbove.TWO, hcc().bilirubin("1").unread(ChartPart.LABS)));
        assertEquals(UNKNOWN, truth(BilirubinAbove.TWO, hcc().unread(ChartPart.LABS)));
        assertEquals(MET, truth(BilirubinAbove.TWO, hcc().bilirubin("2.1").unread(ChartPart.LABS)));
    }

    @ParameterizedTest
    @EnumSource(ChildPugh.class)
    void child_pugh_is_one_class_and_not_another(ChildPugh grade) {
        for (ChildPugh asked : ChildPugh.values()) {
            assertEquals(Truth.of(asked == grade), truth(new ChildPughIs(asked), hcc().childPugh(grade)));
        }
    }

    @Test
    void each_class_has_a_statement_of_its_own() {
        assertEquals(
                List.of(Statement.CHILD_PUGH_A, Statement.CHILD_PUGH_B, Statement.CHILD_PUGH_C),
                List.of(ChildPugh.values()).stream()
                        .map(grade ->
                                new ChildPughIs(grade).assess(hcc().chart()).statement())
                        .toList());
    }

    @Test
    void an_unknown_class_is_unknown_and_known_to_be_so() {
        assertEquals(UNKNOWN, truth(new ChildPughIs(ChildPugh.C), hcc()));
        assertEquals(MET, truth(ChildPughIs.unknown(), hcc()));
        assertEquals(NOT_MET, truth(ChildPughIs.unknown(), hcc().childPugh(ChildPugh.C)));
    }

    @Test
    void liver_only_and_spread_are_opposites() {
        assertEquals(MET, truth(new LiverOnly(), hcc().extrahepatic(NO)));
        assertEquals(NOT_MET, truth(new SpreadOutsideLiver(PRIMARY), hcc().extrahepatic(NO)));
        assertEquals(NOT_MET, truth(new LiverOnly(), hcc().extrahepatic(YES)));
        assertEquals(MET, truth(new SpreadOutsideLiver(PRIMARY), hcc().extrahepatic(YES)));
        assertEquals(UNKNOWN, truth(new LiverOnly(), hcc()));
        assertEquals(UNKNOWN, truth(new SpreadOutsideLiver(PRIMARY), hcc()));
    }

    @Test
    void spread_is_asked_of_some_kinds_only() {
        assertEquals(NOT_MET, truth(new SpreadOutsideLiver(OTHERS), hcc().extrahepatic(YES)));
        ChartBuilder contradictory = hcc().extrahepatic(YES).extrahepatic(NO);
        assertEquals(MET, truth(SpreadOutsideLiver.contradictory(PRIMARY), contradictory));
        assertEquals(NOT_MET, truth(SpreadOutsideLiver.contradictory(OTHERS), contradictory));
        assertEquals(NOT_MET, truth(SpreadOutsideLiver.contradictory(PRIMARY), hcc()));
    }

    @ParameterizedTest
    @CsvSource({"NONE, NOT_MET, NOT_MET", "BRANCH, MET, NOT_MET", "MAIN, MET, MET", "UNSPECIFIED, MET, MET"})
    void invasion_is_any_place_and_the_main_vein_may_be_an_unspecified_one(PortalVein place, Truth any, Truth main) {
        assertEquals(any, truth(new MacrovascularInvasion(), hcc().portalVein(place)));
        assertEquals(main, truth(MacrovascularInvasion.ofMainVein(), hcc().portalVein(place)));
    }

    @ParameterizedTest
    @CsvSource({"NONE, NOT_MET", "BRANCH, NOT_MET", "MAIN, MET", "UNSPECIFIED, NOT_MET"})
    void the_trunk_is_invaded_only_where_somebody_said_so(PortalVein place, Truth trunk) {
        assertEquals(trunk, truth(MacrovascularInvasion.ofTrunk(), hcc().portalVein(place)));
    }

    @Test
    void invasion_is_asked_of_some_kinds_only() {
        ChartBuilder invaded = hcc().portalVein(PortalVein.MAIN);
        assertEquals(MET, truth(new MacrovascularInvasion().of(PRIMARY), invaded));
        assertEquals(NOT_MET, truth(new MacrovascularInvasion().of(OTHERS), invaded));
    }

    @Test
    void unknown_invasion_is_unknown() {
        assertEquals(UNKNOWN, truth(new MacrovascularInvasion(), hcc()));
        assertEquals(UNKNOWN, truth(MacrovascularInvasion.ofMainVein(), hcc()));
    }

    @Test
    void ablation_is_ruled_out_by_a_no_only() {
        assertEquals(NOT_MET, truth(new AblationNotRuledOut(), hcc().ablationFeasible(NO)));
        assertEquals(MET, truth(new AblationNotRuledOut(), hcc().ablationFeasible(YES)));
        assertEquals(MET, truth(new AblationNotRuledOut(), hcc()));
    }

    @Test
    void none_is_established_until_one_is_met() {
        Criterion met = new LiverOnly();
        Criterion open = new MacrovascularInvasion();
        ChartBuilder chart = hcc().extrahepatic(NO);
        assertEquals(MET, truth(new NoneEstablished(List.of(open)), chart));
        assertEquals(NOT_MET, truth(new NoneEstablished(List.of(open, met)), chart));
    }

    @Test
    void doubtful_recurrence_counts_where_the_rule_is_not_for_it() {
        assertEquals(MET, truth(Recurrent.orDoubtful(), ChartBuilder.patient().recurrent(HEPATOCELLULAR_CARCINOMA)));
        assertEquals(NOT_MET, truth(Recurrent.orDoubtful(), hcc()));
        assertEquals(NOT_MET, truth(new Recurrent(), hcc()));
    }

    @Test
    void only_a_transplant_or_the_status_of_one_is_a_transplanted_liver() {
        assertEquals(MET, truth(new Transplanted(), hcc().treated(Treatment.Kind.TRANSPLANT, SCAN)));
        assertEquals(MET, truth(new Transplanted(), hcc().with(Problem.Kind.TRANSPLANTED_LIVER)));
        assertEquals(NOT_MET, truth(new Transplanted(), hcc().treated(Treatment.Kind.RESECTION, SCAN)));
        assertEquals(NOT_MET, truth(new Transplanted(), hcc()));
    }

    @Test
    void a_lesion_of_a_body_structure_that_was_not_read_leaves_the_chart_open() {
        MeasurementBuilder unread = MeasurementBuilder.of(LesionKey.unresolved("BodyStructure/a"));
        assertEquals(MET, truth(new ChartNotReadInFull(), hcc().measured(unread)));
        assertEquals(NOT_MET, truth(new ChartNotReadInFull(), hcc().unmeasuredLesion("a")));
        assertEquals(MET, truth(new ChartNotReadInFull(), hcc().unread(ChartPart.PROCEDURES)));
        assertEquals(NOT_MET, truth(new ChartNotReadInFull(), hcc().unread(ChartPart.LABS)));
    }

    @Test
    void a_known_kind_of_liver_cancer_asks_for_no_diagnosis() {
        assertEquals(NOT_MET, truth(new NeedsDiagnosis(), hcc()));
    }

    private static Truth truth(Criterion criterion, ChartBuilder chart) {
        return criterion.assess(chart.chart()).truth();
    }

    private static ChartBuilder hcc() {
        return patientWith(HEPATOCELLULAR_CARCINOMA);
    }
}
