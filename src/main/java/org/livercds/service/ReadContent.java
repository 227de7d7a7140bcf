package org.livercds.service;

import org.livercds.cards.CardCatalogues;
import org.livercds.cards.SourceAttributeFile;
import org.livercds.codes.ContentFingerprint;
import org.livercds.codes.ContentVersion;
import org.livercds.codes.OrderCodes;
import org.livercds.codes.ValueSets;

/** All content as a start reads it, where no start is. */
record ReadContent(
        ValueSets valueSets,
        CardCatalogues catalogues,
        SourceAttributeFile sourceAttributes,
        OrderCodes orderCodes,
        ContentVersion version) {

    static ReadContent of(Content content, LiverCdsConfig config) {
        ContentFingerprint read = new ContentFingerprint();
        ValueSets valueSets = content.valueSets(config, read);
        CardCatalogues catalogues = content.catalogues(config, read);
        SourceAttributeFile sourceAttributes = content.sourceAttributes(config, read);
        OrderCodes orderCodes = content.orderCodes(config, read);
        ContentVersion version = content.version(read, valueSets, catalogues, sourceAttributes, orderCodes);
        return new ReadContent(valueSets, catalogues, sourceAttributes, orderCodes, version);
    }
}
