package org.livercds.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.cards.Answer.Shown;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.Caution;
import org.livercds.clinical.guideline.CautionId;
import org.livercds.clinical.guideline.Missing;
import org.livercds.clinical.guideline.MissingId;
import org.livercds.clinical.guideline.Recommendation;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.guideline.Status;
import org.livercds.clinical.patient.Judgement;
import org.livercds.clinical.patient.Problem;

/** A check that finds nothing may be blind: each of these answers was made to contradict itself. */
class ContradictionsTest {

    /** Three cards: ablation is recommended, resection an option, resectability asked for. */
    private static final Answer WHOLE = Answer.about(
            "three cards",
            patientWith(Problem.Kind.LIVER_METASTASES)
                    .lesion("a", mm("20"))
                    .lesion("b", mm("12"))
                    .count(2)
                    .extrahepatic(Judgement.NO)
                    .chart());

    record Spoilt(String check, Answer answer) {
        @Override
        public String toString() {
            return check;
        }
    }

    @Test
    void the_answer_is_in_order_before_it_is_spoilt() {
        assertEquals(List.of(), complaints(WHOLE));
        assertEquals(3, WHOLE.cards().size());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoilt")
    void a_spoilt_answer_is_found(Spoilt spoilt) {
        assertTrue(
                complaints(spoilt.answer()).stream().anyMatch(complaint -> complaint.contains(spoilt.check())),
                () -> complaints(spoilt.answer()).toString());
    }

    static Stream<Spoilt> spoilt() {
        return Stream.of(words(), order(), advice())
                .flatMap(all -> all)
                .map(entry -> new Spoilt(entry.getKey(), entry.getValue()));
    }

    private static Stream<Map.Entry<String, Answer>> words() {
        return Map.of(
                "the number in the summary agrees", said(0, "2 liver lesions", "4 liver lesions"),
                "the size in the summary agrees with \"smaller than 3 cm\"", said(0, "2.0 cm (", "3.0 cm ("),
                "says if what, a firm one says no if", said(0, "meets the", "if it meets the"),
                "an option is listed as what it is", said(1, ", if ", ", criteria met: "),
                "all cards begin with the same finding", said(1, "2 liver lesions", "3 liver lesions"),
                "the signs on the card are those", said(0, "- ✓ each tumour", "- ? each tumour"),
                "no lesion behind \"smaller than\" is too large",
                        said(0, "smaller than 3 cm; ", "smaller than 3 cm; lesion 31 mm (5 Nov 2026), lesion 30 mm, "),
                "no entry behind a tick",
                        said(0, "- ✓ 3 or fewer liver tumours", "- ✓ 3 or fewer liver tumours (2030, in the future)"),
                "what is asked for does not stand in the line of the chart",
                        said(0, "**Chart**: ", "**Chart**: cancer, resectability: resectable (5 Nov 2026), "),
                "every caution and everything asked for is told once", said(2, "- Missing: ", "- "))
                .entrySet()
                .stream();
    }

    private static Stream<Map.Entry<String, Answer>> order() {
        List<Shown> reversed = new ArrayList<>(WHOLE.cards());
        Collections.reverse(reversed);
        List<Shown> four = new ArrayList<>(WHOLE.cards());
        four.add(four.get(0));
        return Map.of(
                "one card leads", WHOLE.with(reversed),
                "at most three cards", WHOLE.with(four),
                "there are cards where there is advice", WHOLE.with(List.<Shown>of()),
                "warns where a caution warns",
                        WHOLE.with(2, card -> new Shown(card.topic(), card.summary(), card.detail(), "warning")),
                "no words ask, oblige", said(0, "**Status**", "Consider surgery.\n\n**Status**"),
                "every card ends with its sources", said(0, ", page of 2026; ", ", "),
                "every card ends with the advisory", said(0, "Advisory, for", "For"),
                "only cards on drugs", said(0, "**Status**", "sorafenib\n\n**Status**"),
                "is told of 71 %", said(0, "**Status**", "71 %\n\n**Status**"),
                "\"imaging out of date\" stands with nothing recommended",
                        said(2, "Check first: ", "Check first: imaging out of date, "))
                .entrySet()
                .stream();
    }

    private static Stream<Map.Entry<String, Answer>> advice() {
        return Map.of(
                "a recommendation is named once", WHOLE.with(offering(RecommendationId.TRANSPLANT, Status.CONDITIONAL)),
                "no two options exclude each other",
                        WHOLE.with(offering(RecommendationId.DIAGNOSTIC_WORKUP, Status.CONDITIONAL)),
                "what is recommended because others are impossible",
                        WHOLE.with(offering(RecommendationId.RADIOEMBOLIZATION, Status.RECOMMENDED)),
                "in pregnancy nothing is offered", WHOLE.with(warning(CautionId.PREGNANT)),
                "nothing is offered and withheld",
                        WHOLE.with(offering(RecommendationId.REMNANT_AUGMENTATION, Status.RECOMMENDED)),
                "liver function is bad, reduced or asked for",
                        WHOLE.with(warning(CautionId.CHILD_PUGH_B, CautionId.CHILD_PUGH_C)),
                "\"exactly 3.0 cm\" is the size", WHOLE.with(warning(CautionId.EXACTLY_3_CM)),
                "a child and a cancer outside the sources", WHOLE.with(warning(CautionId.PEDIATRIC)),
                "what is asked for is not told as known", WHOLE.with(asking(MissingId.COUNT, MissingId.SPREAD)),
                "the number is asked for only where", WHOLE.with(asking(MissingId.COUNT)))
                .entrySet()
                .stream();
    }

    private static Answer said(int card, String words, String instead) {
        return WHOLE.with(card, shown -> {
            assertTrue((shown.summary() + shown.detail()).contains(words), words + " is not on " + shown);
            return new Shown(
                    shown.topic(),
                    shown.summary().replace(words, instead),
                    shown.detail().replace(words, instead),
                    shown.indicator());
        });
    }

    private static Advice offering(RecommendationId id, Status status) {
        List<Recommendation> more = new ArrayList<>(WHOLE.advice().recommendations());
        more.add(new Recommendation(id, status, List.of(), List.of(), List.of(), List.of()));
        return advice(more, WHOLE.advice().cautions(), WHOLE.advice().missing());
    }

    private static Advice warning(CautionId... cautions) {
        return advice(
                WHOLE.advice().recommendations(),
                Stream.of(cautions).map(id -> new Caution(id, List.of())).toList(),
                WHOLE.advice().missing());
    }

    private static Advice asking(MissingId... missing) {
        return advice(
                WHOLE.advice().recommendations(),
                WHOLE.advice().cautions(),
                Stream.of(missing).map(id -> new Missing(id, Optional.empty())).toList());
    }

    private static Advice advice(List<Recommendation> offers, List<Caution> cautions, List<Missing> missing) {
        Advice whole = WHOLE.advice();
        return new Advice(
                whole.kind(), whole.silence(), offers, whole.withheld(), cautions, missing, whole.pregnancyOpen());
    }

    private static List<String> complaints(Answer answer) {
        return Contradictions.all().flatMap(check -> check.of(answer)).toList();
    }
}
