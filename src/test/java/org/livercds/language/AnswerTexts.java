package org.livercds.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.livercds.hooks.Card;
import org.livercds.hooks.Link;
import org.livercds.hooks.Suggestion;

/** What people read of a card, and what machines do. */
record AnswerTexts(Card card) {

    private static final Pattern CITATION = Pattern.compile("\\b(?:MSK|NCI|NAV)-\\d+");

    /** Without the labels of sources, which keep the titles of the documents. */
    List<String> texts() {
        List<String> texts = new ArrayList<>(
                List.of(card.summary(), detail(), card.source().topic().display()));
        card.overrideReasons().forEach(reason -> texts.add(reason.display()));
        for (Suggestion suggestion : card.suggestions()) {
            texts.add(suggestion.label());
            suggestion.actions().forEach(action -> {
                texts.add(action.description());
                texts.addAll(texts(action.resource()));
            });
        }
        return texts;
    }

    List<String> labels() {
        return Stream.concat(
                        Stream.of(card.source().label()), card.links().stream().map(Link::label))
                .toList();
    }

    /** Whatever does not depend on the language. */
    List<Object> facts() {
        List<Object> facts = new ArrayList<>(List.of(
                card.indicator(),
                card.source().topic().code(),
                card.source().url(),
                CITATION.matcher(card.detail())
                        .results()
                        .map(MatchResult::group)
                        .toList()));
        card.links().forEach(link -> facts.add(link.url()));
        card.overrideReasons().forEach(reason -> facts.add(reason.code()));
        card.suggestions().stream()
                .flatMap(suggestion -> suggestion.actions().stream())
                .forEach(action -> {
                    action.resource().at("/code/coding").forEach(coding -> facts.add(coding.path("code")));
                    facts.add(action.resource().path("reasonReference"));
                });
        return facts;
    }

    private String detail() {
        String detail = card.detail().replaceAll("\\]\\(https?:[^)]*\\)", "]");
        for (String label : labels()) {
            detail = detail.replace("[" + label + "]", "");
        }
        return detail;
    }

    private static List<String> texts(JsonNode draft) {
        List<String> texts = new ArrayList<>(List.of(
                draft.at("/code/text").asText(), draft.at("/note/0/text").asText()));
        draft.at("/code/coding")
                .forEach(coding -> texts.add(coding.path("display").asText()));
        return texts;
    }
}
