package org.livercds.fuzz;

import static org.livercds.fuzz.Mutation.Kind.SCALE;
import static org.livercds.fuzz.Mutation.Kind.TRUNCATE;
import static org.livercds.fuzz.Mutation.Kind.UNIT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Changes of numbers, dates, texts and units that leave the shape of a request as it is. */
final class ValueMutations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");
    private static final int DAY = "2026-11-20".length();
    private static final int MONTH = "2026-11".length();
    private static final int YEAR = "2026".length();

    private static final List<String> FACTORS = List.of("10", "0.1", "1000", "-1", "0", "1E+30", "1E+1000000000");
    private static final List<Integer> YEARS = List.of(-10, -1, 1, 10);

    private static final List<String> COMPARATORS = List.of("<", "<=", ">", ">=", "ad", "sa");

    /** Units and what is written instead of each. */
    private static final Map<String, List<String>> OTHER_UNITS = Map.of(
            "mm", List.of("cm", "m", "[in_i]", "ml", ""),
            "cm", List.of("mm", "m", "[in_i]", "cm2", ""),
            "mg/dL", List.of("umol/L", "g/dL", "mg"),
            "g/dL", List.of("g/L", "mg/dL"));

    private ValueMutations() {}

    static Stream<Mutation> of(String place, JsonNode node) {
        List<Mutation> all = new ArrayList<>();
        if (node.isNumber()) {
            FACTORS.forEach(factor -> all.add(set(SCALE, place, "by " + factor, scaled(node, factor))));
        }
        if (node.isTextual()) {
            texts(place, node.asText(), all);
        }
        if (node.has("value") && (node.has("unit") || node.has("code"))) {
            units(place, node, all);
        }
        return all.stream();
    }

    private static void texts(String place, String text, List<Mutation> all) {
        all.add(set(TRUNCATE, place, "text", NODES.textNode(text.substring(0, text.length() / 2))));
        all.add(set(TRUNCATE, place, "whole text", NODES.textNode("")));
        if (DATE.matcher(text).matches()) {
            LocalDate day = LocalDate.parse(text.substring(0, DAY));
            String time = text.substring(DAY);
            YEARS.forEach(years ->
                    all.add(set(SCALE, place, "by " + years + " years", NODES.textNode(day.plusYears(years) + time))));
            all.add(set(TRUNCATE, place, "to month", NODES.textNode(text.substring(0, MONTH))));
            all.add(set(TRUNCATE, place, "to year", NODES.textNode(text.substring(0, YEAR))));
        }
        OTHER_UNITS
                .getOrDefault(text, List.of())
                .forEach(unit -> all.add(set(UNIT, place, "half to " + unit, NODES.textNode(unit))));
    }

    private static void units(String place, JsonNode quantity, List<Mutation> all) {
        String unit = quantity.path("code").asText(quantity.path("unit").asText());
        OTHER_UNITS
                .getOrDefault(unit, List.of())
                .forEach(other -> all.add(Mutation.of(
                        UNIT, place, "to " + other, (root, at) -> rename((ObjectNode) root.at(at), other))));
        COMPARATORS.forEach(comparator -> all.add(Mutation.of(
                UNIT, place, comparator, (root, at) -> ((ObjectNode) root.at(at)).put("comparator", comparator))));
    }

    private static void rename(ObjectNode quantity, String unit) {
        quantity.put("unit", unit).put("code", unit);
    }

    /** The last factor can be written and not multiplied. */
    private static JsonNode scaled(JsonNode number, String factor) {
        BigDecimal by = new BigDecimal(factor);
        return NODES.numberNode(
                Math.abs(by.scale()) > 100 ? by : number.decimalValue().multiply(by));
    }

    private static Mutation set(Mutation.Kind kind, String place, String how, JsonNode value) {
        return Mutation.of(kind, place, how, (root, at) -> Places.set(root, at, value));
    }
}
