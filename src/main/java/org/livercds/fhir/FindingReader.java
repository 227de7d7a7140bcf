package org.livercds.fhir;

import static org.livercds.clinical.patient.Judgement.NO;
import static org.livercds.clinical.patient.Judgement.UNDETERMINED;
import static org.livercds.clinical.patient.Judgement.YES;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.livercds.clinical.patient.Detection;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.Judgement;
import org.livercds.clinical.patient.LiRads;
import org.livercds.clinical.patient.NumberRange;
import org.livercds.clinical.patient.PortalVein;

/** The project's own findings, for which no standard code was found: which code means which fact, and its values. */
final class FindingReader {

    private static final String NEAR_DUCT_OR_VESSEL = "near-duct-or-vessel";
    private static final BigDecimal MOST_LESIONS = new BigDecimal("1000");

    /**
     * One own code.
     *
     * @param value of the fact, empty where the recorded one cannot be used
     * @param text a key for the words of the cards, or a number
     */
    record Finding<T>(
            String code, FactKey<T> key, Function<Type, Optional<T>> value, Function<Type, Optional<String>> text) {}

    private static final List<Finding<?>> FINDINGS = List.of(
            coded("resectability", FactKey.RESECTABLE, judged("resectable", "unresectable")),
            coded("surgical-fitness", FactKey.FIT, judged("fit", "unfit")),
            coded("ablation-feasibility", FactKey.ABLATION_FEASIBLE, judged("feasible", "not-feasible")),
            coded("chemotherapy-response", FactKey.REFRACTORY, judged("refractory", "responding")),
            coded("remnant-adequacy", FactKey.REMNANT_ADEQUATE, judged("adequate", "inadequate")),
            coded("transplant-candidacy", FactKey.TRANSPLANT_CANDIDATE, judged("candidate", "not-candidate")),
            yesOrNo("bilobar-involvement", FactKey.BILOBAR),
            coded("extrahepatic-disease", FactKey.EXTRAHEPATIC, judged("present", "absent")),
            coded(
                    "detection-context",
                    FactKey.DETECTION,
                    Map.of(
                            "screening", Detection.SCREENING,
                            "symptomatic", Detection.SYMPTOMATIC,
                            "staging", Detection.STAGING,
                            "incidental", Detection.INCIDENTAL)),
            coded(
                    "portal-vein-involvement",
                    FactKey.PORTAL_VEIN,
                    Map.of(
                            "none", PortalVein.NONE,
                            "branch", PortalVein.BRANCH,
                            "main", PortalVein.MAIN,
                            "unspecified", PortalVein.UNSPECIFIED)),
            coded("ascites", FactKey.ASCITES, Map.of("none", 1, "mild", 2, "moderate-or-severe", 3)),
            coded("encephalopathy", FactKey.ENCEPHALOPATHY, Map.of("none", 1, "grade-1-2", 2, "grade-3-4", 3)),
            finding("lirads-category", FactKey.LI_RADS, liRads(), FindingReader::codeOrText),
            yesOrNo("lesion-list-complete", FactKey.LESION_LIST_COMPLETE),
            yesOrNo("lesions-innumerable", FactKey.LESIONS_INNUMERABLE),
            yesOrNo("extrahepatic-treatable", FactKey.EXTRAHEPATIC_TREATABLE),
            new Finding<>("lesion-count", FactKey.LESION_COUNT, FindingReader::count, FindingReader::countText));

    private static final Finding<Judgement> NEAR = yesOrNo(NEAR_DUCT_OR_VESSEL, FactKey.NEAR_DUCT_OR_VESSEL);
    private static final Finding<Judgement> LESION_NEAR =
            yesOrNo(NEAR_DUCT_OR_VESSEL, FactKey.LESION_NEAR_DUCT_OR_VESSEL);

    private FindingReader() {}

    /** @param ofOneLesion the Observation names one lesion as its focus */
    static Stream<Finding<?>> of(CodeableConcept code, boolean ofOneLesion) {
        List<String> own = Codes.own(code, Codes.FINDING);
        if (own.isEmpty()) {
            return Stream.empty();
        }
        Finding<?> near = ofOneLesion ? LESION_NEAR : NEAR;
        return Stream.concat(FINDINGS.stream(), Stream.of(near)).filter(finding -> own.contains(finding.code()));
    }

    private static <T> Finding<T> coded(String code, FactKey<T> key, Map<String, T> values) {
        return finding(code, key, values, FindingReader::ownValue);
    }

    private static <T> Finding<T> finding(
            String code, FactKey<T> key, Map<String, T> values, Function<Type, Optional<String>> read) {
        return new Finding<>(
                code,
                key,
                value -> read.apply(value).filter(values::containsKey).map(values::get),
                value -> read.apply(value).filter(values::containsKey));
    }

    private static Finding<Judgement> yesOrNo(String code, FactKey<Judgement> key) {
        Function<Type, Optional<Boolean>> read =
                value -> value instanceof BooleanType flag ? Optional.ofNullable(flag.getValue()) : Optional.empty();
        return new Finding<>(
                code,
                key,
                value -> read.apply(value).map(flag -> flag ? YES : NO),
                value -> read.apply(value).map(flag -> flag ? "yes" : "no"));
    }

    private static Map<String, Judgement> judged(String yes, String no) {
        return Map.of(yes, YES, no, NO, "undetermined", UNDETERMINED);
    }

    private static Map<String, LiRads> liRads() {
        Map<String, LiRads> categories = new HashMap<>();
        for (LiRads category : LiRads.values()) {
            categories.put(category.name().replace('_', '-'), category);
        }
        return categories;
    }

    /** Radiology systems write the category as text, and the text is the code. */
    private static Optional<String> codeOrText(Type value) {
        return value instanceof StringType text
                ? Optional.ofNullable(text.getValue()).map(String::strip)
                : ownValue(value);
    }

    /** The code of one value; two different ones cannot be used. */
    private static Optional<String> ownValue(Type value) {
        if (!(value instanceof CodeableConcept concept)) {
            return Optional.empty();
        }
        List<String> codes =
                Codes.own(concept, Codes.FINDING_VALUE).stream().distinct().toList();
        return codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
    }

    private static Optional<NumberRange> count(Type value) {
        Optional<NumberRange> number = value instanceof IntegerType integer
                ? Optional.ofNullable(integer.getValue())
                        .map(BigDecimal::valueOf)
                        .map(NumberRange::exactly)
                : Quantities.COUNT.read(value);
        return number.filter(FindingReader::isCount);
    }

    private static boolean isCount(NumberRange range) {
        return range.low().signum() >= 0
                && range.low().scale() <= 0
                && range.low().compareTo(MOST_LESIONS) <= 0
                && range.high()
                        .filter(end -> end.scale() > 0 || end.compareTo(MOST_LESIONS) > 0)
                        .isEmpty();
    }

    private static Optional<String> countText(Type value) {
        return count(value)
                .flatMap(usable -> value instanceof IntegerType integer
                        ? Optional.of(integer.getValue().toString())
                        : Quantities.COUNT.text(value));
    }
}
