package org.livercds.bulkdata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.livercds.codes.Coding;
import org.livercds.codes.ConceptSet;

/** What stands in the chart of a patient whose group is not the healthy one, beside everyday care. */
final class LiverStory {

    private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";

    private static final List<Coding> CANCERS = List.of(
            new Coding(ICD, "C18.9"), new Coding(ICD, "C20"), new Coding(ICD, "C34.90"), new Coding(ICD, "C50.911"));

    private final Person person;
    private final Terms terms;
    private final Dice dice;
    private final LocalDate asOf;
    private final ChartPen pen;
    private final LesionPen lesions;

    private LiverStory(Person person, Terms terms, Dice dice, LocalDate asOf) {
        this.person = person;
        this.terms = terms;
        this.dice = dice;
        this.asOf = asOf;
        this.pen = new ChartPen(person, terms, dice);
        this.lesions = new LesionPen(pen, terms, dice);
    }

    static List<ObjectNode> of(Person person, Terms terms, Dice dice, LocalDate asOf) {
        LiverStory story = new LiverStory(person, terms, dice, asOf);
        switch (person.group()) {
            case NO_LIVER_DISEASE -> {}
            case OTHER_CANCER -> story.otherCancer();
            case AT_RISK -> story.atRisk();
            case BENIGN_LESION -> story.benign();
            case LIVER_CANCER -> story.liverCancer();
            case LIVER_METASTASES -> story.metastases();
        }
        return story.pen.resources();
    }

    private void otherCancer() {
        malignancy();
        if (dice.chance(0.5)) {
            lesions.lesion(1, lesions.size(0.2), imaging());
        } else {
            lesions.elsewhere(lesions.size(0.2), imaging());
        }
    }

    private void atRisk() {
        ConceptSet disease = dice.chance(0.6) ? ConceptSet.CIRRHOSIS : ConceptSet.VIRAL_HEPATITIS;
        pen.condition(
                terms.any(disease, dice),
                dice.chance(0.9) ? "active" : "resolved",
                dice.chance(0.95) ? "confirmed" : "unconfirmed",
                past());
        pen.sometimes(0.1, any -> pen.active(ConceptSet.PORTAL_HYPERTENSION, past()));
        if (dice.chance(0.4)) {
            LocalDate day = imaging();
            int count = dice.chance(0.75) ? 1 : dice.between(2, 4);
            measure(count, 0.6, day);
            pen.sometimes(0.6, any -> pen.yesOrNo("lesion-list-complete", true, day));
            pen.sometimes(0.7, any -> pen.value("detection-context", detection(0.75), day));
            pen.sometimes(
                    0.15,
                    any -> pen.observation(terms.finding("lirads-category"), day)
                            .put("valueString", dice.oneOf("US-1", "US-2", "US-3", "LR-3")));
        }
        new LiverFindings(pen, terms, dice, asOf).bleedingRisks(0.08);
    }

    private void benign() {
        Term term = terms.any(ConceptSet.BENIGN_LIVER_LESION, dice);
        ObjectNode condition = pen.condition(term, "active", "confirmed", past());
        if (dice.chance(0.7)) {
            String lesion = lesions.lesion(1, lesions.size(0.3), imaging());
            condition
                    .putArray("evidence")
                    .addObject()
                    .putArray("detail")
                    .addObject()
                    .put("reference", lesion);
        }
    }

    private void liverCancer() {
        LiverCancerKind kind = LiverCancerKind.of(person.rank());
        for (ConceptSet set : kind.conditions()) {
            pen.condition(terms.any(set, dice), kind.clinical(dice), kind.verification(dice), past());
        }
        Term again = terms.any(kind.conditions().get(0), dice);
        pen.sometimes(0.2, any -> pen.condition(again, "active", kind.verification(dice), past()));
        pen.sometimes(0.65, any -> pen.active(ConceptSet.CIRRHOSIS, past()));
        if (kind == LiverCancerKind.HISTORY && dice.chance(0.5)) {
            return;
        }
        tumours(0.25);
        LiverFindings findings = new LiverFindings(pen, terms, dice, asOf);
        findings.ofPrimary();
        findings.spread(ConceptSet.TNM_M);
    }

    private void metastases() {
        pen.active(ConceptSet.LIVER_METASTASES, past());
        pen.sometimes(0.8, any -> malignancy());
        tumours(0.1);
        LiverFindings findings = new LiverFindings(pen, terms, dice, asOf);
        findings.ofMetastases();
        findings.spread(ConceptSet.TNM_M);
    }

    /** Lesions, how many there are said to be, what can be done about them, and what was done. */
    private void tumours(double small) {
        LocalDate day = imaging();
        int count = dice.chance(0.05)
                ? 0
                : dice.chance(0.55) ? 1 : dice.chance(0.7) ? dice.between(2, 3) : dice.between(4, 7);
        String first = measure(count, small, day);
        LocalDate said = day == null ? asOf.minusDays(3) : day;
        switch (dice.below(20)) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8 -> pen.yesOrNo("lesion-list-complete", true, said);
            case 9, 10, 11 -> pen.number("lesion-count", count, said);
            case 12, 13 -> pen.number("lesion-count", count + 2, said);
            case 14 -> pen.number("lesion-count", Math.max(1, count - 1), said);
            case 15 -> pen.yesOrNo("lesions-innumerable", true, said);
            default -> {}
        }
        LiverFindings findings = new LiverFindings(pen, terms, dice, asOf);
        findings.judgements();
        findings.bleedingRisks(0.12);
        findings.pregnancy(person);
        pen.sometimes(0.35, any -> findings.treatment(first, said));
        pen.sometimes(0.1, any -> pen.value("detection-context", detection(0.8), said));
        pen.sometimes(small, any -> pen.value("detection-context", detection(0.8), said));
    }

    private String measure(int count, double small, LocalDate day) {
        String first = "";
        boolean allSmall = dice.chance(small);
        for (int i = 0; i < count; i++) {
            String lesion = lesions.lesion(i, lesions.size(allSmall ? 0.95 : small / 4), day);
            first = i == 0 ? lesion : first;
        }
        return first;
    }

    private void malignancy() {
        Term cancer = terms.within(ConceptSet.MALIGNANCY, dice.oneOf(CANCERS), "Malignant neoplasm");
        pen.condition(cancer, "active", "confirmed", past());
    }

    private String detection(double screening) {
        return dice.chance(screening) ? "screening" : dice.oneOf("symptomatic", "staging", "incidental");
    }

    /** Mostly current; sometimes out of date, on the last current day, in the future, or not written down. */
    private LocalDate imaging() {
        return switch (dice.below(25)) {
            case 0, 1, 2 -> asOf.minusDays(dice.between(91, 300));
            case 3 -> asOf.minusDays(90);
            case 4 -> dice.chance(0.5) ? null : asOf.plusDays(4);
            default -> asOf.minusDays(dice.between(2, 80));
        };
    }

    private LocalDate past() {
        return asOf.minusDays(dice.between(30, 2_000));
    }
}
