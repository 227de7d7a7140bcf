package org.livercds.service;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.livercds.cards.SetAside;
import org.livercds.cards.Written;
import org.livercds.clinical.guideline.LiverCancerGuideline;
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
    private volatile boolean open;

    /** @param quiet how long what was set aside is not shown again */
    RepeatControl(PromptHistory history, IssuedCards issued, Hashes hashes, Duration quiet, Clock clock) {
        this.history = history;
        this.issued = issued;
        this.hashes = hashes;
        this.quiet = quiet;
        this.clock = clock;
    }

    /** What is answered before is a rehearsal, and shown to nobody. */
    void begin() {
        open = true;
    }

    /** What this user set aside for this patient. What was judged by other rules is not comparable. */
    SetAside setAside(HookRequest request, Caller caller) {
        Optional<String> user = user(request, caller);
        if (user.isEmpty() || quiet.isZero()) {
            return SetAside.NOTHING;
        }
        Instant since = clock.instant().minus(quiet);
        List<IssuedCard> cards = history.overridden(tenant(caller), patient(request, caller), user.get(), since);
        return new SetAside(cards.stream()
                .filter(card -> card.ruleVersion().equals(LiverCancerGuideline.VERSION))
                .collect(toMap(IssuedCard::topic, IssuedCard::facts)));
    }

    /** The cards of an answer are on their way. */
    void shown(Written written, String service, HookRequest request, Caller caller) {
        if (open) {
            Instant now = clock.instant();
            issued.add(written.shown().stream()
                    .map(shown -> new IssuedCard(
                            shown.card().uuid(),
                            tenant(caller),
                            patient(request, caller),
                            user(request, caller).orElse(""),
                            service,
                            shown.card().source().topic().code(),
                            LiverCancerGuideline.VERSION,
                            shown.facts(),
                            now))
                    .toList());
        }
    }

    private static String tenant(Caller caller) {
        return caller.tenant().orElse("");
    }

    private String patient(HookRequest request, Caller caller) {
        return hashes.patient(tenant(caller), request.patientId());
    }

    /** The same id at another client is somebody else. */
    private Optional<String> user(HookRequest request, Caller caller) {
        return request.userId().map(user -> hashes.user(caller.client().orElse("") + "/" + tenant(caller), user));
    }
}
