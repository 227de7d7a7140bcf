package org.livercds.clinical.criteria;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LiverChart;

/**
 * Bilirubin above a limit in mg/dL (1 mg/dL is 17.1 µmol/L). Strict: 3.0 is not above 3.
 *
 * <p>The limits are commonly used ones for embolization (3) and radioembolization (2), not statements of the sources. Where the laboratory values
 * could not be read in full, a lower value may be out of date: UNKNOWN.
 */
public record BilirubinAbove(Statement statement, BigDecimal limit) implements Criterion {

    public static final BilirubinAbove TWO = new BilirubinAbove(Statement.BILIRUBIN_ABOVE_2, new BigDecimal("2"));
    public static final BilirubinAbove THREE = new BilirubinAbove(Statement.BILIRUBIN_ABOVE_3, new BigDecimal("3"));

    private static final Optional<Fact.Reason> INCOMPLETE = Optional.of(Fact.Reason.INCOMPLETE);

    @Override
    public Assessment assess(LiverChart chart) {
        Assessment above = Assessment.of(
                statement,
                chart.facts().of(FactKey.BILIRUBIN),
                milligramsPerDecilitre -> milligramsPerDecilitre.isAbove(limit));
        boolean open = above.truth() != Truth.MET && chart.unread().contains(ChartPart.LABS);
        return open ? new Assessment(statement, Truth.UNKNOWN, INCOMPLETE, above.evidence(), List.of()) : above;
    }
}
