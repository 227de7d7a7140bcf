package org.livercds.clinical.guideline;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.clinical.guideline.RecommendationId.ABLATION;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Citation;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.criteria.Criterion;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.clinical.patient.LiverChart;

class RuleTest {

    private static final Criterion MET = criterion(Truth.MET);
    private static final Criterion FAILED = criterion(Truth.NOT_MET);
    private static final Criterion OPEN = criterion(Truth.UNKNOWN);

    private final LiverChart chart =
            patientWith(LIVER_METASTASES).lesion("a", mm("20")).chart();

    @Test
    void is_silent_about_other_kinds() {
        Rule rule = Rule.recommend(ABLATION, Set.of(DiseaseKind.HEPATOCELLULAR_CARCINOMA))
                .requiring(MET);
        assertEquals(Optional.empty(), rule.apply(chart));
    }

    @Test
    void is_firm_where_everything_required_is_met() {
        assertEquals(Optional.of(Status.RECOMMENDED), status(rule().requiring(MET, MET)));
    }

    @Test
    void is_conditional_where_something_required_is_unknown() {
        assertEquals(Optional.of(Status.CONDITIONAL), status(rule().requiring(MET, OPEN)));
    }

    @Test
    void is_absent_where_something_required_is_not_met() {
        assertEquals(Optional.empty(), status(rule().requiring(OPEN, FAILED)));
    }

    @Test
    void only_what_certainly_blocks_makes_it_absent() {
        assertEquals(Optional.empty(), status(rule().requiring(MET).blockedBy(FAILED, MET)));
        assertEquals(
                Optional.of(Status.RECOMMENDED), status(rule().requiring(MET).blockedBy(OPEN, FAILED)));
    }

    @Test
    void only_what_certainly_lowers_makes_it_conditional() {
        assertEquals(
                Optional.of(Status.CONDITIONAL), status(rule().requiring(MET).conditionalWhen(FAILED, MET)));
        assertEquals(
                Optional.of(Status.RECOMMENDED), status(rule().requiring(MET).conditionalWhen(OPEN, FAILED)));
    }

    @Test
    void what_could_not_be_read_lowers_it_as_well() {
        Criterion unread = any ->
                Assessment.of(Statement.BILIRUBIN_ABOVE_3, Fact.unknown(Fact.Reason.INCOMPLETE, List.of()), Truth::of);
        Criterion old = any ->
                Assessment.of(Statement.BILIRUBIN_ABOVE_3, Fact.unknown(Fact.Reason.OUT_OF_DATE, List.of()), Truth::of);
        Criterion read = any -> Assessment.of(
                Statement.BILIRUBIN_ABOVE_3,
                Fact.known(false, List.of(new Evidence("Observation/1", "bilirubin", "1", Optional.empty()))),
                Truth::of);
        assertEquals(
                Optional.of(Status.CONDITIONAL), status(rule().requiring(MET).conditionalWhen(unread)));
        assertEquals(
                Optional.of(Status.RECOMMENDED), status(rule().requiring(MET).conditionalWhen(old, read)));
        Criterion ofOtherKinds = any -> unread.assess(any).withTruth(Truth.NOT_MET);
        assertEquals(
                Optional.of(Status.RECOMMENDED), status(rule().requiring(MET).conditionalWhen(ofOtherKinds)));
    }

    @Test
    void a_hint_stays_a_hint() {
        Rule hint = Rule.inform(ABLATION, Set.of(DiseaseKind.LIVER_METASTASES));
        assertEquals(Optional.of(Status.INFO), status(hint.requiring(MET)));
        assertEquals(Optional.of(Status.INFO), status(hint.requiring(OPEN)));
    }

    @Test
    void a_part_that_was_not_read_lowers_every_rule_and_is_named() {
        LiverChart unread =
                patientWith(LIVER_METASTASES).unread(ChartPart.PROCEDURES).chart();
        Recommendation offer = rule().requiring(MET).apply(unread).orElseThrow();
        assertEquals(Status.CONDITIONAL, offer.status());
        assertEquals(Set.of(Statement.CHART_NOT_READ_IN_FULL), statements(offer.open()));
    }

    @Test
    void an_offer_says_why_and_what_is_open() {
        Recommendation offer = rule().requiring(MET, OPEN).apply(chart).orElseThrow();
        assertEquals(2, offer.because().size());
        assertEquals(List.of(OPEN.assess(chart)), offer.open());
        assertEquals(List.of(Citation.msk(6)), offer.citations());
    }

    @Test
    void an_offer_says_what_lowered_it() {
        Recommendation offer =
                rule().requiring(MET).conditionalWhen(MET, FAILED).apply(chart).orElseThrow();
        assertEquals(List.of(MET.assess(chart)), offer.open());
    }

    @Test
    void an_offer_says_what_could_have_stopped_or_lowered_it_and_did_not() {
        Criterion other = any -> Assessment.of(Statement.BILOBAR, Truth.NOT_MET, List.of());
        Recommendation offer = rule().requiring(MET)
                .blockedBy(OPEN, FAILED)
                .conditionalWhen(MET, other, OPEN)
                .apply(chart)
                .orElseThrow();
        assertEquals(List.of(FAILED.assess(chart), other.assess(chart)), offer.considered());
    }

    @Test
    void the_obstacles_are_what_failed_and_what_blocks() {
        Rule rule = rule().requiring(MET, FAILED, OPEN).blockedBy(MET, FAILED, OPEN);
        assertEquals(List.of(FAILED.assess(chart), MET.assess(chart)), rule.obstacles(chart));
    }

    @Test
    void a_patient_for_whom_a_rule_is_not_meets_no_obstacle() {
        Rule rule = Rule.recommend(ABLATION, Set.of(DiseaseKind.HEPATOCELLULAR_CARCINOMA))
                .requiring(FAILED);
        assertEquals(List.of(), rule.obstacles(chart));
    }

    private Optional<Status> status(Rule rule) {
        return rule.apply(chart).map(Recommendation::status);
    }

    private static Rule rule() {
        return Rule.recommend(ABLATION, Set.of(DiseaseKind.LIVER_METASTASES), Citation.msk(6));
    }

    private static Criterion criterion(Truth truth) {
        return chart -> Assessment.of(Statement.LIVER_ONLY, truth, List.of());
    }

    private static Set<Statement> statements(List<Assessment> assessments) {
        return assessments.stream().map(Assessment::statement).collect(toSet());
    }
}
