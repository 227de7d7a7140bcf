package org.livercds.fhir;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.Judgement;
import org.livercds.clinical.patient.NumberRange;
import org.livercds.clinical.patient.Reading;
import org.livercds.clinical.patient.Readings;
import org.livercds.codes.ConceptSet;

/** Observations with standard or own codes as dated results of facts; a component counts like an Observation. */
record ResultReader(Codes codes, Dates dates) {

    private static final Pattern GRADE = Pattern.compile("(\\d{1,3})%?");
    private static final int WORST_ECOG = 5;
    private static final int BEST_KARNOFSKY = 100;

    private static final Map<ConceptSet, FactKey<NumberRange>> LABS = Map.of(
            ConceptSet.BILIRUBIN, FactKey.BILIRUBIN,
            ConceptSet.ALBUMIN, FactKey.ALBUMIN,
            ConceptSet.INR, FactKey.INR,
            ConceptSet.PLATELETS, FactKey.PLATELETS,
            ConceptSet.AFP, FactKey.AFP);

    private static final Map<ConceptSet, Quantities> UNITS = Map.of(
            ConceptSet.BILIRUBIN, Quantities.BILIRUBIN,
            ConceptSet.ALBUMIN, Quantities.ALBUMIN,
            ConceptSet.INR, Quantities.RATIO,
            ConceptSet.PLATELETS, Quantities.PLATELETS,
            ConceptSet.AFP, Quantities.AFP);

    /** In which the limits are written. */
    private static final Map<ConceptSet, String> SHOWN_UNITS =
            Map.of(ConceptSet.BILIRUBIN, "mg/dL", ConceptSet.ALBUMIN, "g/dL");

    private static final Map<ConceptSet, ChildPugh> CLASSES = Map.of(
            ConceptSet.CHILD_PUGH_A, ChildPugh.A,
            ConceptSet.CHILD_PUGH_B, ChildPugh.B,
            ConceptSet.CHILD_PUGH_C, ChildPugh.C);

    private static final Map<ConceptSet, Judgement> METASTASIS =
            Map.of(ConceptSet.TNM_M0, Judgement.NO, ConceptSet.TNM_M1, Judgement.YES);

    /** What a coded value other than "pregnant" means is not known here, so it is no "not pregnant" either. */
    private static final Map<ConceptSet, Judgement> PREGNANCY = Map.of(ConceptSet.PREGNANT, Judgement.YES);

    void read(ReadResource read, Readings.Builder readings) {
        Observation observation = (Observation) read.resource();
        Source source = new Source(read.reference(), dates.of(observation.getEffective()), observation.hasFocus());
        read(observation.getCode(), observation.getValue(), source, readings);
        for (Observation.ObservationComponentComponent component : observation.getComponent()) {
            read(component.getCode(), component.getValue(), source, readings);
        }
    }

    private record Source(String reference, Optional<ChartDate> date, boolean ofOneLesion) {
        <T> Reading<T> reading(FactKey<T> key, Optional<T> value, Optional<String> text) {
            String shown = value.isPresent() ? text.orElse("see-resource") : "unusable";
            return new Reading<>(value, date, new Evidence(reference, key.name(), shown, date));
        }
    }

    private void read(CodeableConcept code, Type value, Source source, Readings.Builder readings) {
        FindingReader.of(code, source.ofOneLesion()).forEach(finding -> finding(finding, value, source, readings));
        for (ConceptSet set : codes.of(code)) {
            standard(set, value, source, readings);
        }
    }

    private static <T> void finding(
            FindingReader.Finding<T> finding, Type value, Source source, Readings.Builder readings) {
        Optional<T> read = finding.value().apply(value);
        readings.add(
                finding.key(),
                source.reading(finding.key(), read, finding.text().apply(value)));
    }

    private void standard(ConceptSet set, Type value, Source source, Readings.Builder readings) {
        switch (set) {
            case BILIRUBIN, ALBUMIN, INR, PLATELETS, AFP -> lab(set, value, source, readings);
            case ECOG -> graded(FactKey.ECOG, value, WORST_ECOG, source, readings);
            case KARNOFSKY -> graded(FactKey.KARNOFSKY, value, BEST_KARNOFSKY, source, readings);
            case CHILD_PUGH -> childPugh(value, source, readings);
            case TNM_M -> metastasis(value, source, readings);
            case PREGNANCY_STATUS -> pregnancy(value, source, readings);
            default -> {}
        }
    }

    private static void lab(ConceptSet set, Type value, Source source, Readings.Builder readings) {
        FactKey<NumberRange> key = LABS.get(set);
        Optional<NumberRange> usable =
                UNITS.get(set).read(value).filter(range -> range.low().signum() >= 0);
        Quantities units = UNITS.get(set);
        Optional<String> shown =
                SHOWN_UNITS.containsKey(set) ? units.textBeside(value, SHOWN_UNITS.get(set)) : units.text(value);
        readings.add(key, source.reading(key, usable, shown));
    }

    private static void graded(FactKey<Integer> key, Type value, int most, Source source, Readings.Builder readings) {
        Optional<Integer> grade = grade(value).filter(number -> number <= most);
        readings.add(key, source.reading(key, grade, grade.map(String::valueOf)));
    }

    /** A class by its code, else a score. */
    private void childPugh(Type value, Source source, Readings.Builder readings) {
        Optional<ChildPugh> recorded = one(CLASSES, value).or(() -> grade(value).flatMap(ChildPugh::ofScore));
        readings.add(FactKey.CHILD_PUGH, source.reading(FactKey.CHILD_PUGH, recorded, recorded.map(ChildPugh::name)));
    }

    private void pregnancy(Type value, Source source, Readings.Builder readings) {
        boolean coded = value instanceof CodeableConcept concept && concept.hasCoding();
        Optional<Judgement> status =
                one(PREGNANCY, value).or(() -> coded ? Optional.of(Judgement.UNDETERMINED) : Optional.empty());
        Optional<String> text = status.map(known -> known == Judgement.YES ? "yes" : "undetermined");
        readings.add(FactKey.PREGNANT, source.reading(FactKey.PREGNANT, status, text));
    }

    private void metastasis(Type value, Source source, Readings.Builder readings) {
        Optional<Judgement> category = one(METASTASIS, value);
        Optional<String> text = category.map(known -> known == Judgement.YES ? "M1" : "M0");
        readings.add(FactKey.DISTANT_METASTASIS, source.reading(FactKey.DISTANT_METASTASIS, category, text));
    }

    /** The one meaning of a coded value; two different ones cannot be used. */
    private <T> Optional<T> one(Map<ConceptSet, T> values, Type value) {
        if (!(value instanceof CodeableConcept concept)) {
            return Optional.empty();
        }
        Set<ConceptSet> sets = codes.of(concept);
        List<T> meanings = values.entrySet().stream()
                .filter(entry -> sets.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        return meanings.size() == 1 ? Optional.of(meanings.get(0)) : Optional.empty();
    }

    /** A whole number: an integer, an exact quantity, or a code that is the number. */
    private static Optional<Integer> grade(Type value) {
        if (value instanceof IntegerType integer) {
            return Optional.ofNullable(integer.getValue()).filter(number -> number >= 0);
        }
        if (value instanceof Quantity quantity) {
            return Quantities.number(quantity)
                    .filter(number -> quantity.getComparator() == null
                            && number.stripTrailingZeros().scale() <= 0)
                    .filter(number -> number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(BEST_KARNOFSKY)) <= 0)
                    .map(BigDecimal::intValueExact);
        }
        if (!(value instanceof CodeableConcept concept)) {
            return Optional.empty();
        }
        List<Integer> grades = concept.getCoding().stream()
                .map(Coding::getCode)
                .flatMap(code -> code == null ? Stream.empty() : Stream.of(GRADE.matcher(code)))
                .filter(Matcher::matches)
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .distinct()
                .toList();
        return grades.size() == 1 ? Optional.of(grades.get(0)) : Optional.empty();
    }
}
