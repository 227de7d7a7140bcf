package org.livercds.clinical.guideline;

import java.util.List;
import java.util.function.Consumer;
import org.livercds.clinical.patient.ChartBuilder;

/**
 * One entry of a random chart.
 *
 * @param fact the fact that it tells
 * @param without the same entry where that fact is not told
 */
record ChartEntry(About fact, String name, Consumer<ChartBuilder> add, Consumer<ChartBuilder> without) {

    enum About {
        DISEASE,
        SIZE,
        COUNT,
        SCREENING,
        RESECTABILITY,
        FITNESS,
        ABLATION_FEASIBILITY,
        SPREAD,
        OTHER
    }

    static ChartEntry of(About fact, String name, Consumer<ChartBuilder> add) {
        return new ChartEntry(fact, name, add, chart -> {});
    }

    static ChartBuilder chart(List<ChartEntry> entries) {
        ChartBuilder chart = ChartBuilder.patient();
        entries.forEach(entry -> entry.add().accept(chart));
        return chart;
    }

    static ChartBuilder chartWithout(List<About> facts, List<ChartEntry> entries) {
        ChartBuilder chart = ChartBuilder.patient();
        entries.forEach(entry -> (facts.contains(entry.fact()) ? entry.without() : entry.add()).accept(chart));
        return chart;
    }

    @Override
    public String toString() {
        return name;
    }
}
