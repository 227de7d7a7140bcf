package org.livercds.clinical.guideline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.livercds.clinical.patient.ChartBuilder;

class GrowthPropertyTest {

    @Property(tries = 200)
    void a_lesion_that_grows_never_adds_surveillance_or_ablation(
            @ForAll("charts") List<ChartEntry> entries,
            @ForAll("sizes") BigDecimal size,
            @ForAll("sizes") BigDecimal other) {
        Advised small = with(entries, size.min(other));
        Advised large = with(entries, size.max(other));
        assertNoFirmer(RecommendationId.SURVEILLANCE, small, large);
        assertNoFirmer(RecommendationId.ABLATION, small, large);
    }

    private static void assertNoFirmer(RecommendationId id, Advised small, Advised large) {
        assertTrue(firmness(id, large) <= firmness(id, small), id::rule);
    }

    private static int firmness(RecommendationId id, Advised advised) {
        return advised.status(id)
                .map(status -> Status.values().length - status.ordinal())
                .orElse(0);
    }

    private static Advised with(List<ChartEntry> entries, BigDecimal millimetres) {
        return Advised.on(ChartEntry.chart(entries).lesion("grown", ChartBuilder.mm(millimetres.toPlainString())));
    }

    @Provide
    Arbitrary<List<ChartEntry>> charts() {
        return RandomCharts.charts();
    }

    /** Above 0 to 300 mm, and often where a limit lies. */
    @Provide
    Arbitrary<BigDecimal> sizes() {
        Arbitrary<BigDecimal> any = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.1"), new BigDecimal("300"))
                .ofScale(1);
        Arbitrary<BigDecimal> nearLimits =
                Arbitraries.of("9.9", "10.0", "10.1", "29.9", "30.0", "30.1").map(BigDecimal::new);
        return Arbitraries.oneOf(any, nearLimits);
    }
}
