package org.livercds.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.hooks.Language;

/** The Spanish cards advise as the English ones do: they neither ask, oblige, dose, phone nor promise. */
class SpanishToneTest {

    private static final Map<String, String> TEXTS = Texts.ofCards(Language.ES);

    private static final Pattern WRONG = Pattern.compile(
            "(?im)\\b(?:deben?|deber(?:á|án|ía|ían)|(?:tienen?|hay) que|ha[ns]? de|es (?:necesario|obligatorio|preciso))\\b"
                    + "|\\b(?:segur[oa]s?|inocu[oa]s?|sin riesgos?|garantiza\\w*|curan?|mejor tratamiento)\\b"
                    + "|\\d[\\d.,]* ?(?:mg|µg|g|ml|UI|Gy|MBq|GBq)\\b(?!/d?L)|\\btel[eé]?f?\\w*:|\\+\\d{2} "
                    + "|(?:^|[.;:!?] |[-*✓✗?] |\\*\\*|\\()(?:considere|derive|remita|solicite|ordene|administre|realice|trate|"
                    + "inicie|suspenda|evite|compruebe|verifique|repita|confirme|mida|consulte|vigile|espere|valore|use)"
                    + "\\b");

    private static final Pattern DRUG =
            Pattern.compile("(?i)\\b\\w{3,}(?:mab|nib|platino|taxel|rubicina|tecán|citabina)\\b");
    private static final Set<String> WITH_DRUGS =
            Set.of("systemicTherapy.md", "recurrence.md", "systemicTherapyFirst.md");

    @Test
    void no_words_ask_oblige_dose_phone_or_promise() {
        assertEquals(
                List.of(),
                TEXTS.entrySet().stream()
                        .filter(text -> WRONG.matcher(text.getValue()).find())
                        .map(Map.Entry::toString)
                        .toList());
    }

    @Test
    void only_cards_on_drugs_name_drugs() {
        assertEquals(
                List.of(),
                TEXTS.entrySet().stream()
                        .filter(text -> !WITH_DRUGS.contains(text.getKey().split(" ")[0]))
                        .filter(text -> DRUG.matcher(text.getValue()).find())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Considere la ablación.",
                "Se ha diseminado. Derive a un cirujano.",
                "Debe hacerse una TC",
                "El paciente tiene que descansar",
                "sorafenib 400 mg",
                "hasta 50 Gy",
                "Es un método seguro.",
                "- Verifique el INR"
            })
    void what_is_not_allowed_is_found(String words) {
        assertTrue(WRONG.matcher(words).find());
    }
}
