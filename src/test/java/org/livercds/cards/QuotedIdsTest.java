package org.livercds.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.clinical.Citation;

/** What is quoted is found as a pattern finds it. */
class QuotedIdsTest {

    private static final Pattern ID = Pattern.compile("\\b(MSK|NCI|NAV)-(\\d+)\\b");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "MSK-6",
                "(MSK-6, NCI-29; verify) NAV-4.",
                "NCI-2NCI-3 NCI-4-NCI-5",
                "xMSK-6 _NCI-1 éNAV-2 .NAV-3",
                "MSK-6a MSK-7_ MSK-8é MSK-",
                "MSK -6 MSK--6 MSKNCI-6 SK-6 msk-6",
                "- NCI-12: a-b-NCI-13\nMSK-1"
            })
    void as_by_the_pattern(String text) {
        List<String> byPattern =
                ID.matcher(text).results().map(match -> match.group()).toList();
        assertEquals(byPattern, in(text).stream().map(Citation::id).toList());
    }

    @Test
    void every_phrase_and_card_quotes_the_same() {
        Answer.CATALOGUE.phrases().all().values().forEach(this::as_by_the_pattern);
    }

    private static List<Citation> in(String text) {
        List<Citation> cited = new ArrayList<>();
        QuotedIds.addTo(cited, text);
        return cited;
    }
}
