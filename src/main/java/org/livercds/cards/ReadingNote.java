package org.livercds.cards;

/** What else is to be said about the reading of a chart, beside the parts that were not read. */
public enum ReadingNote {
    /** The FHIR server of the call is not registered here, so that it was not asked. */
    SERVER_NOT_REGISTERED("server-not-registered");

    private final String key;

    ReadingNote(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
