package org.livercds.service;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.livercds.cards.CardWriters;
import org.livercds.hooks.Caller;
import org.livercds.hooks.Card;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.Language;
import org.livercds.hooks.Link;
import org.livercds.security.smart.SmartLaunch;

/**
 * On the first card of an answer, for clients whose EHR can open it: the address of our SMART app, and nothing of the
 * patient. Others would have a dead button.
 */
@Singleton
public final class PictureLink {

    private static final String LAUNCH = "/app/launch";

    private final SmartLaunch launch;
    private final CardWriters writers;
    private final String address;

    PictureLink(SmartLaunch launch, CardWriters writers, LiverCdsConfig config) {
        this.launch = launch;
        this.writers = writers;
        this.address = AppSetup.publicUrl(config) + LAUNCH;
    }

    /** @param service whose answer it is: the picture belongs to the chart that is opened */
    public Answer on(Answer answer, CdsService service, Caller caller) {
        List<Card> cards = answer.response().cards();
        boolean offered = service.id().equals(PatientViewService.ID)
                && !cards.isEmpty()
                && caller.client().filter(launch::isOfferedTo).isPresent();
        return offered ? answer.with(linked(answer.response(), caller.language())) : answer;
    }

    private HookResponse linked(HookResponse response, Language language) {
        List<Card> cards = new ArrayList<>(response.cards());
        cards.set(0, cards.get(0).with(Link.smart(writers.in(language).pictureLabel(), address)));
        return new HookResponse(cards, response.extension());
    }
}
