package org.livercds.bulkdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JSON of a resource with {@code {{placeholders}}}, cut where they stand.
 *
 * @param type the resource type
 * @param perPatient how many a patient has, on an average
 * @param texts between the placeholders: one more than there are names
 * @param low the least value of {@code {{#value}}}
 */
record Template(String type, double perPatient, List<String> texts, List<String> names, double low, double high) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\"?\\{\\{#(\\w+)}}\"?|\\{\\{(\\w+)}}");

    /** @param term what replaces the placeholders of its names at once */
    static Template of(String type, double perPatient, String json, Map<String, String> term) {
        List<String> texts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Matcher found = PLACEHOLDER.matcher(json);
        StringBuilder text = new StringBuilder();
        int last = 0;
        while (found.find()) {
            String name = found.group(1) == null ? found.group(2) : found.group(1);
            text.append(json, last, found.start());
            last = found.end();
            if (term.containsKey(name)) {
                text.append(term.get(name));
            } else {
                names.add(name);
                texts.add(text.toString());
                text.setLength(0);
            }
        }
        texts.add(text.append(json, last, json.length()).toString());
        return new Template(
                type,
                perPatient,
                List.copyOf(texts),
                List.copyOf(names),
                Double.parseDouble(term.getOrDefault("low", "0")),
                Double.parseDouble(term.getOrDefault("high", "0")));
    }

    String fill(Filling filling) {
        StringBuilder json = new StringBuilder(texts.get(0));
        for (int i = 0; i < names.size(); i++) {
            json.append(value(names.get(i), filling)).append(texts.get(i + 1));
        }
        return json.toString();
    }

    private String value(String name, Filling filling) {
        Dice dice = filling.dice();
        return switch (name) {
            case "patient" -> filling.patient();
            case "practitioner" -> filling.practitioner();
            case "organization" -> filling.organization();
            case "day" -> filling.day();
            case "time" -> filling.time();
            case "id", "other" -> dice.uuid();
            case "value" -> decimal(dice.between(low, high));
            case "amount" -> decimal(dice.between(20.0, 900.0));
            default -> throw new IllegalArgumentException("no placeholder {{" + name + "}}");
        };
    }

    private static String decimal(double value) {
        long hundredths = Math.round(value * 100);
        return hundredths / 100 + "." + hundredths / 10 % 10 + hundredths % 10;
    }

    /**
     * What is written into one resource.
     *
     * @param patient the reference
     */
    record Filling(String patient, String practitioner, String organization, String day, String time, Dice dice) {}
}
