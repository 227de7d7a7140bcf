package org.livercds.bulkdata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.livercds.codes.ConceptSet;

/** Findings, laboratory values and treatments beside the lesions of a tumour in the liver. */
final class LiverFindings {

    private static final String TARGET = "http://hl7.org/fhir/StructureDefinition/procedure-targetBodyStructure";

    private static final List<ConceptSet> TREATMENTS = List.of(
            ConceptSet.LIVER_ABLATION,
            ConceptSet.LIVER_RESECTION,
            ConceptSet.LIVER_EMBOLIZATION,
            ConceptSet.LIVER_RADIOEMBOLIZATION,
            ConceptSet.LIVER_RADIATION,
            ConceptSet.LIVER_TRANSPLANT);

    private final ChartPen pen;
    private final Terms terms;
    private final Dice dice;
    private final LocalDate day;

    LiverFindings(ChartPen pen, Terms terms, Dice dice, LocalDate asOf) {
        this.pen = pen;
        this.terms = terms;
        this.dice = dice;
        this.day = asOf.minusDays(dice.chance(0.9) ? dice.between(1, 60) : dice.between(91, 200));
    }

    /** What surgeons and interventional radiologists have written down. */
    void judgements() {
        judgement(0.65, "resectability", "resectable", "unresectable", "undetermined");
        judgement(0.4, "surgical-fitness", "fit", "unfit", "undetermined");
        judgement(0.25, "ablation-feasibility", "feasible", "not-feasible", "undetermined");
        judgement(0.35, "remnant-adequacy", "adequate", "inadequate", "undetermined");
        pen.sometimes(0.15, any -> pen.yesOrNo("near-duct-or-vessel", dice.chance(0.8), day));
        pen.sometimes(
                0.3,
                any -> pen.observation(terms.any(ConceptSet.ECOG, dice), day).put("valueInteger", dice.below(5)));
        pen.sometimes(
                0.1,
                any -> pen.observation(terms.any(ConceptSet.KARNOFSKY, dice), day)
                        .put("valueInteger", 10 * dice.between(3, 10)));
    }

    void ofPrimary() {
        childPugh();
        judgement(0.25, "transplant-candidacy", "candidate", "not-candidate", "undetermined");
        pen.sometimes(
                0.25,
                any -> pen.value("portal-vein-involvement", dice.oneOf("none", "branch", "main", "unspecified"), day));
        pen.sometimes(0.04, any -> pen.active(ConceptSet.PORTAL_VEIN_THROMBOSIS, day));
        pen.sometimes(0.15, any -> pen.active(ConceptSet.PORTAL_HYPERTENSION, day));
        laboratory(0.5, ConceptSet.AFP, "1834-1", "ng/mL", dice.between(3.0, 900.0));
    }

    void ofMetastases() {
        pen.sometimes(0.4, any -> pen.yesOrNo("bilobar-involvement", dice.chance(0.7), day));
        judgement(0.3, "chemotherapy-response", "refractory", "responding", "undetermined");
        pen.sometimes(0.4, any -> pen.medication(ConceptSet.SYSTEMIC_THERAPY, day));
    }

    /** Absent, present in one of several ways, contradictory, or not said. */
    void spread(ConceptSet category) {
        switch (dice.below(12)) {
            case 0, 1, 2, 3 -> pen.value("extrahepatic-disease", "absent", day);
            case 4 -> tnm(category, ConceptSet.TNM_M0);
            case 5 -> tnm(category, ConceptSet.TNM_M1);
            case 6 -> pen.value("extrahepatic-disease", "present", day);
            case 7 -> pen.active(ConceptSet.EXTRAHEPATIC_METASTASES, day);
            case 8 -> {
                pen.value("extrahepatic-disease", dice.oneOf("absent", "present"), day);
                pen.active(ConceptSet.EXTRAHEPATIC_METASTASES, day);
            }
            default -> {}
        }
        pen.sometimes(0.15, any -> pen.yesOrNo("extrahepatic-treatable", dice.chance(0.5), day));
    }

    void bleedingRisks(double probability) {
        laboratory(0.4, ConceptSet.BILIRUBIN, "1975-2", "mg/dL", dice.between(0.4, 4.5));
        laboratory(0.15, ConceptSet.BILIRUBIN, "14631-6", "umol/L", dice.between(6.0, 70.0));
        laboratory(0.4, ConceptSet.ALBUMIN, "1751-7", "g/dL", dice.between(2.4, 4.8));
        laboratory(0.4, ConceptSet.INR, "6301-6", "{INR}", dice.between(0.9, 2.4));
        laboratory(0.4, ConceptSet.PLATELETS, "777-3", "10*3/uL", dice.between(30.0, 300.0));
        pen.sometimes(probability, any -> pen.medication(ConceptSet.ANTICOAGULANT, day));
        pen.sometimes(probability, any -> pen.allergy(ConceptSet.CONTRAST_ALLERGY));
    }

    void pregnancy(Person person) {
        boolean possible = person.female()
                && person.birth().filter(day.minusYears(60)::isBefore).isPresent();
        if (possible && dice.chance(0.25)) {
            ObjectNode status = pen.observation(terms.any(ConceptSet.PREGNANCY_STATUS, dice), day);
            ChartPen.code(status, "valueCodeableConcept", terms.any(ConceptSet.PREGNANT, dice));
        }
    }

    /**
     * Before or after the measurement, of one lesion or of no named one, done or only planned.
     *
     * @param lesion a reference; empty where there is none
     */
    void treatment(String lesion, LocalDate measured) {
        LocalDate done = dice.chance(0.4) ? measured.plusDays(dice.below(3)) : measured.minusDays(dice.between(1, 400));
        String status = dice.chance(0.8) ? "completed" : dice.oneOf("not-done", "in-progress");
        ObjectNode procedure = pen.procedure(dice.oneOf(TREATMENTS), status, done);
        if (lesion.startsWith("BodyStructure/")) {
            ObjectNode extension = procedure.putArray("extension").addObject().put("url", TARGET);
            extension.putObject("valueReference").put("reference", lesion);
        } else if (!lesion.isEmpty() && dice.chance(0.5)) {
            procedure.putArray("reasonReference").addObject().put("reference", lesion);
        }
    }

    private void judgement(double probability, String finding, String good, String bad, String open) {
        if (dice.chance(probability)) {
            pen.value(finding, dice.oneOf(good, good, good, bad, bad, bad, open), day);
        }
    }

    private void childPugh() {
        List<ConceptSet> classes = List.of(
                ConceptSet.CHILD_PUGH_A,
                ConceptSet.CHILD_PUGH_A,
                ConceptSet.CHILD_PUGH_A,
                ConceptSet.CHILD_PUGH_B,
                ConceptSet.CHILD_PUGH_B,
                ConceptSet.CHILD_PUGH_C,
                ConceptSet.CHILD_PUGH_C);
        if (dice.chance(0.55)) {
            ObjectNode score = pen.observation(terms.of(ConceptSet.CHILD_PUGH, "3191000175106"), day);
            ChartPen.code(score, "valueCodeableConcept", terms.any(dice.oneOf(classes), dice));
        } else if (dice.chance(0.5)) {
            pen.value("ascites", dice.oneOf("none", "mild", "moderate-or-severe"), day);
            pen.value("encephalopathy", dice.oneOf("none", "grade-1-2", "grade-3-4"), day);
        }
    }

    private void tnm(ConceptSet category, ConceptSet value) {
        ChartPen.code(pen.observation(terms.any(category, dice), day), "valueCodeableConcept", terms.any(value, dice));
    }

    private void laboratory(double probability, ConceptSet set, String code, String unit, double value) {
        if (dice.chance(probability)) {
            ObjectNode quantity = pen.observation(terms.of(set, code), day).putObject("valueQuantity");
            quantity.put("value", Math.round(value * 100) / 100.0)
                    .put("unit", unit)
                    .put("system", "http://unitsofmeasure.org")
                    .put("code", unit);
        }
    }
}
