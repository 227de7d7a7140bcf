package org.livercds.service;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.livercds.cards.SetAside;
import org.livercds.cards.Written.Shown;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.feedback.Answered;
import org.livercds.feedback.Hashes;
import org.livercds.feedback.IssuedCard;
import org.livercds.feedback.IssuedCards;
import org.livercds.feedback.PromptHistory;
import org.livercds.hooks.Caller;
import org.livercds.hooks.HookRequest;

/** What the users of this service were shown and set aside, so that it does not repeat itself. */
public final class RepeatControl {

    private final PromptHistory history;
    private final IssuedCards issued;
    private final Hashes hashes;
    private final Duration quiet;
    private final Clock clock;

    /** @param quiet how long what was set aside is not shown again */
    RepeatControl(PromptHistory history, IssuedCards issued, Hashes hashes, Duration quiet, Clock clock) {
        this.history = history;
        this.issued = issued;
        this.hashes = hashes;
        this.quiet = quiet;
        this.clock = clock;
    }

    /**
     * Who reads about whom, by keyed hashes.
     *
     * @param user empty where the call names none
     */
    private record Reader(String tenant, String patient, String user) {}

    /** What this user set aside for this patient. What was judged by other rules is not comparable. */
    SetAside setAside(HookRequest request, Caller caller) {
        if (request.userId().isEmpty() || quiet.isZero()) {
            return SetAside.NOTHING;
        }
        Reader reader = reader(request, caller);
        Instant since = clock.instant().minus(quiet);
        List<IssuedCard> cards = history.overridden(reader.tenant(), reader.patient(), reader.user(), since);
        return new SetAside(cards.stream()
                .filter(card -> card.ruleVersion().equals(LiverCancerGuideline.VERSION))
                .collect(toMap(IssuedCard::topic, IssuedCard::facts)));
    }

    /** An answer is given, silent or not. What patients ask themselves is no clinician's chart. */
    public void remember(String service, HookRequest request, Caller caller, Answer answer) {
        if (request.isFromPatientOrRelative()) {
            return;
        }
        Instant now = clock.instant();
        String tenant = caller.tenant().orElse("");
        LocalDate day = LocalDate.ofInstant(now, clock.getZone());
        List<IssuedCard> cards =
                answer.shown().isEmpty() ? List.of() : cards(service, reader(request, caller), answer.shown(), now);
        issued.add(new Answered(tenant, service, LiverCancerGuideline.VERSION, day, cards));
    }

    private static List<IssuedCard> cards(String service, Reader reader, List<Shown> all, Instant now) {
        return all.stream()
                .map(shown -> new IssuedCard(
                        shown.card().uuid(),
                        reader.tenant(),
                        reader.patient(),
                        reader.user(),
                        service,
                        shown.card().source().topic().code(),
                        LiverCancerGuideline.VERSION,
                        shown.facts(),
                        now))
                .toList();
    }

    /** The same user id at another client is somebody else. */
    private Reader reader(HookRequest request, Caller caller) {
        String tenant = caller.tenant().orElse("");
        String client = caller.client().orElse("") + "/" + tenant;
        return new Reader(
                tenant,
                hashes.patient(tenant, request.patientId()),
                request.userId().map(user -> hashes.user(client, user)).orElse(""));
    }
}
