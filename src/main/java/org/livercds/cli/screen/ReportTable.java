package org.livercds.cli.screen;

import java.util.List;
import org.livercds.picture.BarChart;

/**
 * Numbers as a table, and the same ones as a chart.
 *
 * @param id of its place on the page
 * @param title what is counted
 * @param heads what the columns hold
 */
public record ReportTable(String id, String title, Heads heads, List<ReportRow> rows) {

    public ReportTable {
        rows = List.copyOf(rows);
    }

    /**
     * What the columns hold.
     *
     * @param name of the first
     * @param parts of which the counts consist; empty where they are whole
     * @param counted patients, or lines
     * @param shares of which hundred each share is
     */
    public record Heads(String name, List<String> parts, String counted, List<String> shares) {
        public Heads {
            parts = List.copyOf(parts);
            shares = List.copyOf(shares);
        }

        static Heads ofPatients(String name) {
            return new Heads(name, List.of(), "Patients", List.of("of 100 patients"));
        }
    }

    public String svg() {
        return new BarChart(
                        "chart-" + id,
                        title,
                        "Bars for the numbers of the table beside it.",
                        rows.stream()
                                .map(row -> new BarChart.Bar(row.name(), row.parts(), row.count()))
                                .toList())
                .svg();
    }
}
