package org.livercds.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules notice what breaks them: a good answer, spoilt in one place at a time. */
class AnswerRulesTest {

    private static final String GOOD = """
            {"cards": [
              {"uuid": "0b1c2d3e-0000-8000-8000-000000000001", "summary": "One thing: may be considered",
               "detail": "**One** (NCI-1).\\n\\nSource: [NCI](https://example.org/a).", "indicator": "info",
               "source": {"label": "NCI", "url": "https://example.org/a", "topic": {
                 "system": "https://livercds.org/fhir/CodeSystem/card-topic", "code": "one", "display": "One"}},
               "suggestions": [{"label": "Ask", "uuid": "0b1c2d3e-0000-8000-8000-000000000002", "actions": [
                 {"type": "create", "description": "Draft", "resource": {"resourceType": "ServiceRequest"}}]}],
               "selectionBehavior": "any",
               "overrideReasons": [{"system": "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes",
                 "code": "contraindicated", "display": "Contraindicated"}],
               "links": [{"label": "NCI", "url": "https://example.org/a", "type": "absolute"}]}],
             "extension": {"org.example.evaluation": {"status": "evaluated"}}}
            """;

    @Test
    void a_good_answer_keeps_them_all() {
        AnswerRules.ALL.forEach((name, rule) ->
                assertEquals(List.of(), rule.apply(Ehr.json(GOOD)).toList(), name));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/extension/org.example.evaluation/status | null | nothingEmpty",
                "/extension/org.example.evaluation/status | \"\" | nothingEmpty",
                "/cards/0/links | [] | nothingEmpty",
                "/cards/0/source/topic | {} | nothingEmpty",
                "/cards | - | root",
                "/cards | {} | root",
                "/systemActions | [1] | root",
                "/cards/0/uuid | - | uuid",
                "/cards/0/suggestions/0/uuid | \"1\" | uuid",
                "/cards/0/summary | - | summary",
                "/cards/0/summary | 7 | summary",
                "/cards/0/summary | \"One. Two\" | summary",
                "/cards/0/detail | \"<b>One</b>\" | detail",
                "/cards/0/detail | `\"| a | b |\"` | detail",
                "/cards/0/indicator | \"critical\" | indicator",
                "/cards/0/indicator | - | indicator",
                "/cards/0/source/label | - | source",
                "/cards/0/source/url | \"example.org/a\" | source",
                "/cards/0/source/topic/code | \"with-hyphen\" | topic",
                "/cards/0/source/topic/system | - | topic",
                "/cards/0/overrideReasons/0/display | - | overrideReasons",
                "/cards/0/overrideReasons | - | overrideReasons",
                "/cards/0/source/topic/code | \"checkFirst\" | overrideReasons",
                "/cards/0/selectionBehavior | - | selectionBehavior",
                "/cards/0/selectionBehavior | \"all\" | selectionBehavior",
                "/cards/0/suggestions | - | selectionBehavior",
                "/cards/0/suggestions/0/label | - | suggestions",
                "/cards/0/suggestions/0/actions | - | suggestions",
                "/cards/0/suggestions/0/actionSelectionBehavior | \"all\" | suggestions",
                "/cards/0/suggestions/0/actions/0/type | \"delete\" | actions",
                "/cards/0/suggestions/0/actions/0/description | - | actions",
                "/cards/0/suggestions/0/actions/0/resource | - | actions",
                "/cards/0/links/0/type | \"smart\" | links",
                "/cards/0/links/0/appContext | \"x\" | links",
                "/cards/0/links/0/url | \"https://example.org/b\" | addresses",
                "/cards/0/detail | \"See http://example.org.\" | addresses",
                "/cards/0/extension | [1] | extensions",
                "/extension/short | {\"a\": 1} | extensions"
            })
    void what_breaks_a_rule_is_noticed(String place, String by, String rule) {
        JsonNode spoilt = spoilt(place, by);
        assertTrue(AnswerRules.ALL.get(rule).apply(spoilt).findAny().isPresent(), rule);
    }

    @Test
    void a_summary_of_139_characters_is_kept_and_one_of_140_is_not() {
        JsonNode longest = spoilt("/cards/0/summary", "\"" + "a".repeat(139) + "\"");
        assertEquals(0, AnswerRules.summary(longest).count());
        JsonNode tooLong = spoilt("/cards/0/summary", "\"" + "a".repeat(140) + "\"");
        assertEquals(1, AnswerRules.summary(tooLong).count());
    }

    @Test
    void every_rule_is_tried() throws NoSuchMethodException {
        String[] rows = getClass()
                .getDeclaredMethod("what_breaks_a_rule_is_noticed", String.class, String.class, String.class)
                .getAnnotation(CsvSource.class)
                .value();
        Set<String> tried = new TreeSet<>();
        for (String row : rows) {
            tried.add(row.substring(row.lastIndexOf('|') + 1).strip());
        }
        assertEquals(new TreeSet<>(Map.copyOf(AnswerRules.ALL).keySet()), tried);
    }

    private static JsonNode spoilt(String place, String by) {
        JsonNode answer = Ehr.json(GOOD);
        int last = place.lastIndexOf('/');
        String member = place.substring(last + 1);
        JsonNode parent = answer.at(place.substring(0, last));
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(member), Ehr.json(by));
        } else if (by.equals("-")) {
            ((ObjectNode) parent).remove(member);
        } else {
            ((ObjectNode) parent).set(member, Ehr.json(by));
        }
        return answer;
    }
}
