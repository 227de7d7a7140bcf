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
import org.livercds.feedback.Reader;
import org.livercds.hooks.Caller;
import org.livercds.hooks.HookRequest;

/** What the users of this service were shown and set aside, so that it does not repeat itself. */
public final class RepeatControl implements SetAsides {

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
     * What this user set aside for this patient, also under the key before this one. What was judged by other rules is
     * not comparable.
     */
    @Override
    public SetAside setAside(HookRequest request, Caller caller) {
        if (request.userId().isEmpty() || quiet.isZero()) {
            return SetAside.NOTHING;
        }
        String tenant = tenant(caller);
        List<Reader> readers = hashes.allOfReader(
                tenant, request.patientId(), client(caller), request.userId().get());
        List<IssuedCard> cards =
                history.overridden(tenant, readers, clock.instant().minus(quiet));
        return new SetAside(cards.stream()
                .filter(card -> rules(card.ruleVersion()).equals(rules(LiverCancerGuideline.VERSION)))
                .collect(toMap(IssuedCard::topic, IssuedCard::facts)));
    }

    /** Another wording of the same judgement is no reason to say it again. */
    private static String rules(String version) {
        return version.split("\\.")[0];
    }

    /** An answer is given, silent or not. What patients ask themselves is no clinician's chart. */
    public void remember(String service, HookRequest request, Caller caller, Answer answer) {
        if (request.isFromPatientOrRelative()) {
            return;
        }
        Instant now = clock.instant();
        String tenant = tenant(caller);
        LocalDate day = LocalDate.ofInstant(now, clock.getZone());
        List<IssuedCard> cards = answer.shown().isEmpty()
                ? List.of()
                : cards(service, tenant, reader(request, caller), answer.shown(), now);
        issued.add(new Answered(tenant, service, LiverCancerGuideline.VERSION, day, cards));
    }

    private static List<IssuedCard> cards(String service, String tenant, Reader reader, List<Shown> all, Instant now) {
        return all.stream()
                .map(shown -> new IssuedCard(
                        shown.card().uuid(),
                        tenant,
                        reader.patient(),
                        reader.user(),
                        service,
                        shown.card().source().topic().code(),
                        LiverCancerGuideline.VERSION,
                        shown.facts(),
                        now))
                .toList();
    }

    /** Under the key that is valid now; without a user where the call names none. */
    private Reader reader(HookRequest request, Caller caller) {
        return new Reader(
                hashes.patient(tenant(caller), request.patientId()),
                request.userId().map(user -> hashes.user(client(caller), user)).orElse(""));
    }

    private static String tenant(Caller caller) {
        return caller.tenant().orElse("");
    }

    /** The same user id at another client is somebody else. */
    private static String client(Caller caller) {
        return caller.client().orElse("") + "/" + tenant(caller);
    }
}
