package org.livercds.fhir;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Type;
import org.livercds.clinical.patient.NumberRange;

/**
 * FHIR quantities in one unit. A missing, unknown or contradictory unit makes a value unusable: nothing is assumed.
 *
 * @param units UCUM code, or unit text where there is no code, to the factor that gives the unit of the table
 */
record Quantities(Map<String, Factor> units) {

    /** Exact where nothing is divided; a quotient keeps 34 digits. */
    private record Factor(BigDecimal times, BigDecimal over) {
        BigDecimal apply(BigDecimal value) {
            BigDecimal product = value.multiply(times);
            return over.equals(BigDecimal.ONE) ? product : product.divide(over, MathContext.DECIMAL128);
        }
    }

    private static final String UCUM = "http://unitsofmeasure.org";

    /** Beyond this many digits or powers of ten no number of a chart makes sense, and arithmetic is not safe. */
    private static final int SENSIBLE_DIGITS = 30;

    private static final BigDecimal MICROMOLES_PER_MILLIGRAM = new BigDecimal("17.1");

    /** Millimetres. */
    static final Quantities LENGTH =
            new Quantities(Map.of("mm", times("1"), "cm", times("10"), "m", times("1000"), "[in_i]", times("25.4")));

    /** Milligrams of bilirubin in a decilitre; 1 mg/dL is 17.1 µmol/L. */
    static final Quantities BILIRUBIN = new Quantities(Map.ofEntries(
            entry("mg/dL", times("1")),
            entry("mg/dl", times("1")),
            entry("umol/L", perMilligram()),
            entry("µmol/L", perMilligram()),
            entry("μmol/L", perMilligram())));

    /** Grams of albumin in a decilitre. */
    static final Quantities ALBUMIN =
            new Quantities(Map.of("g/dL", times("1"), "g/dl", times("1"), "g/L", times("0.1"), "g/l", times("0.1")));

    /** A ratio has no unit, written in several ways. */
    static final Quantities RATIO = new Quantities(
            Map.of("", times("1"), "1", times("1"), "{INR}", times("1"), "INR", times("1"), "{ratio}", times("1")));

    /** 10⁹ platelets in a litre, which are as many thousands in a microlitre. */
    static final Quantities PLATELETS = new Quantities(Map.ofEntries(
            entry("10*3/uL", times("1")),
            entry("10*9/L", times("1")),
            entry("10*3/mm3", times("1")),
            entry("K/uL", times("1")),
            entry("10^3/uL", times("1")),
            entry("10^9/L", times("1")),
            entry("/uL", times("0.001"))));

    /** As recorded, by mass or by units: it is only shown. */
    static final Quantities AFP = new Quantities(Map.of(
            "ng/mL",
            times("1"),
            "ug/L",
            times("1"),
            "[IU]/mL",
            times("1"),
            "k[IU]/L",
            times("1"),
            "IU/mL",
            times("1")));

    /** A count has no unit. */
    static final Quantities COUNT =
            new Quantities(Map.of("", times("1"), "1", times("1"), "{count}", times("1"), "{#}", times("1")));

    /** The value in the unit of the table, as exactly as it was recorded; empty where it cannot be used. */
    Optional<NumberRange> read(Type value) {
        if (value instanceof Quantity quantity) {
            return ofQuantity(quantity);
        }
        return value instanceof Range range ? ofRange(range) : Optional.empty();
    }

    /** How a value reads in the chart, with nothing but numbers and units of the table; empty where it is unusable. */
    Optional<String> text(Type value) {
        if (value instanceof Range range) {
            String low = range.hasLow() ? text(range.getLow()).orElse("?") : "0";
            String high = range.hasHigh() ? text(range.getHigh()).orElse("?") : "…";
            return read(value).map(usable -> low + " – " + high);
        }
        return value instanceof Quantity quantity
                ? number(quantity).flatMap(number -> unit(quantity).map(unit -> text(quantity, number, unit)))
                : Optional.empty();
    }

    /** Whether the number itself is one that can be worked with, whatever its unit. */
    static Optional<BigDecimal> number(Quantity quantity) {
        return Optional.ofNullable(quantity.getValue())
                .filter(number ->
                        Math.abs((long) number.scale()) <= SENSIBLE_DIGITS && number.precision() <= SENSIBLE_DIGITS);
    }

    private String text(Quantity quantity, BigDecimal number, String unit) {
        String comparator =
                quantity.getComparator() == null ? "" : quantity.getComparator().toCode() + " ";
        return (comparator + number.toPlainString() + " " + shown(unit)).strip();
    }

    /** Numbers without a dimension are written without a unit. */
    private String shown(String unit) {
        return units.containsKey("")
                ? ""
                : unit.replace("umol", "µmol").replace("/dl", "/dL").replace("[in_i]", "in");
    }

    /** The text, and beside it the value in the unit of the limits where the chart has another. */
    Optional<String> textBeside(Type value, String unit) {
        return text(value)
                .map(recorded -> read(value)
                        .filter(range -> !recorded.endsWith(unit) && range.isExactly(range.low()))
                        .map(range -> recorded + converted(range.low(), unit))
                        .orElse(recorded));
    }

    private static String converted(BigDecimal exact, String unit) {
        BigDecimal rounded = exact.setScale(2, RoundingMode.HALF_UP);
        String sign = rounded.compareTo(exact) == 0 ? " = " : " ≈ ";
        return sign + rounded.stripTrailingZeros().toPlainString() + " " + unit;
    }

    private Optional<NumberRange> ofQuantity(Quantity quantity) {
        return unit(quantity)
                .map(units::get)
                .flatMap(factor -> number(quantity).map(number -> ranged(quantity, factor.apply(number))));
    }

    private static NumberRange ranged(Quantity quantity, BigDecimal value) {
        if (quantity.getComparator() == null) {
            return NumberRange.exactly(value);
        }
        return switch (quantity.getComparator()) {
            case LESS_THAN -> upTo(value, true);
            case LESS_OR_EQUAL -> upTo(value, false);
            case GREATER_THAN -> NumberRange.from(value, true);
            case GREATER_OR_EQUAL -> NumberRange.from(value, false);
            case NULL -> NumberRange.exactly(value);
        };
    }

    /** "Less than" nothing is nonsense, which the caller sees as a negative value. */
    private static NumberRange upTo(BigDecimal value, boolean open) {
        return value.signum() > 0 ? NumberRange.upTo(value, open) : NumberRange.exactly(BigDecimal.ONE.negate());
    }

    private Optional<NumberRange> ofRange(Range range) {
        Optional<BigDecimal> low = range.hasLow() ? exact(range.getLow()) : Optional.of(BigDecimal.ZERO);
        if (!range.hasHigh()) {
            return range.hasLow() ? low.map(bottom -> NumberRange.from(bottom, false)) : Optional.empty();
        }
        return low.flatMap(bottom -> exact(range.getHigh())
                .filter(top -> top.compareTo(bottom) >= 0)
                .map(top -> NumberRange.between(bottom, top)));
    }

    private Optional<BigDecimal> exact(Quantity quantity) {
        return quantity.getComparator() != null
                ? Optional.empty()
                : ofQuantity(quantity).map(NumberRange::low);
    }

    /** The UCUM code; the unit's text where there is no such code. A different code of any system contradicts the text. */
    private Optional<String> unit(Quantity quantity) {
        boolean ucum = quantity.getSystem() == null || quantity.getSystem().equals(UCUM);
        String text = quantity.getUnit() == null ? "" : quantity.getUnit().strip();
        String coded = quantity.getCode() == null ? text : quantity.getCode().strip();
        String code = ucum ? coded : text;
        boolean contradictory = units.containsKey(text)
                && !text.isEmpty()
                && units.containsKey(coded)
                && !units.get(text).equals(units.get(coded));
        return Optional.of(code).filter(units::containsKey).filter(known -> !contradictory);
    }

    private static Factor times(String factor) {
        return new Factor(new BigDecimal(factor), BigDecimal.ONE);
    }

    private static Factor perMilligram() {
        return new Factor(BigDecimal.ONE, MICROMOLES_PER_MILLIGRAM);
    }
}
