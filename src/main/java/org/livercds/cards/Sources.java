package org.livercds.cards;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.EnumMap;
import java.util.Map;
import org.livercds.clinical.Citation.Document;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.InvalidContentException;
import org.livercds.hooks.Language;

/** Titles, addresses and dates of the source documents, for readers of one language. */
record Sources(Map<Document, Entry> entries) {

    private static final String FILE = "sources.yaml";

    /** The language that the documents are written in. */
    private static final Language ORIGINAL = Language.EN;

    /** One document. */
    record Entry(String label, String url, String date) {}

    /** What is told of it in one language. */
    private record Title(
            @JsonProperty(required = true) String label,
            @JsonProperty(required = true) String date) {}

    private record Listed(
            @JsonProperty(required = true) String label,
            @JsonProperty(required = true) String url,
            @JsonProperty(required = true) String date,
            Map<String, Title> translations) {

        Listed {
            translations = translations == null ? Map.of() : Map.copyOf(translations);
        }
    }

    static Sources read(ContentFolder folder, Language language) {
        Map<Document, Listed> listed = listed(folder);
        Map<Document, Entry> entries = new EnumMap<>(Document.class);
        for (Document document : Document.values()) {
            if (!listed.containsKey(document)) {
                throw new InvalidContentException(folder.path(FILE), 0, document + " is missing");
            }
            entries.put(document, entry(folder, document, listed.get(document), language));
        }
        return new Sources(Map.copyOf(entries));
    }

    private static Map<Document, Listed> listed(ContentFolder folder) {
        try {
            return Phrases.YAML.readValue(folder.read(FILE), new TypeReference<>() {});
        } catch (JsonProcessingException malformed) {
            throw new InvalidContentException(
                    folder.path(FILE),
                    malformed.getLocation().getLineNr(),
                    CardFile.firstSentence(malformed.getOriginalMessage()));
        }
    }

    private static Entry entry(ContentFolder folder, Document document, Listed listed, Language language) {
        if (!listed.url().startsWith("https://")) {
            throw new InvalidContentException(folder.path(FILE), 0, document + " has no https address");
        }
        if (language == ORIGINAL) {
            return new Entry(listed.label(), listed.url(), listed.date());
        }
        Title title = listed.translations().get(language.code());
        if (title == null) {
            throw new InvalidContentException(
                    folder.path(FILE), 0, document + " has no label and date in translations." + language.code());
        }
        return new Entry(title.label(), listed.url(), title.date());
    }

    Entry get(Document document) {
        return entries.get(document);
    }
}
