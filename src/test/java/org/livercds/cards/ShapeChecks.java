package org.livercds.cards;

import static org.livercds.cards.Check.each;
import static org.livercds.cards.Check.never;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.livercds.cards.Answer.Shown;
import org.livercds.clinical.guideline.CautionId;
import org.livercds.clinical.guideline.Recommendation;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.guideline.Status;

/** How many cards, in what order, and that each says its own. */
final class ShapeChecks {

    private static final Set<String> NOT_LEADING = Set.of(CardTopic.OTHER_OPTIONS.code(), CardTopic.CHECK_FIRST.code());
    private static final Pattern BOLD = Pattern.compile("^- \\*\\*([^*]+)\\*\\*");

    static final List<Check> ALL = List.of(
            never(
                    "at most three cards, each of another topic",
                    answer -> answer.cards().size() > 3
                            || answer.cards().stream()
                                            .map(Shown::topic)
                                            .distinct()
                                            .count()
                                    < answer.cards().size()),
            never("one card leads, then come the other options, then what to check first", ShapeChecks::isOutOfOrder),
            never(
                    "there are cards where there is advice, and silence has a reason",
                    answer -> answer.isSilent()
                                    != answer.advice().recommendations().isEmpty()
                            || answer.isSilent() != answer.advice().silence().isPresent()),
            each("a recommendation is named once, and none that is not made", ShapeChecks::wronglyNamed),
            each(
                    "nothing is offered and withheld",
                    answer ->
                            answer.offered().stream().filter(answer::withholds).map(Enum::name)),
            never("all cards begin with the same finding", ShapeChecks::hasAnotherFinding),
            never("every caution and everything asked for is told once", ShapeChecks::isNotToldOnce),
            never(
                    "the check-first card warns where a caution warns, and no other card does",
                    ShapeChecks::warnsWrongly),
            never(
                    "a child and a cancer outside the sources get one card",
                    answer -> (answer.cautions(CautionId.PEDIATRIC) || answer.cautions(CautionId.OUT_OF_SCOPE))
                            && (answer.cards().size() != 1
                                    || !answer.offered().equals(Set.of(RecommendationId.MULTIDISCIPLINARY_REVIEW)))),
            never("a conditional recommendation says if what, a firm one says no if", ShapeChecks::isIfWrong),
            each("an option is listed as what it is", ShapeChecks::wronglyListed));

    private ShapeChecks() {}

    private static boolean isOutOfOrder(Answer answer) {
        if (answer.isSilent()) {
            return false;
        }
        List<String> rest = answer.cards().stream().skip(1).map(Shown::topic).toList();
        List<String> expected = Stream.of(CardTopic.OTHER_OPTIONS, CardTopic.CHECK_FIRST)
                .map(CardTopic::code)
                .filter(rest::contains)
                .toList();
        Shown first = answer.cards().get(0);
        boolean others = answer.advice().recommendations().size() > 1;
        return NOT_LEADING.contains(first.topic())
                || !first.is(CardTopic.of(leading(answer).id()))
                || !rest.equals(expected)
                || others != rest.contains(CardTopic.OTHER_OPTIONS.code());
    }

    private static Stream<String> wronglyNamed(Answer answer) {
        if (answer.isSilent()) {
            return Stream.empty();
        }
        List<String> named = Stream.concat(Stream.of(name(leading(answer).id())), options(answer))
                .toList();
        List<String> made = answer.advice().recommendations().stream()
                .map(one -> name(one.id()))
                .toList();
        boolean once = new HashSet<>(named).size() == named.size();
        return once && named.equals(made) ? Stream.empty() : Stream.of("named " + named + ", made " + made);
    }

    private static boolean hasAnotherFinding(Answer answer) {
        Optional<Shown> others = answer.card(CardTopic.OTHER_OPTIONS);
        return others.isPresent()
                && !answer.cards()
                        .get(0)
                        .summary()
                        .startsWith(
                                others.get().lines().findFirst().orElseThrow().replaceAll("\\.$", ""));
    }

    private static boolean isNotToldOnce(Answer answer) {
        long cautions = answer.advice().cautions().size() + (answer.advice().pregnancyOpen() ? 1 : 0);
        boolean gate = answer.cautions(CautionId.PEDIATRIC) || answer.cautions(CautionId.OUT_OF_SCOPE);
        long told = answer.cards().stream()
                .filter(card -> card.is(CardTopic.CHECK_FIRST) || gate)
                .flatMap(Shown::lines)
                .distinct()
                .filter(line -> line.startsWith("- **"))
                .count();
        long asked = answer.cards().stream()
                .flatMap(Shown::lines)
                .filter(line -> line.startsWith("- Missing: "))
                .distinct()
                .count();
        return told != cautions || asked != answer.advice().missing().size();
    }

    private static boolean warnsWrongly(Answer answer) {
        boolean warns = answer.advice().cautions().stream()
                .anyMatch(caution -> caution.id().isWarning());
        return answer.cards().stream()
                .anyMatch(
                        card -> !card.indicator().equals(warns && card.is(CardTopic.CHECK_FIRST) ? "warning" : "info"));
    }

    private static boolean isIfWrong(Answer answer) {
        if (answer.isSilent()) {
            return false;
        }
        Shown card = answer.cards().get(0);
        Recommendation leading = leading(answer);
        boolean saysIf = Pattern.compile(" if \\w").matcher(card.summary()).find();
        boolean lists = card.lines().anyMatch(line -> line.equals(Told.phrase("heading.open")));
        boolean conditions = leading.open().stream()
                .noneMatch(open -> Told.phrase("if." + open.statement().key()).isBlank());
        return switch (leading.status()) {
            case CONDITIONAL ->
                !saysIf || !lists || !conditions || leading.open().isEmpty();
            case RECOMMENDED -> saysIf || lists || !leading.open().isEmpty();
            case INFO -> saysIf || card.body().contains(Told.phrase("status.recommended"));
        };
    }

    private static Stream<String> wronglyListed(Answer answer) {
        return answer.card(CardTopic.OTHER_OPTIONS).stream()
                .flatMap(Shown::lines)
                .flatMap(line -> {
                    Matcher bold = BOLD.matcher(line);
                    return bold.find()
                            ? wronglyListed(answer, bold.group(1), line.substring(bold.end()))
                            : Stream.empty();
                });
    }

    private static Stream<String> wronglyListed(Answer answer, String name, String rest) {
        Status status = answer.advice().recommendations().stream()
                .filter(one -> name(one.id()).equals(name))
                .findFirst()
                .orElseThrow()
                .status();
        boolean right = switch (status) {
            case RECOMMENDED -> rest.startsWith(", criteria met: ");
            case CONDITIONAL -> rest.matches(", if \\w.*\\. Criterion: .*");
            case INFO -> rest.startsWith(": ");
        };
        return right ? Stream.empty() : Stream.of(name + " is " + status + rest);
    }

    private static Stream<String> options(Answer answer) {
        return answer.card(CardTopic.OTHER_OPTIONS).stream()
                .flatMap(Shown::lines)
                .map(BOLD::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    private static Recommendation leading(Answer answer) {
        return answer.advice().recommendations().get(0);
    }

    static String name(RecommendationId id) {
        return Answer.CATALOGUE.file(CardTopic.of(id)).name();
    }
}
