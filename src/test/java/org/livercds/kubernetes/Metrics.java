package org.livercds.kubernetes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page that Prometheus reads.
 *
 * @param series values of each label of each metric
 */
record Metrics(Map<String, Map<String, Set<String>>> series) {

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]+)=\"([^\"]*)\"");

    static Metrics read(String page) {
        Map<String, Map<String, Set<String>>> series = new HashMap<>();
        Matcher sample = SAMPLE.matcher(page);
        while (sample.find()) {
            Map<String, Set<String>> labels = series.computeIfAbsent(sample.group(1), name -> new HashMap<>());
            LABEL.matcher(sample.group(2) == null ? "" : sample.group(2))
                    .results()
                    .forEach(label -> labels.computeIfAbsent(label.group(1), name -> new HashSet<>())
                            .add(label.group(2)));
        }
        return new Metrics(series);
    }

    Set<String> names() {
        return series.keySet();
    }

    /**
     * What a query asks for and is not here.
     *
     * @param foreign metrics that others make
     * @param ofTheTarget labels that others add
     */
    Set<String> unknown(Query query, Set<String> foreign, Set<String> ofTheTarget) {
        Set<String> unknown = new TreeSet<>(query.metrics());
        unknown.removeAll(foreign);
        unknown.removeAll(names());
        for (Query.Selector selector : query.selectors()) {
            if (series.containsKey(selector.metric()) && !foreign.contains(selector.metric())) {
                selector.labels().stream()
                        .filter(label -> !ofTheTarget.contains(label.name()))
                        .forEach(label -> unknown.addAll(unknown(selector.metric(), label)));
            }
        }
        if (query.metrics().stream().noneMatch(foreign::contains)) {
            unknown.addAll(unknownGroups(query, ofTheTarget));
        }
        return unknown;
    }

    private Set<String> unknown(String metric, Query.Label label) {
        Set<String> values = series.get(metric).get(label.name());
        if (values == null) {
            return Set.of(metric + " " + label.name());
        }
        Set<String> unknown = new TreeSet<>();
        label.values().stream()
                .filter(value -> !values.contains(value))
                .forEach(value -> unknown.add(metric + " " + label.name() + "=" + value));
        return unknown;
    }

    private Set<String> unknownGroups(Query query, Set<String> ofTheTarget) {
        Set<String> groups = new TreeSet<>(query.groups());
        groups.removeAll(ofTheTarget);
        query.metrics()
                .forEach(metric ->
                        groups.removeAll(series.getOrDefault(metric, Map.of()).keySet()));
        return groups;
    }
}
