package org.livercds.bulkdata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.livercds.codes.ConceptSet;

/**
 * Writes measurements of lesions in the liver as systems write them: with a BodyStructure and the size as a component, or
 * as an Observation with a site and, mostly, an identifier of the lesion. Sizes crowd around the limits of the criteria.
 */
final class LesionPen {

    private static final String UNITS = "http://unitsofmeasure.org";
    private static final String IDENTIFIER = "urn:livercds:lesion";

    private static final double[] LIMITS = {9.9, 10.0, 10.1, 29.9, 30.0, 30.1};

    private final ChartPen pen;
    private final Terms terms;
    private final Dice dice;
    private final boolean structured;
    private final boolean identified;

    LesionPen(ChartPen pen, Terms terms, Dice dice) {
        this.pen = pen;
        this.terms = terms;
        this.dice = dice;
        this.structured = dice.chance(0.5);
        this.identified = dice.chance(0.85);
    }

    /** The size of some lesion in millimetres. */
    double size(double small) {
        if (dice.chance(small)) {
            return tenths(dice.between(3.0, 9.9));
        }
        if (dice.chance(0.45)) {
            return LIMITS[dice.below(LIMITS.length)];
        }
        return tenths(dice.chance(0.6) ? dice.between(10.0, 29.9) : dice.between(30.1, 118.0));
    }

    /**
     * A lesion, measured on a day and sometimes months before.
     *
     * @param day left out where it is null
     * @return the reference by which others mean it
     */
    String lesion(int number, double millimetres, LocalDate day) {
        String name = "lesion-" + number;
        Term site = terms.any(dice.chance(0.5) ? ConceptSet.LIVER_STRUCTURE : ConceptSet.LIVER_SEGMENT, dice);
        String body = structured ? structure(name, site) : "";
        ObjectNode newest = measurement(name, body, site, millimetres, day);
        if (day != null && dice.chance(0.3)) {
            measurement(name, body, site, tenths(millimetres * 0.8), day.minusDays(dice.between(95, 200)));
        }
        if (day != null && dice.chance(0.03)) {
            measurement(name, body, site, millimetres + dice.between(1, 9), day);
        }
        return structured ? body : "Observation/" + newest.path("id").asText();
    }

    /** A size in another organ than the liver. */
    void elsewhere(double millimetres, LocalDate day) {
        ObjectNode observation = pen.observation(terms.any(ConceptSet.TUMOR_LONGEST_DIMENSION, dice), day);
        ChartPen.code(observation, "bodySite", terms.any(ConceptSet.OTHER_ORGAN, dice));
        exact(observation, millimetres);
    }

    private String structure(String name, Term site) {
        ObjectNode body = pen.resource("BodyStructure", "patient");
        identify(body, name);
        ChartPen.code(body, "location", site);
        return "BodyStructure/" + body.path("id").asText();
    }

    private ObjectNode measurement(String name, String body, Term site, double millimetres, LocalDate day) {
        if (structured) {
            ObjectNode panel = pen.observation(terms.any(ConceptSet.TUMOR_SIZE, dice), day);
            panel.putArray("focus").addObject().put("reference", body);
            ObjectNode component = panel.putArray("component").addObject();
            ChartPen.code(component, "code", terms.any(ConceptSet.TUMOR_LONGEST_DIMENSION, dice));
            write(component, millimetres);
            return panel;
        }
        ObjectNode observation = pen.observation(terms.any(ConceptSet.TUMOR_LONGEST_DIMENSION, dice), day);
        ChartPen.code(observation, "bodySite", site);
        if (identified) {
            identify(observation, name);
        }
        write(observation, millimetres);
        return observation;
    }

    private static void identify(ObjectNode resource, String name) {
        resource.putArray("identifier").addObject().put("system", IDENTIFIER).put("value", name);
    }

    private void write(ObjectNode to, double millimetres) {
        switch (dice.below(50)) {
            case 0, 1 -> ChartPen.absent(to);
            case 2 -> to.putObject("valueQuantity").put("value", decimal(millimetres, 1));
            case 3 -> exact(to, millimetres).put("comparator", dice.oneOf("<", "<=", ">", ">="));
            case 4 -> {
                ObjectNode range = to.putObject("valueRange");
                quantity(range.putObject("low"), millimetres - 2, "mm");
                quantity(range.putObject("high"), millimetres + 2, "mm");
            }
            case 5 -> quantity(to.putObject("valueQuantity"), millimetres / 25.4, "[in_i]");
            default -> exact(to, millimetres);
        }
    }

    private ObjectNode exact(ObjectNode to, double millimetres) {
        boolean centimetres = dice.chance(0.5);
        ObjectNode quantity = to.putObject("valueQuantity");
        quantity(quantity, centimetres ? millimetres / 10 : millimetres, centimetres ? "cm" : "mm");
        return quantity;
    }

    private static void quantity(ObjectNode quantity, double value, String unit) {
        int digits = unit.equals("mm") ? 1 : 2;
        quantity.put("value", decimal(value, digits))
                .put("unit", unit)
                .put("system", UNITS)
                .put("code", unit);
    }

    private static BigDecimal decimal(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
