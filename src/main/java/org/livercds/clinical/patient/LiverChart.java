package org.livercds.clinical.patient;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;

/**
 * All that the criteria need to know about one patient's liver on one day, each thing with its evidence or unknown.
 *
 * @param screening the lesions were found in screening
 * @param resectable all of the disease can be removed
 * @param fit well enough for an operation
 * @param spread the cancer has spread outside the liver
 * @param recurrence the cancer has come back
 * @param benign a benign liver condition or a lesion linked to one is recorded
 * @param unread parts of the chart that could not be read in full
 * @param background what stands behind the liver cancer
 * @param limitDays results older than this are out of date
 * @param bleeding from where bleeding is a concern
 */
public record LiverChart(
        LocalDate asOf,
        Person person,
        Diagnosis diagnosis,
        Lesions lesions,
        Facts facts,
        Fact<Boolean> screening,
        Fact<Boolean> resectable,
        Fact<Boolean> fit,
        Fact<Boolean> spread,
        Fact<PortalVein> portalVein,
        Fact<ChildPugh> childPugh,
        Assessment recurrence,
        boolean benign,
        Background background,
        Set<ChartPart> unread,
        int limitDays,
        Bleeding bleeding) {

    /** Facts of which two results of one day may contradict each other, beside those that are derived. */
    private static final List<FactKey<?>> RECORDED = List.of(
            FactKey.ABLATION_FEASIBLE,
            FactKey.EXTRAHEPATIC_TREATABLE,
            FactKey.ECOG,
            FactKey.KARNOFSKY,
            FactKey.REFRACTORY,
            FactKey.BILIRUBIN,
            FactKey.ALBUMIN,
            FactKey.INR,
            FactKey.PLATELETS,
            FactKey.REMNANT_ADEQUATE,
            FactKey.BILOBAR,
            FactKey.NEAR_DUCT_OR_VESSEL,
            FactKey.TRANSPLANT_CANDIDATE,
            FactKey.PREGNANT,
            FactKey.ASCITES,
            FactKey.ENCEPHALOPATHY);

    public static LiverChart of(ChartEntries entries, Limits limits) {
        LocalDate asOf = entries.asOf();
        List<Problem> problems = entries.problems();
        LesionTracker.Tracked tracked = LesionTracker.track(entries.measurements(), entries.treatments(), asOf);
        int countLimit = limits.days(Diagnosis.of(problems, true).kind());
        LesionCount count = LesionCount.of(tracked, entries.readings(), asOf, countLimit);
        Lesions lesions = Lesions.of(tracked, count).openIf(entries.unread().contains(ChartPart.OBSERVATIONS));
        return of(entries, lesions, Diagnosis.of(problems, lesions.seenInLiver()), limits);
    }

    private static LiverChart of(ChartEntries entries, Lesions lesions, Diagnosis diagnosis, Limits limits) {
        List<Problem> problems = entries.problems();
        int limitDays = limits.days(diagnosis.kind());
        Facts facts = new Facts(entries.readings(), entries.asOf(), limitDays, entries.unread());
        return new LiverChart(
                entries.asOf(),
                entries.person(),
                diagnosis,
                lesions,
                facts,
                Screening.of(facts),
                facts.judged(FactKey.RESECTABLE),
                Fitness.of(facts),
                Spread.of(problems, facts, diagnosis.kind()),
                PortalVeinInvasion.of(problems, facts),
                LiverFunction.childPugh(facts),
                Recurrence.of(problems, entries.treatments(), lesions),
                hasBenign(entries),
                Background.of(entries),
                entries.unread(),
                limitDays,
                limits.bleeding());
    }

    public DiseaseKind kind() {
        return diagnosis.kind();
    }

    public boolean isPregnant() {
        return facts.judged(FactKey.PREGNANT).decide(Truth::of) == Truth.MET;
    }

    /** A tumour lies near a bile duct or a large vessel: said of the disease, or of any one lesion. */
    public Fact<Boolean> nearDuctOrVessel() {
        List<Evidence> lesions = facts.currentOfEach(FactKey.LESION_NEAR_DUCT_OR_VESSEL, Judgement.YES::equals);
        Fact<Boolean> said = facts.judged(FactKey.NEAR_DUCT_OR_VESSEL);
        return lesions.isEmpty() || said.isUnknownBecause(Fact.Reason.CONFLICTING) ? said : Fact.known(true, lesions);
    }

    /** May be pregnant, and nobody has said. */
    public boolean pregnancyIsOpen() {
        return person.mayBePregnant(asOf) && !facts.judged(FactKey.PREGNANT).isKnown();
    }

    /** Lesions whose latest measurement is out of date. */
    public List<Lesion> staleLesions() {
        return lesions.olderThan(limitDays, asOf);
    }

    /** Entries of the chart that contradict each other or cannot be, in the order in which a clinician would look. */
    public List<Evidence> conflicts() {
        Set<Evidence> conflicts = new LinkedHashSet<>();
        if (kind() == DiseaseKind.CONFLICT) {
            conflicts.addAll(diagnosis.evidence());
        }
        conflicts.addAll(lesions.conflicts());
        for (Fact<?> derived : List.of(spread, portalVein, childPugh, fit, screening, resectable)) {
            addIfConflicting(derived, conflicts);
        }
        for (FactKey<?> recorded : RECORDED) {
            addIfConflicting(facts.of(recorded), conflicts);
        }
        return List.copyOf(conflicts);
    }

    private static void addIfConflicting(Fact<?> fact, Set<Evidence> conflicts) {
        if (fact.isUnknownBecause(Fact.Reason.CONFLICTING)) {
            conflicts.addAll(fact.evidence());
        }
    }

    private static boolean hasBenign(ChartEntries entries) {
        boolean benign = false;
        for (Measurement measurement : entries.measurements()) {
            benign |= measurement.benign();
        }
        for (Problem problem : entries.problems()) {
            benign |= problem.is(Problem.Kind.BENIGN_LIVER_LESION, Problem.State.ACTIVE);
        }
        return benign;
    }
}
