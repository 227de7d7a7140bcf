package org.livercds.cli.screen;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the service would say about one patient when the chart is opened: one line of the table. The report is counted
 * from these lines and from nothing else.
 *
 * @param id keyed hash of the patient's id
 * @param status {@code evaluated}, {@code incomplete}, {@code notApplicable}, or {@code refused} where a call would be
 *     answered with an error
 * @param reason why not applicable or refused; empty otherwise
 * @param diseaseKind as the evaluation names it; empty where nothing could be evaluated
 * @param cards topics of the cards in their order
 * @param options topics of the recommendations in their order, and how far each goes: {@code recommended},
 *     {@code conditional} or {@code info}
 * @param cautions ids, such as K-BLEED
 * @param missing ids of data that are missing, such as M-SIZE
 * @param unread prefetch keys that could not be read in full, and the state of each
 * @param resources how many resources of the patient were usable
 * @param skipped how many were not
 */
public record Screened(
        String id,
        String status,
        String reason,
        String diseaseKind,
        List<String> cards,
        Map<String, String> options,
        List<String> cautions,
        List<String> missing,
        Map<String, String> unread,
        int resources,
        int skipped) {

    /** The names of the columns. */
    public static final String HEAD =
            "id,status,reason,diseaseKind,cards,options,cautions,missing,unread,resources,skipped";

    private static final int COLUMNS = HEAD.split(",").length;

    public Screened {
        cards = List.copyOf(cards);
        options = new LinkedHashMap<>(options);
        cautions = List.copyOf(cautions);
        missing = List.copyOf(missing);
        unread = new LinkedHashMap<>(unread);
    }

    /** As a line of CSV; every value is a word of ours, a number or a hash, so that nothing has to be quoted. */
    String line() {
        return Stream.of(
                        id,
                        status,
                        reason,
                        diseaseKind,
                        String.join(" ", cards),
                        pairs(options),
                        String.join(" ", cautions),
                        String.join(" ", missing),
                        pairs(unread),
                        String.valueOf(resources),
                        String.valueOf(skipped))
                .collect(joining(","));
    }

    static Screened of(String line) {
        String[] values = line.split(",", COLUMNS);
        return new Screened(
                values[0],
                values[1],
                values[2],
                values[3],
                words(values[4]),
                pairs(values[5]),
                words(values[6]),
                words(values[7]),
                pairs(values[8]),
                Integer.parseInt(values[9]),
                Integer.parseInt(values[10]));
    }

    private static String pairs(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(joining(" "));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        words(text).stream()
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> pairs.put(pair[0], Arrays.asList(pair).get(1)));
        return pairs;
    }
}
