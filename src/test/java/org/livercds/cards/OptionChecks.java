package org.livercds.cards;

import static org.livercds.cards.Check.each;
import static org.livercds.cards.Check.never;
import static org.livercds.clinical.guideline.RecommendationId.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.livercds.cards.Answer.Shown;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;
import org.livercds.clinical.criteria.ChartNotReadInFull;
import org.livercds.clinical.criteria.MeasurementsOutOfDate;
import org.livercds.clinical.guideline.CautionId;
import org.livercds.clinical.guideline.MissingId;
import org.livercds.clinical.guideline.Recommendation;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.guideline.Status;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.FactKey;

/** Options that exclude each other, a caution, or the words of a card. */
final class OptionChecks {

    private record Exclusion(String why, Set<RecommendationId> one, Set<RecommendationId> other) {}

    private static final Set<RecommendationId> WATCHING = EnumSet.of(SURVEILLANCE);
    private static final Set<RecommendationId> ADVANCED =
            EnumSet.of(SYSTEMIC_THERAPY, RADIATION, CLINICAL_TRIAL, RECURRENCE, SYSTEMIC_THERAPY_FIRST);
    private static final Set<RecommendationId> OF_METASTASES = EnumSet.of(
            IRREVERSIBLE_ELECTROPORATION, RADIOEMBOLIZATION, COMBINED_RESECTION_AND_ABLATION, SYSTEMIC_THERAPY_FIRST);
    private static final Set<RecommendationId> OF_OTHERS = EnumSet.of(
            SURVEILLANCE,
            DIAGNOSTIC_WORKUP,
            EMBOLIZATION,
            TRANSPLANT,
            SYSTEMIC_THERAPY,
            RADIATION,
            RECURRENCE,
            PALLIATIVE_CARE);
    private static final Set<RecommendationId> IN_PREGNANCY =
            EnumSet.of(SURVEILLANCE, DIAGNOSTIC_WORKUP, MULTIDISCIPLINARY_REVIEW);
    private static final Set<RecommendationId> NOT_IN_CHILD_PUGH_C = EnumSet.of(
            RESECTION, EMBOLIZATION, RADIOEMBOLIZATION, COMBINED_RESECTION_AND_ABLATION, REMNANT_AUGMENTATION);
    private static final Set<RecommendationId> NOT_WITH_SPREAD_OF_PRIMARY =
            EnumSet.of(SURVEILLANCE, ABLATION, EMBOLIZATION, RESECTION, TRANSPLANT, REMNANT_AUGMENTATION);

    private static final List<Exclusion> EXCLUSIONS = List.of(
            new Exclusion("watched and treated as advanced", WATCHING, ADVANCED),
            new Exclusion("of metastases and of other disease", OF_METASTASES, OF_OTHERS),
            new Exclusion("a transplant and no transplant", EnumSet.of(TRANSPLANT), EnumSet.of(PALLIATIVE_CARE)),
            new Exclusion("diagnosis open and cancer treated", EnumSet.of(DIAGNOSTIC_WORKUP), treatments()));

    /** The first is recommended only where the others are impossible. */
    private static final Map<RecommendationId, Set<RecommendationId>> ONLY_WITHOUT = Map.of(
            EMBOLIZATION, EnumSet.of(RESECTION, ABLATION, SYSTEMIC_THERAPY_FIRST),
            RADIOEMBOLIZATION, EnumSet.of(RESECTION),
            SYSTEMIC_THERAPY_FIRST, EnumSet.of(RESECTION, RADIOEMBOLIZATION));

    /** Words by which a card names another option, and which. */
    static final Map<String, RecommendationId> NAMES = Map.of(
            "surgery is an option beside it", RESECTION,
            "so ablation may be discussed", ABLATION,
            "ablation is an alternative (", ABLATION,
            "ablation or embolization may bridge the time (", EMBOLIZATION,
            "transplant, resection or ablation may be considered", RESECTION);

    /** Words of the team card of which only one can be true of a patient. */
    private static final List<List<String>> EITHER = List.of(
            List.of("surgery is not ruled out", "surgery cannot remove all disease"),
            List.of("surgery is possible", "surgery cannot remove all disease", "not well enough for an operation"),
            List.of("nobody has judged the disease unresectable", "surgery cannot remove all disease"),
            List.of("size and number would allow ablation", "more than 3 liver tumours", "a tumour of 3 cm or larger"),
            List.of("size and number would allow ablation", "ablation was judged impossible"),
            List.of("liver function is not known to be failing", "Child-Pugh C"),
            List.of("neither advanced nor recurrent", "the disease is or may be recurrent"),
            List.of("no recurrence", "the disease is or may be recurrent"),
            List.of("no cirrhosis is recorded", "cirrhosis ("),
            List.of("a tumour of 1 cm or larger, or of unknown size", "No measured liver lesion"),
            List.of("a tumour of 1 cm or larger, or of unknown size", "Liver findings could not be read"),
            List.of("no finding that asks for a diagnosis", "Liver findings could not be read"),
            List.of("no live lesion is known", "lesions, "),
            List.of("no live lesion is known", "1 liver lesion"));

    static final List<Check> ALL = List.of(
            each("no two options exclude each other", OptionChecks::excluded),
            each("what is recommended because others are impossible does not stand beside them", OptionChecks::beside),
            never(
                    "in pregnancy nothing is offered that the caution withholds",
                    answer -> answer.cautions(CautionId.PREGNANT)
                            && (!IN_PREGNANCY.containsAll(answer.offered())
                                    || answer.advice().pregnancyOpen())),
            never(
                    "with Child-Pugh C neither resection nor embolization is offered",
                    answer -> answer.chart().childPugh().test(ChildPugh.C::equals) == Truth.MET
                            && answer.offered().stream().anyMatch(NOT_IN_CHILD_PUGH_C::contains)),
            never(
                    "liver function is bad, reduced or asked for, one of them",
                    answer -> Stream.of(
                                            answer.cautions(CautionId.CHILD_PUGH_C),
                                            answer.cautions(CautionId.CHILD_PUGH_B),
                                            answer.asks(MissingId.LIVER_FUNCTION))
                                    .filter(one -> one)
                                    .count()
                            > 1),
            never(
                    "with spread of a primary cancer nothing is offered that is for the liver alone",
                    answer -> answer.chart().kind().isPrimary()
                            && answer.chart().spread().decide(Truth::of) == Truth.MET
                            && answer.offered().stream().anyMatch(NOT_WITH_SPREAD_OF_PRIMARY::contains)),
            never(
                    "out of date imaging and unread parts leave nothing recommended",
                    answer -> isDoubtful(answer)
                            && answer.advice().recommendations().stream()
                                    .anyMatch(one -> one.status() == Status.RECOMMENDED)),
            never(
                    "\"imaging out of date\" stands with nothing recommended",
                    answer -> answer.words().contains(Told.phrase("caution.K-STALE.short"))
                            && answer.words().contains(Told.phrase("status.recommended"))),
            never(
                    "a lesion treated since it was measured is neither watched nor firmly ablated",
                    answer -> answer.cautions(CautionId.TREATED_SINCE)
                            && (answer.offered().contains(SURVEILLANCE)
                                    || answer.status(ABLATION).equals(Optional.of(Status.RECOMMENDED)))),
            never(
                    "tumour in the portal vein is not told as none, and leaves nothing watched",
                    answer -> answer.cautions(CautionId.MACROVASCULAR_INVASION)
                            && (answer.cards().stream()
                                            .map(Told::chart)
                                            .anyMatch(line -> line.contains("tumour in the portal vein: none"))
                                    || answer.chart().kind().isPrimary()
                                            && answer.offered().contains(SURVEILLANCE))),
            never(
                    "\"cancer already confirmed\" goes with surveillance of a primary cancer",
                    answer -> answer.cautions(CautionId.CONFIRMED)
                            != (answer.chart().kind().isPrimary()
                                    && answer.offered().contains(SURVEILLANCE))),
            never(
                    "nobody is said to have an unrecorded pregnancy status that is recorded",
                    answer -> answer.advice().pregnancyOpen()
                            && answer.words().contains("Whether she is pregnant is not recorded")
                            && answer.chart()
                                    .facts()
                                    .judged(FactKey.PREGNANT)
                                    .reason()
                                    .filter(reason -> reason != Fact.Reason.NOT_RECORDED)
                                    .isPresent()),
            each("no card names an option that is withheld", OptionChecks::namesWithheld),
            each("what is withheld has an obstacle, and each obstacle stands in the way", OptionChecks::noObstacles),
            each("no two reasons of the team card exclude each other", OptionChecks::bothOf),
            never(
                    "the team card gives the reasons that it promises",
                    answer -> answer.cards().stream()
                            .anyMatch(card -> card.body().contains("for these reasons:")
                                    && card.lines().noneMatch(line -> line.startsWith("- **")))),
            never("entries that contradict each other are not in the line of the chart", OptionChecks::showsConflict));

    private OptionChecks() {}

    private static Set<RecommendationId> treatments() {
        return EnumSet.complementOf(EnumSet.of(SURVEILLANCE, DIAGNOSTIC_WORKUP, MULTIDISCIPLINARY_REVIEW));
    }

    private static Stream<String> excluded(Answer answer) {
        return EXCLUSIONS.stream()
                .filter(pair -> answer.offered().stream().anyMatch(pair.one()::contains)
                        && answer.offered().stream().anyMatch(pair.other()::contains))
                .map(pair -> pair.why() + ": " + answer.offered());
    }

    private static Stream<String> beside(Answer answer) {
        return answer.advice().recommendations().stream()
                .filter(offer -> offer.status() == Status.RECOMMENDED)
                .filter(offer ->
                        ONLY_WITHOUT.getOrDefault(offer.id(), Set.of()).stream().anyMatch(answer.offered()::contains))
                .map(Recommendation::id)
                .map(id -> id + " beside " + answer.offered());
    }

    private static boolean isDoubtful(Answer answer) {
        return Stream.of(new MeasurementsOutOfDate(), new ChartNotReadInFull())
                .anyMatch(criterion -> criterion.assess(answer.chart()).truth() == Truth.MET);
    }

    private static Stream<String> namesWithheld(Answer answer) {
        return NAMES.entrySet().stream()
                .filter(entry ->
                        answer.withholds(entry.getValue()) && answer.words().contains(entry.getKey()))
                .map(entry -> "\"" + entry.getKey() + "\" and " + entry.getValue() + " is withheld");
    }

    private static Stream<String> noObstacles(Answer answer) {
        return answer.advice().withheld().stream()
                .filter(withheld -> withheld.obstacles().isEmpty()
                        || withheld.obstacles().stream().anyMatch(obstacle -> obstacle.truth() == Truth.UNKNOWN))
                .map(withheld -> withheld.id() + " " + withheld.obstacles());
    }

    private static Stream<String> bothOf(Answer answer) {
        return answer.card(CardTopic.MULTIDISCIPLINARY_REVIEW).stream()
                .flatMap(card -> EITHER.stream().flatMap(words -> both(card, words)));
    }

    private static Stream<String> both(Shown card, List<String> words) {
        String all = card.summary() + card.body();
        return words.stream()
                .skip(1)
                .filter(other -> all.contains(words.get(0)) && all.contains(other))
                .map(other -> "\"" + words.get(0) + "\" and \"" + other + "\"");
    }

    /** The diagnoses themselves are shown where they contradict each other. */
    private static boolean showsConflict(Answer answer) {
        return answer.chart().conflicts().stream()
                .filter(entry -> !answer.chart().diagnosis().evidence().contains(entry))
                .filter(entry -> !entry.subject().equals("lesion-size"))
                .filter(entry -> entry.date().isPresent())
                .anyMatch(entry -> answer.cards().stream()
                        .map(Told::chart)
                        .anyMatch(line -> line.contains(Told.orKey("subject", entry.subject()) + " "
                                + Told.orKey("value", entry.value()) + " (")));
    }
}
