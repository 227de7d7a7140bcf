package org.livercds.web;

import java.util.List;
import org.livercds.service.AppWords;

/**
 * All that the page of a patient says, in the words of its language.
 *
 * @param who id, age and sex of the patient, the day, the kind of disease
 * @param silent why there is nothing to say, else empty
 * @param unread what could not be read in full, else empty
 */
public record AppView(
        List<String> who,
        String advisory,
        String unread,
        String silent,
        List<Offer> offers,
        List<String> missing,
        List<String> cautions,
        List<Picture> pictures,
        List<Rule> rules,
        List<AppWords.Source> sources) {

    /** What is offered. */
    public record Offer(String name, String status, String statusCode, String citations) {}

    /**
     * A picture with its table.
     *
     * @param notes what has to be known beside it
     * @param empty there is nothing to be seen on it
     */
    public record Picture(
            String id,
            String title,
            String svg,
            List<String> notes,
            boolean empty,
            List<String> head,
            List<Row> rows) {}

    /** A line of a table; its first cell names it. */
    public record Row(String name, List<String> cells) {}

    /** @param open it offers something */
    public record Rule(String name, String status, boolean open, String citations, List<Rung> rungs) {}

    /**
     * One thing that a rule asks.
     *
     * @param depth 0 for a criterion, 1 and more for what it rests on
     * @param effect for style sheets: {@code good}, {@code bad}, {@code open}, or {@code harmless} where it changes nothing
     */
    public record Rung(int depth, String effect, String symbol, String truth, String statement, String grounds) {}
}
