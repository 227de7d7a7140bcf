package org.livercds.clinical.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.livercds.clinical.criteria.Criterion;
import org.livercds.clinical.patient.LiverChart;

/** What is asked of a supposed chart is the same as what is said of a real one, without the reasons. */
class StatusPropertyTest {

    @Provide
    Arbitrary<List<ChartEntry>> charts() {
        return RandomCharts.charts();
    }

    @Property(tries = 500)
    void a_rule_is_as_firm_as_its_offer(@ForAll("charts") List<ChartEntry> entries) {
        LiverChart chart = ChartEntry.chart(entries).chart();
        for (Rule rule : LiverCancerGuideline.RULES) {
            assertEquals(rule.apply(chart).map(Recommendation::status), rule.status(chart), rule.id()::name);
        }
    }

    @Property(tries = 500)
    void a_criterion_is_as_true_as_its_assessment(@ForAll("charts") List<ChartEntry> entries) {
        LiverChart chart = ChartEntry.chart(entries).chart();
        for (Rule rule : LiverCancerGuideline.RULES) {
            Stream.of(rule.requires(), rule.blockedBy(), rule.onlyIf(), rule.showing())
                    .flatMap(List::stream)
                    .forEach(criterion -> assertTruth(criterion, chart));
        }
    }

    private static void assertTruth(Criterion criterion, LiverChart chart) {
        assertEquals(criterion.assess(chart).truth(), criterion.truth(chart), criterion::toString);
    }
}
