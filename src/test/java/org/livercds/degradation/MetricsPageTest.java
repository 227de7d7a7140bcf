package org.livercds.degradation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.livercds.web.Scrape;
import org.livercds.web.Scrape.Series;

/** The table of metrics of docs/OPERATIONS.md is what an application exports that has everything turned on. */
@QuarkusTest
@TestProfile(DegradationTest.Behind.class)
class MetricsPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(livercds_\\w+)` \\|([^|]*)\\|([^|]*)\\|$");
    private static final Pattern WORD = Pattern.compile("`([^`]+)`");

    /** More than we need, and less than anybody has to worry about. */
    private static final int MOST_SERIES = 1_500;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Test
    void every_metric_stands_on_the_page_and_no_other() throws IOException {
        assertEquals(new TreeSet<>(page().keySet()), new TreeSet<>(exported().keySet()));
    }

    @Test
    void so_do_its_labels() throws IOException {
        Map<String, Set<String>> told = new TreeMap<>();
        page().forEach((metric, labels) -> told.put(metric, new TreeSet<>(labels.keySet())));
        Map<String, Set<String>> found = new TreeMap<>();
        exported().forEach((metric, series) -> found.put(metric, labels(series)));
        assertEquals(told, found);
    }

    /** Where the page lists values, there are no others. */
    @Test
    void no_label_has_a_value_that_is_not_told() throws IOException {
        Map<String, Map<String, List<String>>> page = page();
        List<String> untold = new ArrayList<>();
        exported()
                .forEach((metric, all) -> all.forEach(series -> series.labels().forEach((label, value) -> {
                    List<String> told = page.get(metric).get(label);
                    if (!told.isEmpty() && !told.contains(value)) {
                        untold.add(metric + " " + label + "=" + value);
                    }
                })));
        assertEquals(List.of(), untold);
    }

    @Test
    void there_are_not_many() {
        long own = Scrape.of(managementPort).samples().keySet().stream()
                .filter(series -> series.startsWith("livercds_"))
                .count();
        assertTrue(own < MOST_SERIES, () -> own + " series");
        System.out.println(own + " series of our own");
    }

    private Map<String, List<Series>> exported() {
        return Scrape.of(managementPort).own().stream().collect(groupingBy(Series::name));
    }

    private static Set<String> labels(List<Series> series) {
        return series.stream().flatMap(one -> one.labels().keySet().stream()).collect(toCollection(TreeSet::new));
    }

    /** The labels of each metric, each with the values that are listed; none where it is said what they are. */
    private static Map<String, Map<String, List<String>>> page() throws IOException {
        Map<String, Map<String, List<String>>> rows = new LinkedHashMap<>();
        for (MatchResult row : ROW.matcher(Files.readString(Path.of("docs/OPERATIONS.md")))
                .results()
                .toList()) {
            Map<String, List<String>> labels = new LinkedHashMap<>();
            Arrays.stream(row.group(2).split(";"))
                    .map(label -> WORD.matcher(label)
                            .results()
                            .map(word -> word.group(1))
                            .toList())
                    .filter(words -> !words.isEmpty())
                    .forEach(words -> labels.put(words.get(0), words.subList(1, words.size())));
            rows.put(row.group(1), labels);
        }
        return rows;
    }
}
