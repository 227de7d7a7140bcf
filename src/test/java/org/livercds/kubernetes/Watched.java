package org.livercds.kubernetes;

import static org.livercds.kubernetes.Hardening.elements;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Prometheus is told to watch, and Grafana to show. */
final class Watched {

    static final Path RULES = Path.of("k8s/components/monitoring/prometheus-rule.yaml");
    private static final Path DASHBOARD = Path.of("k8s/components/monitoring/dashboards/liver-cds.json");

    private Watched() {}

    static Stream<JsonNode> rules() {
        return elements(Manifests.read(RULES).get(0).at("/spec/groups"))
                .flatMap(group -> elements(group.path("rules")));
    }

    /** Names of the metrics that rules make. */
    static Set<String> recorded() {
        return rules().filter(rule -> rule.has("record"))
                .map(rule -> rule.path("record").asText())
                .collect(Collectors.toSet());
    }

    static List<JsonNode> alerts() {
        return rules().filter(rule -> rule.has("alert")).toList();
    }

    static List<Query> ofRules() {
        return rules().map(rule -> new Query(rule.path("expr").asText())).toList();
    }

    static List<Query> ofDashboard() {
        return panels().flatMap(panel -> elements(panel.path("targets")))
                .map(target -> new Query(target.path("expr").asText()))
                .toList();
    }

    static Stream<JsonNode> panels() {
        return elements(Manifests.read(DASHBOARD).get(0).path("panels"));
    }
}
