package org.livercds.cards;

import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.OrderCodes;
import org.livercds.hooks.RandomCardIds;

/** The writer of the cards as they are shipped. */
public final class ShippedCards {

    private ShippedCards() {}

    public static CardWriter writer() {
        return new CardWriter(
                CardCatalogue.read(ContentFolder.inJar("cds-cards"), "en", LiverCancerGuideline.recommendations()),
                OrderCodes.read(ContentFolder.inJar("fhir-profiles")),
                RandomCardIds.make());
    }
}
