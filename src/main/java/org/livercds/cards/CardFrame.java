package org.livercds.cards;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.livercds.hooks.Coding;

/** What is the same on every card of a topic. */
record CardFrame(CardTopic topic, Coding coding, List<Coding> overrideReasons) {

    private static final String TOPICS = "https://livercds.org/fhir/CodeSystem/card-topic";
    private static final String OVERRIDE_REASONS = "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes";

    CardFrame {
        overrideReasons = List.copyOf(overrideReasons);
    }

    static Map<CardTopic, CardFrame> all(CardCatalogue catalogue) {
        Map<CardTopic, CardFrame> frames = new EnumMap<>(CardTopic.class);
        catalogue.files().forEach((topic, file) -> {
            List<Coding> reasons = new ArrayList<>();
            for (String code : file.overrideReasons()) {
                String words = catalogue.overrideReason(code).orElseThrow();
                reasons.add(new Coding(OVERRIDE_REASONS, code, words));
            }
            frames.put(topic, new CardFrame(topic, new Coding(TOPICS, topic.code(), file.name()), reasons));
        });
        return frames;
    }
}
