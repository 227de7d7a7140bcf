package org.livercds.service;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.livercds.cards.Written;
import org.livercds.clinical.Citation;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.Recommendation;
import org.livercds.clinical.guideline.Silence;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.codes.ContentVersion;
import org.livercds.fhir.Ledger;
import org.livercds.hooks.Evaluation;
import org.livercds.hooks.HookResponse;

/** From advice and ledger to the evaluation that stands beside the cards. */
@Singleton
final class Evaluations {

    /** Patients and their relatives get no treatment text. */
    static final String NOT_A_CLINICIAN = "notAClinician";

    static final String NO_RELEVANT_ORDER = "noRelevantOrder";

    private static final String NOT_APPLICABLE = "notApplicable";

    private final ContentVersion content;

    Evaluations(ContentVersion content) {
        this.content = content;
    }

    /** Of an explanation: what the rules say, whoever asks. */
    Evaluation of(Advice advice, Ledger ledger, LocalDate asOf) {
        return of(advice, List.of(), ledger, asOf);
    }

    Evaluation of(Advice advice, Written written, Ledger ledger, LocalDate asOf) {
        return of(advice, written.heldBack(), ledger, asOf);
    }

    private Evaluation of(Advice advice, List<String> heldBack, Ledger ledger, LocalDate asOf) {
        boolean applicable = advice.silence().isEmpty() || ledger.unread().contains(ChartPart.CONDITIONS);
        String complete = ledger.isComplete() ? "evaluated" : "incomplete";
        return new Evaluation(
                content.version(),
                content.hash(),
                content.changed(),
                asOf.toString(),
                applicable ? complete : NOT_APPLICABLE,
                applicable ? null : advice.silence().map(Silence::code).orElseThrow(),
                advice.kind().code(),
                offers(advice.recommendations()),
                each(advice.cautions(), caution -> caution.id().code()),
                each(advice.missing(), missing -> missing.id().code()),
                heldBack,
                each(ledger.entries(), Evaluations::report));
    }

    /** Nothing was looked at. */
    HookResponse notApplicable(String reason, LocalDate asOf) {
        Evaluation evaluation = new Evaluation(
                content.version(),
                content.hash(),
                content.changed(),
                asOf.toString(),
                NOT_APPLICABLE,
                reason,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new HookResponse(List.of(), evaluation);
    }

    private static List<Evaluation.Offer> offers(List<Recommendation> ranked) {
        List<Evaluation.Offer> offers = new ArrayList<>(ranked.size());
        for (Recommendation offered : ranked) {
            offers.add(offer(offered, offers.size() + 1));
        }
        return offers;
    }

    private static <T, R> List<R> each(List<T> some, Function<T, R> of) {
        List<R> each = new ArrayList<>(some.size());
        for (T one : some) {
            each.add(of.apply(one));
        }
        return each;
    }

    private static Evaluation.Offer offer(Recommendation recommendation, int rank) {
        return new Evaluation.Offer(
                recommendation.id().topic(),
                recommendation.status().code(),
                rank,
                each(recommendation.citations(), Citation::id));
    }

    private static Evaluation.KeyReport report(Ledger.Entry entry) {
        return new Evaluation.KeyReport(
                entry.key().key(),
                entry.source().name().toLowerCase(Locale.ROOT),
                entry.state().name(),
                entry.resources(),
                entry.skipped(),
                entry.problem().orElse(null));
    }
}
