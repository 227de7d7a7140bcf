package org.livercds.clinical.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.livercds.clinical.guideline.ChartEntry.About.ABLATION_FEASIBILITY;
import static org.livercds.clinical.guideline.ChartEntry.About.COUNT;
import static org.livercds.clinical.guideline.ChartEntry.About.FITNESS;
import static org.livercds.clinical.guideline.ChartEntry.About.RESECTABILITY;
import static org.livercds.clinical.guideline.ChartEntry.About.SCREENING;
import static org.livercds.clinical.guideline.ChartEntry.About.SIZE;
import static org.livercds.clinical.guideline.ChartEntry.About.SPREAD;
import static org.livercds.clinical.guideline.RecommendationId.ABLATION;
import static org.livercds.clinical.guideline.RecommendationId.EMBOLIZATION;
import static org.livercds.clinical.guideline.RecommendationId.RADIOEMBOLIZATION;
import static org.livercds.clinical.guideline.RecommendationId.SURVEILLANCE;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.livercds.clinical.guideline.ChartEntry.About;

/**
 * What is not known is never better than what is known. A judgement that ablation is not feasible is left out where it
 * stands alone: the rule asks that nobody has made it.
 */
class MissingFactPropertyTest {

    record Required(RecommendationId rule, List<About> fact) {}

    private static final Optional<Status> FIRM = Optional.of(Status.RECOMMENDED);

    @Property(tries = 200)
    void a_fact_that_a_rule_requires_is_not_made_up_for_by_its_absence(
            @ForAll("charts") List<ChartEntry> entries, @ForAll("required") Required required) {
        Optional<Status> before = Advised.on(ChartEntry.chart(entries)).status(required.rule());
        Optional<Status> without =
                Advised.on(ChartEntry.chartWithout(required.fact(), entries)).status(required.rule());
        if (without.equals(FIRM)) {
            assertEquals(FIRM, before);
        }
    }

    @Property(tries = 200)
    void without_a_size_or_a_count_there_is_no_firm_surveillance_or_ablation(
            @ForAll("charts") List<ChartEntry> entries) {
        for (About fact : List.of(SIZE, COUNT)) {
            Advised without = Advised.on(ChartEntry.chartWithout(List.of(fact), entries));
            assertNotEquals(FIRM, without.status(SURVEILLANCE));
            assertNotEquals(FIRM, without.status(ABLATION));
        }
    }

    @Property(tries = 200)
    void without_a_statement_on_spread_there_is_no_firm_embolization(@ForAll("charts") List<ChartEntry> entries) {
        Advised without = Advised.on(ChartEntry.chartWithout(List.of(SPREAD), entries));
        assertNotEquals(FIRM, without.status(EMBOLIZATION));
        assertNotEquals(FIRM, without.status(RADIOEMBOLIZATION));
    }

    @Provide
    Arbitrary<Required> required() {
        return Arbitraries.of(
                new Required(SURVEILLANCE, List.of(SIZE)),
                new Required(SURVEILLANCE, List.of(COUNT)),
                new Required(SURVEILLANCE, List.of(SCREENING)),
                new Required(ABLATION, List.of(SIZE)),
                new Required(ABLATION, List.of(COUNT)),
                new Required(EMBOLIZATION, List.of(RESECTABILITY)),
                new Required(EMBOLIZATION, List.of(FITNESS)),
                new Required(EMBOLIZATION, List.of(SIZE, ABLATION_FEASIBILITY)),
                new Required(EMBOLIZATION, List.of(COUNT)),
                new Required(EMBOLIZATION, List.of(SPREAD)),
                new Required(RADIOEMBOLIZATION, List.of(RESECTABILITY)),
                new Required(RADIOEMBOLIZATION, List.of(SPREAD)));
    }

    @Provide
    Arbitrary<List<ChartEntry>> charts() {
        return RandomCharts.charts();
    }
}
