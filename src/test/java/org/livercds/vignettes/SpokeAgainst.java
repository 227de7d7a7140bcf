package org.livercds.vignettes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.livercds.cards.Answer;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.CautionId;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.guideline.Status;
import org.livercds.clinical.patient.Lesion;
import org.livercds.clinical.patient.LiverChart;

/**
 * Why something may be recommended without a thing and not with it: that thing spoke against it. Each is by design of the
 * rules, and any other way of gaining by knowing less is a mistake.
 */
enum SpokeAgainst {
    /** It decided between kinds of disease: a suspicion, a second cancer, a benign lesion, a cancer of childhood. */
    KIND(loss -> loss.before().advice().kind() != loss.after().advice().kind()),
    /** It told that the patient is a child, dead or pregnant: then no option is named. */
    PATIENT(loss -> loss.before().isWithoutOptions()),
    /** It contradicted another entry, and that one now stands alone. */
    CONTRADICTION(loss -> loss.isAmong(loss.before().chart().conflicts().stream())),
    /** It was the evidence of what stood in the way. */
    OBSTACLE(loss ->
            loss.isAmong(loss.obstacles().flatMap(of -> of.leaves().stream()).flatMap(SpokeAgainst::evidence))),
    /** It was the evidence of what made the recommendation conditional, or was known only in part. */
    CONDITION(
            loss -> loss.isAmong(loss.open().flatMap(of -> of.leaves().stream()).flatMap(SpokeAgainst::evidence))),
    /** It was one of the lesions, and without it there are fewer. */
    LESION(loss -> loss.isAmong(loss.before().chart().lesions().live().stream()
            .map(Lesion::evidence)
            .flatMap(List::stream)));

    /**
     * What happened to one recommendation.
     *
     * @param gone references of what is no longer there
     */
    record Loss(Whole before, Whole after, RecommendationId id, Set<String> gone) {

        boolean isAmong(Stream<Evidence> entries) {
            return entries.map(Evidence::reference).anyMatch(gone::contains);
        }

        Stream<Assessment> obstacles() {
            return before.advice().withheld().stream()
                    .filter(withheld -> withheld.id() == id)
                    .flatMap(withheld -> withheld.obstacles().stream());
        }

        Stream<Assessment> open() {
            return before.answer().offer(id).stream().flatMap(offer -> offer.open().stream());
        }

        Optional<SpokeAgainst> reason() {
            return Arrays.stream(SpokeAgainst.values())
                    .filter(reason -> reason.applies.test(this))
                    .findFirst();
        }
    }

    /** An answer with short names for what is asked of it here. */
    record Whole(Answer answer) {

        Advice advice() {
            return answer.advice();
        }

        LiverChart chart() {
            return answer.chart();
        }

        boolean isWithoutOptions() {
            return advice().silence().isPresent()
                    || advice().cautions().stream()
                            .anyMatch(caution -> Set.of(CautionId.PEDIATRIC, CautionId.PREGNANT)
                                    .contains(caution.id()));
        }
    }

    private final Predicate<Loss> applies;

    SpokeAgainst(Predicate<Loss> applies) {
        this.applies = applies;
    }

    /** What is recommended after and was not before. */
    static Stream<Loss> losses(Answer before, Answer after, Set<String> gone) {
        return after.advice().recommendations().stream()
                .filter(offer -> offer.status() == Status.RECOMMENDED)
                .filter(offer -> !before.status(offer.id()).equals(Optional.of(Status.RECOMMENDED)))
                .map(offer -> new Loss(new Whole(before), new Whole(after), offer.id(), gone));
    }

    private static Stream<Evidence> evidence(Assessment assessment) {
        return assessment.evidence().stream();
    }
}
