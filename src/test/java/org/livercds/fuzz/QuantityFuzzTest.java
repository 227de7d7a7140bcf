package org.livercds.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.cards.CardRules;
import org.livercds.hooks.HookResponse;

/** The size of the only lesion of a patient with metastases, with any value, unit and comparator. */
class QuantityFuzzTest {

    private static final BigDecimal LIMIT = new BigDecimal("30");
    private static final BigDecimal PLAUSIBLE = new BigDecimal("300");
    private static final Map<String, BigDecimal> MILLIMETRES = Map.of(
            "mm", BigDecimal.ONE, "cm", BigDecimal.TEN, "m", new BigDecimal("1000"), "[in_i]", new BigDecimal("25.4"));

    static Stream<Arguments> seeds() {
        return Stream.of(
                arguments(29.9, 0, "mm", "mm", "http://unitsofmeasure.org", null),
                arguments(30.0, 0, "mm", "mm", "http://unitsofmeasure.org", null),
                arguments(3.0, 0, "cm", "cm", "http://unitsofmeasure.org", "<"),
                arguments(29.0, 1, "cm", null, null, null),
                arguments(1.0, 0, "mm", "cm", "http://unitsofmeasure.org", null),
                arguments(1.0, 0, "cm", "mm", "urn:other", null),
                arguments(1.1, 0, "in", "[in_i]", null, "ad"),
                arguments(2.0, 0, null, null, null, null),
                arguments(1.0, -400, "mm", "mm", "http://unitsofmeasure.org", ">"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void only_a_size_that_is_surely_under_3_cm_is_small(
            double value, int exponent, String unit, String code, String system, String comparator) {
        BigDecimal number =
                BigDecimal.valueOf(Double.isFinite(value) ? value : 1).scaleByPowerOfTen(exponent % 1000);
        ObjectNode lesion = Chart.lesion("a");
        ObjectNode quantity = lesion.putObject("valueQuantity").put("value", number);
        put(quantity, "unit", unit);
        put(quantity, "code", code);
        put(quantity, "system", system);
        put(quantity, "comparator", comparator);

        HookResponse answer = Chart.answer(Chart.metastases(), Chart.complete(), lesion);

        CardRules.check(answer.cards());
        assertFalse(answer.extension().evaluation().diseaseKind().equals("none"));
        Set<String> firm = Chart.recommended(answer);
        if (!isSurelySmall(number, unit, code, system, comparator)) {
            assertFalse(firm.contains("ablation"), quantity::toString);
        }
        if (isPlainlySmall(number, unit, code, system, comparator)) {
            assertTrue(firm.contains("ablation"), quantity::toString);
        }
        assertEquals(firm, Chart.recommended(Chart.answer(Chart.metastases(), Chart.complete(), lesion)));
    }

    private static void put(ObjectNode quantity, String field, String text) {
        if (text != null) {
            quantity.put(field, text);
        }
    }

    /** What any reading may call small: every unit that is told agrees, and the value is under the limit or bounded. */
    private static boolean isSurelySmall(
            BigDecimal number, String unit, String code, String system, String comparator) {
        boolean bounded =
                comparator == null || comparator.isEmpty() || Set.of("<", "<=").contains(comparator);
        Optional<BigDecimal> millimetres = factor(unit, code).map(number::multiply);
        return bounded
                && millimetres
                        .filter(size -> size.signum() >= 0)
                        .filter(size ->
                                size.compareTo(LIMIT) < 0 || "<".equals(comparator) && size.compareTo(LIMIT) == 0)
                        .isPresent();
    }

    /** The unit that the code names, else the text; none where both are units and differ. */
    private static Optional<BigDecimal> factor(String unit, String code) {
        BigDecimal ofUnit = unit == null ? null : MILLIMETRES.get(unit.strip());
        BigDecimal ofCode = code == null ? null : MILLIMETRES.get(code.strip());
        if (ofUnit != null && ofCode != null && ofUnit.compareTo(ofCode) != 0) {
            return Optional.empty();
        }
        return Optional.ofNullable(ofUnit == null ? ofCode : ofUnit);
    }

    private static boolean isPlainlySmall(
            BigDecimal number, String unit, String code, String system, String comparator) {
        return comparator == null
                && "http://unitsofmeasure.org".equals(system)
                && unit != null
                && unit.equals(code)
                && MILLIMETRES.containsKey(unit)
                && Math.abs(number.scale()) < 30
                && number.precision() < 30
                && number.signum() > 0
                && number.multiply(MILLIMETRES.get(unit)).compareTo(LIMIT) < 0
                && number.compareTo(PLAUSIBLE) < 0;
    }
}
