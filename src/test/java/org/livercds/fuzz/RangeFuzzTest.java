package org.livercds.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.cards.CardRules;
import org.livercds.hooks.HookResponse;

/** The size of a lesion as a range with any ends, and as two diameters with any comparators. */
class RangeFuzzTest {

    private static final BigDecimal LIMIT = new BigDecimal("30");
    private static final Map<String, BigDecimal> MILLIMETRES = Map.of("mm", BigDecimal.ONE, "cm", BigDecimal.TEN);

    /** One end of a range, or one diameter. */
    record End(double value, String unit, String comparator) {

        void write(ObjectNode quantity) {
            quantity.put("value", number());
            if (unit != null) {
                quantity.put("unit", unit);
            }
            if (comparator != null) {
                quantity.put("comparator", comparator);
            }
        }

        BigDecimal number() {
            return BigDecimal.valueOf(Double.isFinite(value) ? value : 0);
        }

        /** Not under the limit, or nobody can say. */
        boolean mayBeLarge() {
            boolean bounded = comparator == null
                    || comparator.isEmpty()
                    || Set.of("<", "<=").contains(comparator);
            BigDecimal factor = unit == null ? null : MILLIMETRES.get(unit.strip());
            return !bounded
                    || factor == null
                    || number().signum() < 0
                    || number().multiply(factor).compareTo(LIMIT) > 0
                    || number().multiply(factor).compareTo(LIMIT) == 0 && !"<".equals(comparator);
        }
    }

    static Stream<Arguments> seeds() {
        return Stream.of(
                arguments(new End(10, "mm", null), new End(29, "mm", null), true),
                arguments(new End(10, "mm", null), new End(31, "mm", null), true),
                arguments(new End(31, "mm", null), new End(10, "mm", null), true),
                arguments(new End(1, "cm", null), new End(29, "mm", ">"), true),
                arguments(new End(1, "cm", null), null, true),
                arguments(new End(20, "mm", null), new End(30, "mm", "<"), false),
                arguments(new End(20, "mm", "ad"), new End(2, null, null), false));
    }

    @MethodSource("seeds")
    @FuzzTest
    void a_size_is_small_only_if_all_of_it_is(@NotNull End low, End high, boolean range) {
        ObjectNode lesion = Chart.lesion("a");
        if (range) {
            writeRange(lesion.putObject("valueRange"), low, high);
        } else {
            writeDiameters(lesion, low, high);
        }

        HookResponse answer = Chart.answer(Chart.metastases(), Chart.complete(), lesion);

        CardRules.check(answer.cards());
        assertFalse(answer.extension().evaluation().diseaseKind().equals("none"));
        boolean mayBeLarge = low.mayBeLarge() || (high == null ? range : high.mayBeLarge());
        assertTrue(!mayBeLarge || !Chart.recommended(answer).contains("ablation"), lesion::toString);
    }

    private static void writeRange(ObjectNode range, End low, End high) {
        low.write(range.putObject("low"));
        if (high != null) {
            high.write(range.putObject("high"));
        }
    }

    private static void writeDiameters(ObjectNode lesion, End one, End other) {
        one.write(diameter(lesion, "33728-7"));
        if (other != null) {
            other.write(diameter(lesion, "33728-7"));
        }
    }

    private static ObjectNode diameter(ObjectNode lesion, String loinc) {
        ObjectNode component = lesion.withArray("component").addObject();
        component.set("code", Chart.json("{'coding':[{'system':'http://loinc.org','code':'" + loinc + "'}]}"));
        return component.putObject("valueQuantity");
    }
}
