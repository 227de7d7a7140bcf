package org.livercds.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.livercds.kubernetes.Query.Label;
import org.livercds.kubernetes.Query.Selector;

class QueryTest {

    @Test
    void names_are_told_from_functions_labels_times_and_numbers() {
        Query query =
                new Query("topk(3, sum by (why, lane) (rate(calls_total{a=\"b\",c=~\"d|e\"}[5m] offset 1h)) / 1e9)"
                        + " and on (pod) up == 1 unless livercds:slow:ratio_rate5m > 0.5");
        assertEquals(Set.of("calls_total", "up", "livercds:slow:ratio_rate5m"), query.metrics());
        assertEquals(Set.of("why", "lane", "pod"), query.groups());
        assertEquals(
                List.of(new Selector(
                        "calls_total", List.of(new Label("a", List.of("b")), new Label("c", List.of("d", "e"))))),
                query.selectors());
    }

    @Test
    void a_page_of_metrics_knows_what_is_not_on_it() {
        Metrics metrics = Metrics.read("# TYPE x counter\nx_total{a=\"b\",le=\"0.5\"} 1.0\ny 2\n");
        assertEquals(Set.of("x_total", "y"), metrics.names());
        Query query = new Query("sum by (lane) (x_total{a=\"c\",le=\"0.5\",job=\"j\",z=\"1\"}) + w");
        assertEquals(Set.of("w", "lane", "x_total a=c", "x_total z"), metrics.unknown(query, Set.of(), Set.of("job")));
        assertEquals(Set.of(), metrics.unknown(query, Set.of("x_total", "w"), Set.of()));
    }
}
