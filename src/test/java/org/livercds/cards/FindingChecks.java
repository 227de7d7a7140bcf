package org.livercds.cards;

import static org.livercds.cards.Check.each;
import static org.livercds.cards.Check.never;
import static org.livercds.clinical.Statement.AT_MOST_THREE_LESIONS;
import static org.livercds.clinical.Statement.EACH_SMALLER_THAN_1_CM;
import static org.livercds.clinical.Statement.EACH_SMALLER_THAN_3_CM;
import static org.livercds.clinical.Statement.HAS_LIVE_LESION;
import static org.livercds.clinical.Truth.MET;
import static org.livercds.clinical.Truth.NOT_MET;
import static org.livercds.clinical.Truth.UNKNOWN;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.guideline.CautionId;
import org.livercds.clinical.guideline.MissingId;
import org.livercds.clinical.guideline.RecommendationId;

/** Number and size as the summary tells them, against criteria, cautions and questions. */
final class FindingChecks {

    private static final BigDecimal ONE = new BigDecimal("1.0");
    private static final BigDecimal THREE = new BigDecimal("3.0");
    private static final Pattern LESION = Pattern.compile("[,;] lesion ([\\d.]+) (mm|cm|m|\\[in_i])");
    private static final Pattern NUMBER = Pattern.compile("number of lesions (\\d+)");

    static final List<Check> ALL = List.of(
            each("the number in the summary agrees with \"3 or fewer\"", FindingChecks::wrongCount),
            each(
                    "the size in the summary agrees with \"smaller than 3 cm\"",
                    answer -> wrongSize(answer, EACH_SMALLER_THAN_3_CM, THREE)),
            each(
                    "the size in the summary agrees with \"smaller than 1 cm\"",
                    answer -> wrongSize(answer, EACH_SMALLER_THAN_1_CM, ONE)),
            never(
                    "a lesion is present where the summary tells of one, and only there",
                    answer -> !answer.isSilent()
                            && answer.says(HAS_LIVE_LESION, finding(answer).isPresent() ? NOT_MET : MET)),
            never(
                    "the number is asked for only where the summary says \"at least\"",
                    answer -> answer.asks(MissingId.COUNT)
                            && finding(answer)
                                    .filter(told -> told.count().equals("At least"))
                                    .isEmpty()),
            never(
                    "sizes are not asked for where the summary tells that each is under 1 cm",
                    answer -> answer.asks(MissingId.SIZE)
                            && finding(answer)
                                    .filter(told -> told.isEachBelow(ONE) == MET)
                                    .isPresent()),
            each("no lesion behind \"smaller than\" is too large", FindingChecks::tooLarge),
            never("a stated number is the summary's, or the contradiction is told", FindingChecks::isAnotherNumber),
            never(
                    "\"exactly 1.0 cm\" is the size in the summary, and no criterion calls it smaller",
                    answer -> answer.cautions(CautionId.EXACTLY_1_CM)
                            && (answer.says(EACH_SMALLER_THAN_1_CM, MET)
                                    || answer.cautions(CautionId.EXACTLY_3_CM)
                                    || finding(answer)
                                            .filter(told -> told.allows(ONE))
                                            .isEmpty())),
            never(
                    "\"exactly 3.0 cm\" is the size in the summary, and no criterion calls it smaller",
                    answer -> answer.cautions(CautionId.EXACTLY_3_CM)
                            && (answer.says(EACH_SMALLER_THAN_3_CM, MET)
                                    || answer.status(RecommendationId.ABLATION).isPresent()
                                    || finding(answer)
                                            .filter(told -> told.allows(THREE))
                                            .isEmpty())),
            never(
                    "nobody with a lesion of 1 cm is offered surveillance, nobody with one of 3 cm ablation",
                    answer -> isFrom(answer, RecommendationId.SURVEILLANCE, ONE)
                            || isFrom(answer, RecommendationId.ABLATION, THREE)
                            || isFrom(answer, RecommendationId.IRREVERSIBLE_ELECTROPORATION, THREE)),
            never(
                    "\"the size is not known\" does not stand under a size",
                    answer -> answer.words().contains("The size of a tumour is not known")
                            && !answer.words().contains("or not exact enough")
                            && finding(answer)
                                    .filter(told -> Set.of("single", "largest").contains(told.kind()))
                                    .isPresent()
                            && !answer.chart().lesions().mayBeTwice()));

    private FindingChecks() {}

    private static Optional<ToldFinding> finding(Answer answer) {
        return answer.isSilent()
                ? Optional.empty()
                : ToldFinding.in(answer.cards().get(0).summary());
    }

    private static Stream<String> wrongCount(Answer answer) {
        Set<Truth> told = told(answer, AT_MOST_THREE_LESIONS);
        return finding(answer).stream()
                .map(finding -> finding.isAtMost(3))
                .filter(truth -> !Set.of(truth).containsAll(told))
                .map(truth -> "the summary makes it " + truth + ", told is " + told);
    }

    /** Two measurements that may be one lesion leave it unknown; smaller than 1 cm is also refused where it is not sure. */
    private static Stream<String> wrongSize(Answer answer, Statement statement, BigDecimal limit) {
        Set<Truth> told = told(answer, statement);
        return finding(answer).stream()
                .map(finding -> finding.isEachBelow(limit))
                .filter(truth -> told.stream().anyMatch(one -> one != truth && !isDoubt(answer, truth, one)))
                .map(truth -> "the summary makes it " + truth + ", told is " + told);
    }

    private static boolean isDoubt(Answer answer, Truth summary, Truth told) {
        boolean refused =
                summary == UNKNOWN && told == NOT_MET && !answer.offered().contains(RecommendationId.SURVEILLANCE);
        return refused
                || told == UNKNOWN
                        && (summary == NOT_MET && isPartlyMeasured(answer)
                                || answer.chart().lesions().mayBeTwice());
    }

    private static boolean isPartlyMeasured(Answer answer) {
        return finding(answer).filter(told -> told.kind().equals("measured")).isPresent();
    }

    private static Set<Truth> told(Answer answer, Statement statement) {
        return Stream.concat(answer.because(), answer.obstacles())
                .filter(part -> part.statement() == statement)
                .map(part -> part.truth())
                .collect(Collectors.toSet());
    }

    private static Stream<String> tooLarge(Answer answer) {
        return answer.lines().filter(line -> line.truth() == MET).flatMap(line -> switch (line.statement()) {
            case EACH_SMALLER_THAN_1_CM -> tooLarge(line.text(), ONE);
            case EACH_SMALLER_THAN_3_CM -> tooLarge(line.text(), THREE);
            default -> Stream.empty();
        });
    }

    private static Stream<String> tooLarge(String line, BigDecimal limit) {
        return LESION.matcher(line)
                .results()
                .filter(size -> centimetres(size).compareTo(limit) >= 0)
                .map(size -> size.group() + " in " + line);
    }

    private static BigDecimal centimetres(MatchResult size) {
        BigDecimal number = new BigDecimal(size.group(1));
        return number.multiply(
                switch (size.group(2)) {
                    case "mm" -> new BigDecimal("0.1");
                    case "m" -> new BigDecimal("100");
                    case "[in_i]" -> new BigDecimal("2.54");
                    default -> BigDecimal.ONE;
                });
    }

    private static boolean isAnotherNumber(Answer answer) {
        return finding(answer).isPresent()
                && !answer.cautions(CautionId.CONFLICT)
                && answer.lines()
                        .flatMap(line -> NUMBER.matcher(line.text()).results())
                        .map(number -> Integer.parseInt(number.group(1)))
                        .anyMatch(
                                number -> number < finding(answer).orElseThrow().low());
    }

    private static boolean isFrom(Answer answer, RecommendationId id, BigDecimal limit) {
        return answer.offered().contains(id)
                && finding(answer)
                        .filter(told -> told.isEachBelow(limit) == NOT_MET
                                && !told.kind().equals("measured")
                                && !answer.chart().lesions().mayBeTwice())
                        .isPresent();
    }
}
