package org.livercds.cards;

import static java.util.stream.Collectors.toSet;
import static org.livercds.cards.Check.each;
import static org.livercds.cards.Check.never;
import static org.livercds.clinical.Statement.*;
import static org.livercds.clinical.Truth.MET;
import static org.livercds.clinical.Truth.NOT_MET;
import static org.livercds.clinical.Truth.UNKNOWN;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.guideline.Missing;
import org.livercds.clinical.guideline.MissingId;
import org.livercds.clinical.guideline.Recommendation;
import org.livercds.clinical.guideline.Status;

/** What is said to be so in one place is not said to be otherwise in another. */
final class TruthChecks {

    /** Both cannot be. */
    private record Pair(Statement one, Statement other, Set<Truth> impossible) {}

    private static final Set<Truth> NOT_SURE = EnumSet.of(NOT_MET, UNKNOWN);
    private static final Set<Truth> IT_IS = EnumSet.of(MET);
    private static final Set<Truth> MAY_BE = EnumSet.of(MET, UNKNOWN);

    /** Where the first is MET. */
    private static final List<Pair> IMPOSSIBLE = List.of(
            new Pair(RESECTABLE, NOT_RESECTABLE, MAY_BE),
            new Pair(RESECTABLE, SURGERY_IMPOSSIBLE, IT_IS),
            new Pair(RESECTABLE, RESECTABILITY_JUDGED, NOT_SURE),
            new Pair(NOT_RESECTABLE, RESECTABLE, MAY_BE),
            new Pair(NOT_RESECTABLE, RESECTABILITY_JUDGED, NOT_SURE),
            new Pair(LIVER_ONLY, SPREAD_OUTSIDE_LIVER, MAY_BE),
            new Pair(LIVER_ONLY, UNTREATED_SPREAD, MAY_BE),
            new Pair(LIVER_ONLY, CONTRADICTORY_SPREAD, IT_IS),
            new Pair(LIVER_ONLY, NO_UNTREATABLE_SPREAD, NOT_SURE),
            new Pair(NO_UNTREATABLE_SPREAD, UNTREATED_SPREAD, IT_IS),
            new Pair(EACH_SMALLER_THAN_1_CM, EACH_SMALLER_THAN_3_CM, NOT_SURE),
            new Pair(EACH_SMALLER_THAN_1_CM, EXACTLY_1_CM, IT_IS),
            new Pair(EACH_SMALLER_THAN_3_CM, EXACTLY_3_CM, IT_IS),
            new Pair(ABLATION_IMPOSSIBLE, HAS_LIVE_LESION, MAY_BE),
            new Pair(CHILD_PUGH_C, CHILD_PUGH_UNKNOWN, IT_IS),
            new Pair(CHILD_PUGH_C, CHILD_PUGH_B, IT_IS),
            new Pair(BILIRUBIN_ABOVE_3, BILIRUBIN_ABOVE_2, NOT_SURE),
            new Pair(MAIN_TRUNK_INVASION, MACROVASCULAR_INVASION, NOT_SURE),
            new Pair(MAIN_PORTAL_VEIN_INVASION, MACROVASCULAR_INVASION, NOT_SURE));

    /** Statements that answer what is asked for, whatever they say. */
    private static final Map<MissingId, Set<Statement>> ANSWERED_BY = Map.of(
            MissingId.COUNT, Set.of(EVERY_LESION_COUNTED),
            MissingId.CONTEXT, Set.of(FOUND_IN_SCREENING),
            MissingId.SPREAD, Set.of(LIVER_ONLY, SPREAD_OUTSIDE_LIVER, NO_UNTREATABLE_SPREAD),
            MissingId.RESECTABILITY, Set.of(RESECTABLE, NOT_RESECTABLE, RESECTABILITY_JUDGED),
            MissingId.LIVER_FUNCTION, Set.of(CHILD_PUGH_A, CHILD_PUGH_B, CHILD_PUGH_C),
            MissingId.REMNANT, Set.of(REMNANT_INADEQUATE),
            MissingId.CHEMOTHERAPY, Set.of(GROWS_DESPITE_CHEMOTHERAPY));

    /** How the chart entries begin that would answer it. */
    private static final Map<MissingId, List<String>> SHOWN_BY = Map.of(
            MissingId.SPREAD, List.of("extrahepatic-disease"),
            MissingId.CONTEXT, List.of("detection-context"),
            MissingId.RESECTABILITY, List.of("resectability"),
            MissingId.LIVER_FUNCTION, List.of("child-pugh"),
            MissingId.REMNANT, List.of("remnant-adequacy"),
            MissingId.CHEMOTHERAPY, List.of("chemotherapy-response"),
            MissingId.AGE, List.of("age"));

    /** Words of entries that say the opposite of a statement that is met. */
    private static final Map<Statement, List<String>> OPPOSITE = Map.of(
            RESECTABLE, List.of("resectability: not resectable"),
            NOT_RESECTABLE, List.of("resectability: resectable"),
            LIVER_ONLY, List.of("disease outside the liver: present", "metastases outside the liver"),
            FOUND_IN_SCREENING, List.of("found: because of symptoms", "found: staging", "found: chance"),
            TRANSPLANT_CANDIDATE, List.of("transplant candidate: no"),
            REMNANT_INADEQUATE, List.of("liver remnant: enough"),
            BILOBAR, List.of("on both sides of the liver: no"),
            GROWS_DESPITE_CHEMOTHERAPY, List.of("response to chemotherapy: responds"));

    static final List<Check> ALL = List.of(
            each("a statement has one truth wherever it stands", TruthChecks::differing),
            each("no two statements that exclude each other are told", TruthChecks::excluded),
            each("a firm recommendation has all criteria met, a conditional one none failed", TruthChecks::unmet),
            each("the signs on the card are those of the assessment", TruthChecks::wrongSigns),
            each("what is asked for is not told as known", TruthChecks::asksForKnown),
            each("what is asked for does not stand in the line of the chart", TruthChecks::asksForShown),
            each("why something is not known is the same everywhere", TruthChecks::differentReasons),
            each("no entry behind a tick says the opposite or lies in the future", TruthChecks::opposite),
            never(
                    "a conditional recommendation does not wait for what is known to be so",
                    answer -> answer.open()
                            .anyMatch(open -> open.truth() == UNKNOWN && answer.says(open.statement(), MET))));

    private TruthChecks() {}

    /** In an obstacle doubt is a no: what is unknown elsewhere may stand in the way as not met, and a doubtful recurrence as met. */
    private static Stream<String> differing(Answer answer) {
        Stream<String> offers = Stream.of(Statement.values())
                .filter(statement -> answer.truths(statement).size() > 1)
                .map(statement -> statement + " is " + answer.truths(statement));
        Stream<String> obstacles = answer.obstacles()
                .filter(obstacle -> answer.truths(obstacle.statement()).stream()
                        .anyMatch(truth -> truth != obstacle.truth() && truth != UNKNOWN))
                .map(obstacle -> obstacle.statement() + " is " + obstacle.truth() + " as an obstacle and "
                        + answer.truths(obstacle.statement()));
        return Stream.concat(offers, obstacles);
    }

    private static Stream<String> excluded(Answer answer) {
        return IMPOSSIBLE.stream()
                .filter(pair -> answer.says(pair.one(), MET))
                .filter(pair -> pair.impossible().stream().anyMatch(truth -> answer.says(pair.other(), truth)))
                .map(pair -> pair.one() + " and " + pair.other() + " " + answer.truths(pair.other()));
    }

    /** Whether tumours grow in spite of chemotherapy is shown and decides nothing. */
    private static Stream<String> unmet(Answer answer) {
        return answer.advice().recommendations().stream()
                .flatMap(offer -> offer.because().stream()
                        .filter(part -> part.statement() != GROWS_DESPITE_CHEMOTHERAPY)
                        .filter(part -> isTooWeak(part, offer.status()))
                        .map(part ->
                                offer.id() + " is " + offer.status() + ", " + part.statement() + " " + part.truth()));
    }

    private static boolean isTooWeak(Assessment part, Status status) {
        return status == Status.RECOMMENDED ? part.truth() != MET : part.truth() == NOT_MET;
    }

    private static Stream<String> wrongSigns(Answer answer) {
        List<Recommendation> offers = answer.advice().recommendations();
        return answer.lines()
                .filter(line -> offers.get(0).because().stream()
                        .noneMatch(part -> part.statement() == line.statement() && part.truth() == line.truth()))
                .map(Answer.Line::text);
    }

    private static Stream<String> asksForKnown(Answer answer) {
        return ANSWERED_BY.entrySet().stream()
                .filter(entry -> answer.asks(entry.getKey()))
                .flatMap(entry -> Stream.concat(answer.because(), answer.open())
                        .filter(part -> entry.getValue().contains(part.statement()) && part.truth() != UNKNOWN)
                        .map(part ->
                                entry.getKey().code() + " is asked for, " + part.statement() + " is " + part.truth()));
    }

    private static Stream<String> asksForShown(Answer answer) {
        return answer.cards().stream()
                .map(Told::chart)
                .flatMap(chart -> SHOWN_BY.entrySet().stream()
                        .filter(entry -> answer.asks(entry.getKey()))
                        .flatMap(entry -> entry.getValue().stream()
                                .map(subject -> Told.phrase("subject." + subject) + " ")
                                .filter(subject -> chart.matches(".*[:,] \\Q" + subject + "\\E.*"))
                                .map(subject -> entry.getKey().code() + " is asked for: " + chart)));
    }

    private static Stream<String> differentReasons(Answer answer) {
        return answer.advice().missing().stream()
                .filter(asked -> asked.id() != MissingId.SIZE && asked.id() != MissingId.COUNT)
                .flatMap(asked -> answer.because()
                        .filter(part -> part.truth() == UNKNOWN && part.parts().isEmpty())
                        .filter(part ->
                                ANSWERED_BY.getOrDefault(asked.id(), Set.of()).contains(part.statement()))
                        .filter(part -> part.reason().isPresent() && !reasons(asked, part))
                        .map(part -> asked + " and " + part.statement() + " " + part.reason()));
    }

    private static boolean reasons(Missing asked, Assessment part) {
        Set<Fact.Reason> all =
                Stream.concat(asked.reason().stream(), part.reason().stream()).collect(toSet());
        return all.size() == 1;
    }

    private static Stream<String> opposite(Answer answer) {
        return answer.lines()
                .filter(line -> line.truth() == MET)
                .filter(line -> line.text().contains(", in the future)")
                        || OPPOSITE.getOrDefault(line.statement(), List.of()).stream()
                                .anyMatch(words -> line.text().contains(words)))
                .map(Answer.Line::text);
    }
}
