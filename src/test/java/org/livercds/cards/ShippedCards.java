package org.livercds.cards;

import static java.util.stream.Collectors.toSet;

import java.util.Set;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ContentVersion;
import org.livercds.codes.OrderCodes;
import org.livercds.hooks.Language;
import org.livercds.hooks.RandomCardIds;

/** The cards as they are shipped. */
public final class ShippedCards {

    private static final CardCatalogues CATALOGUES =
            CardCatalogues.read(ContentFolder.inJar("cds-cards"), LiverCancerGuideline.recommendations());

    private ShippedCards() {}

    public static CardCatalogues catalogues() {
        return CATALOGUES;
    }

    public static CardWriters writers() {
        return writers(ContentVersion.released());
    }

    public static CardWriters writers(ContentVersion content) {
        OrderCodes orders = OrderCodes.read(ContentFolder.inJar("fhir-profiles"));
        return new CardWriters(CATALOGUES, orders, RandomCardIds.make(), content);
    }

    public static Set<String> topics() {
        return CATALOGUES.in(Language.EN).files().keySet().stream()
                .map(CardTopic::code)
                .collect(toSet());
    }

    /** Of English cards. */
    public static CardWriter writer() {
        return writers().in(Language.EN);
    }
}
