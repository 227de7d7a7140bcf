package org.livercds.kubernetes;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.kubernetes.Hardening.POD;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What probes ask, alerts watch and the dashboard shows is there in the running service. */
@QuarkusTest
class ObservedTest {

    /** Of Prometheus itself and of kube-state-metrics. */
    private static final Set<String> OF_OTHERS =
            Set.of("up", "kube_statefulset_replicas", "kube_statefulset_status_replicas_ready");

    /** Only where PostgreSQL and a FHIR server are configured; {@code packaged.PodTest} reads them in such a process. */
    private static final Set<String> OF_PRODUCTION = Set.of(
            "livercds_feedback_waiting",
            "livercds_tokens_unshared_total",
            "livercds_audit_waiting",
            "livercds_fhir_resting");

    /** What Prometheus adds, of where it read. */
    private static final Set<String> OF_THE_TARGET = Set.of("namespace", "pod", "job");

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Test
    void probes_ask_what_is_answered() {
        JsonNode container =
                Manifests.read(Path.of("k8s/base/stateful-set.yaml")).get(0).at(POD + "/containers/0");
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            String path = container.path(probe).at("/httpGet/path").asText();
            given().port(managementPort).get(path).then().statusCode(200);
        }
    }

    @Test
    void every_metric_that_is_watched_or_shown_is_there_with_its_labels() {
        Metrics metrics = metrics();
        Set<String> foreign = Stream.of(OF_OTHERS, OF_PRODUCTION, Watched.recorded())
                .flatMap(Collection::stream)
                .collect(toSet());
        Set<String> unknown = new TreeSet<>();
        Stream.of(Watched.ofRules(), Watched.ofDashboard())
                .flatMap(List::stream)
                .forEach(query -> unknown.addAll(metrics.unknown(query, foreign, OF_THE_TARGET)));
        assertEquals(Set.of(), unknown);
    }

    @Test
    void everything_that_the_service_counts_is_shown() {
        Set<String> shown = Watched.ofDashboard().stream()
                .flatMap(query -> query.metrics().stream())
                .map(ObservedTest::family)
                .collect(toSet());
        Set<String> counted = new HashSet<>(OF_PRODUCTION);
        metrics().names().stream().filter(name -> name.startsWith("livercds_")).forEach(counted::add);
        assertEquals(
                Set.of(),
                counted.stream()
                        .map(ObservedTest::family)
                        .filter(name -> !shown.contains(name))
                        .collect(toSet()));
    }

    private static String family(String metric) {
        return metric.replaceFirst("_(count|sum|max|bucket)$", "");
    }

    /** After a first call: its metrics are of HTTP, and made with it. */
    private Metrics metrics() {
        given().get("/cds-services").then().statusCode(200);
        return Metrics.read(given().port(managementPort).get("/q/metrics").asString());
    }
}
