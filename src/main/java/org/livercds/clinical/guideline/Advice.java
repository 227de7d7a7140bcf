package org.livercds.clinical.guideline;

import java.util.List;
import java.util.Optional;
import org.livercds.clinical.patient.DiseaseKind;

/**
 * What may be said about one patient on one day.
 *
 * @param silence why there is nothing to say, else empty
 * @param recommendations the first leads
 * @param withheld what the rules have for this kind of patient and not for this one
 * @param missing asked for only where it could change the answer
 * @param pregnancyOpen a woman who may be pregnant is offered embolization and nobody has said whether she is
 */
public record Advice(
        DiseaseKind kind,
        Optional<Silence> silence,
        List<Recommendation> recommendations,
        List<Withheld> withheld,
        List<Caution> cautions,
        List<Missing> missing,
        boolean pregnancyOpen) {
    public Advice {
        recommendations = List.copyOf(recommendations);
        withheld = List.copyOf(withheld);
        cautions = List.copyOf(cautions);
        missing = List.copyOf(missing);
    }

    Advice(
            Gate.Decision gate,
            List<Recommendation> recommendations,
            List<Withheld> withheld,
            List<Caution> cautions,
            List<Missing> missing,
            boolean pregnancyOpen) {
        this(gate.kind(), gate.silence(), recommendations, withheld, cautions, missing, pregnancyOpen);
    }

    static Advice silent(Gate.Decision gate) {
        return new Advice(gate, List.of(), List.of(), List.of(), List.of(), false);
    }

    static Advice refer(Gate.Decision gate, Recommendation team) {
        return new Advice(
                gate, List.of(team), List.of(), gate.caution().stream().toList(), List.of(), false);
    }
}
