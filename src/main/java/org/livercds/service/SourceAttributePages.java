package org.livercds.service;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.livercds.cards.CardWriters;
import org.livercds.cards.SourceAttributeFile;
import org.livercds.hooks.Caller;
import org.livercds.hooks.Card;
import org.livercds.hooks.Discovery;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.Link;
import org.livercds.hooks.SourceAttributes;

/** The source attributes of each service, and the way to them from its cards. */
@Singleton
public final class SourceAttributePages {

    private static final String REGULATION = "45 CFR 170.315(b)(11)(iv)(A)";

    private final SourceAttributeFile file;
    private final CardWriters writers;
    private final String publicUrl;

    @Inject
    SourceAttributePages(SourceAttributeFile file, CardWriters writers, LiverCdsConfig config) {
        this(file, writers, AppSetup.publicUrl(config));
    }

    /** @param publicUrl where clients call the service; empty where nobody has said so */
    SourceAttributePages(SourceAttributeFile file, CardWriters writers, String publicUrl) {
        this.file = file;
        this.writers = writers;
        this.publicUrl = publicUrl;
    }

    public SourceAttributes of(CdsService service) {
        Discovery.Service described = service.description();
        Discovery.Rules rules = described.extension().rules();
        return new SourceAttributes(
                service.id(), described.title(), REGULATION, rules, file.of(described.hook(), rules.version()));
    }

    /** Each card leads to them, if it is known from where. */
    public Answer on(Answer answer, CdsService service, Caller caller) {
        Optional<String> address = address(publicUrl, service.id());
        HookResponse response = answer.response();
        if (address.isEmpty() || response.cards().isEmpty()) {
            return answer;
        }
        Link link = Link.absolute(writers.in(caller.language()).sourceAttributesLabel(), address.get());
        List<Card> cards =
                response.cards().stream().map(card -> card.with(link)).toList();
        return answer.with(new HookResponse(cards, response.extension()));
    }

    /** Where they are read; empty where the public address is not known. */
    static Optional<String> address(String publicUrl, String service) {
        return publicUrl.isEmpty()
                ? Optional.empty()
                : Optional.of(publicUrl + "/cds-services/" + service + "/source-attributes");
    }
}
