package org.livercds.clinical;

/**
 * The sentence of a source document that a rule rests on.
 *
 * @param document which document
 * @param sentence the number of the sentence in the project's catalogue of that document
 */
public record Citation(Document document, int sentence) {

    public static Citation msk(int sentence) {
        return new Citation(Document.MSK, sentence);
    }

    public static Citation nci(int sentence) {
        return new Citation(Document.NCI, sentence);
    }

    public static Citation nav(int sentence) {
        return new Citation(Document.NAV, sentence);
    }

    /** The catalogue id, such as {@code MSK-6}. */
    public String id() {
        return document + "-" + sentence;
    }

    /** The source documents; titles, addresses and dates stand with the cards. */
    public enum Document {
        /** Memorial Sloan Kettering Cancer Center, on liver metastases. */
        MSK,
        /** National Cancer Institute, on primary liver cancer. */
        NCI,
        /** An AI-generated answer citing NCCN, on surgery; always labelled as such. */
        NAV
    }
}
