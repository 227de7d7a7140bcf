package org.livercds.clinical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CitationTest {

    @Test
    void a_citation_is_named_by_its_document_and_sentence() {
        assertEquals("MSK-6", Citation.msk(6).id());
        assertEquals("NCI-16", Citation.nci(16).id());
        assertEquals("NAV-26", Citation.nav(26).id());
    }
}
