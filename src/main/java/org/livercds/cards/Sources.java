package org.livercds.cards;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import org.livercds.clinical.Citation.Document;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.InvalidContentException;

/** Titles, addresses and dates of the source documents. */
record Sources(Map<Document, Entry> entries) {

    private static final String FILE = "sources.yaml";

    /** One document. */
    record Entry(
            @JsonProperty(required = true) String label,
            @JsonProperty(required = true) String url,
            @JsonProperty(required = true) String date) {}

    static Sources read(ContentFolder folder) {
        try {
            Map<Document, Entry> entries = Phrases.YAML.readValue(folder.read(FILE), new TypeReference<>() {});
            for (Document document : Document.values()) {
                if (!entries.containsKey(document)) {
                    throw new InvalidContentException(folder.path(FILE), 0, document + " is missing");
                }
                if (!entries.get(document).url().startsWith("https://")) {
                    throw new InvalidContentException(folder.path(FILE), 0, document + " has no https address");
                }
            }
            return new Sources(Map.copyOf(entries));
        } catch (JsonProcessingException malformed) {
            throw new InvalidContentException(
                    folder.path(FILE),
                    malformed.getLocation().getLineNr(),
                    CardFile.firstSentence(malformed.getOriginalMessage()));
        }
    }

    Entry get(Document document) {
        return entries.get(document);
    }
}
