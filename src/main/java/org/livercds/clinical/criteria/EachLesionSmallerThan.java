package org.livercds.clinical.criteria;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.Lesion;
import org.livercds.clinical.patient.LiverChart;

/**
 * Each liver lesion smaller than a limit, by its longest diameter in millimetres.
 *
 * <p>Sources: MSK-6, "each smaller than 3 cm"; NCI-2, "smaller than 1 centimeter". Strict and exact: 30.0 mm is not
 * smaller than 3 cm, 29.9 mm is. An unmeasured or treated lesion leaves it UNKNOWN unless another is too large; without
 * any lesion it is UNKNOWN.
 */
public record EachLesionSmallerThan(Statement statement, BigDecimal limit) implements Criterion {

    public static final EachLesionSmallerThan ONE_CENTIMETRE =
            new EachLesionSmallerThan(Statement.EACH_SMALLER_THAN_1_CM, new BigDecimal("10"));

    public static final EachLesionSmallerThan THREE_CENTIMETRES =
            new EachLesionSmallerThan(Statement.EACH_SMALLER_THAN_3_CM, new BigDecimal("30"));

    @Override
    public Assessment assess(LiverChart chart) {
        List<Assessment> each = new ArrayList<>();
        for (Lesion lesion : chart.lesions().live()) {
            each.add(assess(lesion));
        }
        return new Assessment(statement, truth(chart), Optional.empty(), List.of(), each);
    }

    @Override
    public Truth truth(LiverChart chart) {
        return chart.lesions().eachBelow(limit);
    }

    private Assessment assess(Lesion lesion) {
        Fact<?> size = lesion.size();
        Truth below = lesion.size().decide(range -> range.isBelow(limit));
        return new Assessment(statement, below, size.reason(), size.evidence(), List.of());
    }
}
