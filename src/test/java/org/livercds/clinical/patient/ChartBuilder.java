package org.livercds.clinical.patient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;

/** Builds charts for tests, entry by entry. Without a date an entry is of the day of the scan. */
public final class ChartBuilder {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    public static final LocalDate SCAN = TODAY.minusDays(15);

    private final List<Problem> problems = new ArrayList<>();
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<Treatment> treatments = new ArrayList<>();
    private final List<Drug> drugs = new ArrayList<>();
    private final List<Evidence> contrastAllergies = new ArrayList<>();
    private final Set<ChartPart> unread = EnumSet.noneOf(ChartPart.class);
    private Readings readings = Readings.none();
    private Person person = Person.unknown();
    private int entries;

    private ChartBuilder() {
        aged(62);
    }

    public static ChartBuilder patient() {
        return new ChartBuilder();
    }

    /** Each an active, confirmed condition of its own. */
    public static ChartBuilder patientWith(Problem.Kind... kinds) {
        ChartBuilder builder = patient();
        for (Problem.Kind kind : kinds) {
            builder.with(kind);
        }
        return builder;
    }

    public static SizeRange mm(String millimetres) {
        return SizeRange.exactly(millimetres);
    }

    public static SizeRange mm(String low, String high) {
        return new SizeRange(NumberRange.between(new BigDecimal(low), new BigDecimal(high)));
    }

    public static SizeRange lessThan(String millimetres) {
        return new SizeRange(NumberRange.upTo(new BigDecimal(millimetres), true));
    }

    public static SizeRange atLeast(String millimetres) {
        return new SizeRange(NumberRange.from(new BigDecimal(millimetres), false));
    }

    public ChartBuilder with(Problem.Kind kind) {
        return with(kind, Problem.State.ACTIVE);
    }

    public ChartBuilder with(Problem.Kind kind, Problem.State state) {
        return with(Set.of(kind), state, false);
    }

    public ChartBuilder recurrent(Problem.Kind kind) {
        return with(Set.of(kind), Problem.State.ACTIVE, true);
    }

    public ChartBuilder with(Set<Problem.Kind> kinds, Problem.State state, boolean recurrent) {
        problems.add(new Problem(kinds, state, recurrent, evidence("Condition", "problem", Optional.empty())));
        return this;
    }

    public ChartBuilder lesion(String id, SizeRange size) {
        return lesion(id, size, SCAN);
    }

    public ChartBuilder lesion(String id, SizeRange size, LocalDate day) {
        return measured(
                MeasurementBuilder.of(LesionKey.identified(id)).size(size).on(day));
    }

    /** Seen, and its size cannot be used. */
    public ChartBuilder unmeasuredLesion(String id) {
        return measured(MeasurementBuilder.of(LesionKey.identified(id)));
    }

    public ChartBuilder measured(MeasurementBuilder measurement) {
        measurements.add(measurement.build("Observation/size-" + ++entries));
        return this;
    }

    public ChartBuilder treated(Treatment.Kind kind, LocalDate day) {
        return treated(kind, Optional.of(ChartDate.of(day)), Treatment.Target.wholeLiver());
    }

    public ChartBuilder treated(Treatment.Kind kind, LocalDate day, String lesion) {
        Treatment.Target target = new Treatment.Target(Set.of(LesionKey.identified(lesion)), Set.of());
        return treated(kind, Optional.of(ChartDate.of(day)), target);
    }

    public ChartBuilder treated(Treatment.Kind kind, Optional<ChartDate> performed, Treatment.Target target) {
        treatments.add(new Treatment(kind, performed, target, evidence("Procedure", "procedure", performed)));
        return this;
    }

    public <T> ChartBuilder reading(FactKey<T> key, T value) {
        return reading(key, value, SCAN);
    }

    public <T> ChartBuilder reading(FactKey<T> key, T value, LocalDate day) {
        return reading(key, Optional.of(value), Optional.of(ChartDate.of(day)));
    }

    public <T> ChartBuilder reading(FactKey<T> key, Optional<T> value, Optional<ChartDate> date) {
        readings = readings.with(key, new Reading<>(value, date, evidence("Observation", key.name(), date)));
        return this;
    }

    public ChartBuilder without(FactKey<?> key) {
        readings = readings.without(key);
        return this;
    }

    public ChartBuilder takes(Drug.Kind kind, boolean coded) {
        drugs.add(new Drug(kind, coded, evidence("MedicationRequest", "medication", Optional.of(ChartDate.of(SCAN)))));
        return this;
    }

    public ChartBuilder contrastAllergy() {
        contrastAllergies.add(evidence("AllergyIntolerance", "allergy", Optional.empty()));
        return this;
    }

    public ChartBuilder listComplete() {
        return reading(FactKey.LESION_LIST_COMPLETE, Judgement.YES);
    }

    public ChartBuilder count(int lesions) {
        return reading(FactKey.LESION_COUNT, NumberRange.exactly(BigDecimal.valueOf(lesions)));
    }

    public ChartBuilder innumerable() {
        return reading(FactKey.LESIONS_INNUMERABLE, Judgement.YES);
    }

    public ChartBuilder found(Detection detection) {
        return reading(FactKey.DETECTION, detection);
    }

    public ChartBuilder resectable(Judgement judgement) {
        return reading(FactKey.RESECTABLE, judgement);
    }

    public ChartBuilder fit(Judgement judgement) {
        return reading(FactKey.FIT, judgement);
    }

    public ChartBuilder ablationFeasible(Judgement judgement) {
        return reading(FactKey.ABLATION_FEASIBLE, judgement);
    }

    public ChartBuilder extrahepatic(Judgement judgement) {
        return reading(FactKey.EXTRAHEPATIC, judgement);
    }

    public ChartBuilder portalVein(PortalVein place) {
        return reading(FactKey.PORTAL_VEIN, place);
    }

    public ChartBuilder childPugh(ChildPugh grade) {
        return reading(FactKey.CHILD_PUGH, grade);
    }

    /** In mg/dL. */
    public ChartBuilder bilirubin(String milligramsPerDecilitre) {
        return reading(FactKey.BILIRUBIN, NumberRange.exactly(new BigDecimal(milligramsPerDecilitre)));
    }

    public ChartBuilder pregnant(Judgement judgement) {
        return reading(FactKey.PREGNANT, judgement);
    }

    public ChartBuilder aged(int years) {
        return born(ChartDate.of(TODAY.minusYears(years)), false);
    }

    public ChartBuilder woman(int years) {
        return born(ChartDate.of(TODAY.minusYears(years)), true);
    }

    public ChartBuilder born(ChartDate day, boolean female) {
        return person(new Person(
                Optional.of(day), false, female, Optional.of(evidence("Patient", "birth-date", Optional.of(day)))));
    }

    public ChartBuilder deceased() {
        return person(new Person(person.born(), true, person.female(), person.evidence()));
    }

    public ChartBuilder person(Person other) {
        person = other;
        return this;
    }

    public ChartBuilder unread(ChartPart... parts) {
        unread.addAll(List.of(parts));
        return this;
    }

    public ChartEntries entries() {
        return new ChartEntries(
                TODAY, person, problems, measurements, treatments, drugs, contrastAllergies, readings, unread);
    }

    public LiverChart chart() {
        return LiverChart.of(entries(), Limits.standard());
    }

    private Evidence evidence(String type, String subject, Optional<ChartDate> date) {
        return new Evidence(type + "/" + ++entries, subject, "value", date);
    }
}
