package org.livercds.kubernetes;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.kubernetes.Hardening.POD;
import static org.livercds.kubernetes.Hardening.elements;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.vertx.http.runtime.management.ManagementConfig;
import io.smallrye.config.WithDefault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the manifests say of each other and of the application is so. */
@EnabledIf("org.livercds.kubernetes.Manifests#hasKubectl")
class WiringTest {

    /** Settings of libraries that the manifests use. The packaged process is started with them too, and knows them. */
    private static final Set<String> OF_LIBRARIES = Set.of(
            "quarkus.profile",
            "smallrye.config.source.file.locations",
            "quarkus.datasource.postgresql.active",
            "quarkus.datasource.postgresql.jdbc.url",
            "quarkus.datasource.postgresql.jdbc.max-size",
            "quarkus.datasource.postgresql.username",
            "quarkus.datasource.postgresql.password",
            "quarkus.flyway.postgresql.username",
            "quarkus.flyway.postgresql.password");

    /** Moving feedback may take so long to end (feedback.Relay), and so may writing issued cards. */
    private static final Duration WRITING_OUT = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod", "prod-postgres"})
    void every_setting_is_one_that_the_service_has(String overlay) {
        Set<String> names =
                Stream.concat(Settings.names(), OF_LIBRARIES.stream()).collect(toSet());
        Set<String> variables = names.stream().map(Settings::variable).collect(toSet());
        Map<String, String> environment = Settings.environment(workload(overlay));
        assertFalse(environment.isEmpty());
        environment.keySet().forEach(variable -> assertTrue(variables.contains(variable), variable));
        properties(overlay)
                .keySet()
                .forEach(name -> assertTrue(
                        names.contains(name.replaceFirst("^livercds\\.clients\\.[a-z]+\\.", "livercds.clients.*.")),
                        name));
    }

    @Test
    void a_name_that_is_none_would_be_seen() {
        assertTrue(Settings.names().anyMatch("livercds.clients.*.jwks-url"::equals));
        assertTrue(Settings.names().anyMatch("livercds.feedback.key"::equals));
        assertFalse(Settings.names().anyMatch("livercds.feedback"::equals));
        assertEquals("LIVERCDS_FHIR_PROFILES_DIRECTORY", Settings.variable("livercds.fhir-profiles.directory"));
    }

    @Test
    void ports_are_those_of_the_application() throws Exception {
        String settings = Files.readString(Path.of("src/main/resources/application.properties"));
        Map<String, Integer> ports = new TreeMap<>();
        workload("prod")
                .at(POD + "/containers/0/ports")
                .forEach(port -> ports.put(
                        port.path("name").asText(), port.path("containerPort").asInt()));
        assertEquals(
                Map.of(
                        "http",
                        Integer.parseInt(Settings.properties(settings).get("quarkus.http.port")),
                        "management",
                        Integer.parseInt(ManagementConfig.class
                                .getMethod("port")
                                .getAnnotation(WithDefault.class)
                                .value())),
                ports);
    }

    @Test
    void the_end_has_time_enough() {
        for (String overlay : Manifests.OVERLAYS) {
            JsonNode workload = workload(overlay);
            Map<String, String> environment = Settings.environment(workload);
            Duration drain = Duration.parse("PT" + environment.get("LIVERCDS_SHUTDOWN_DELAY"))
                    .plus(Duration.parse("PT" + environment.get("LIVERCDS_SHUTDOWN_TIMEOUT")));
            Duration grace = Duration.ofSeconds(
                    workload.at(POD + "/terminationGracePeriodSeconds").asLong());
            assertTrue(grace.compareTo(drain.plus(WRITING_OUT)) >= 0, overlay);
        }
    }

    @Test
    void only_the_main_port_is_called_from_outside_and_by_the_address_that_tokens_are_made_for() {
        for (String overlay : List.of("prod", "prod-postgres")) {
            JsonNode ingress = Manifests.one(Manifests.overlay(overlay), "Ingress", "liver-cds");
            assertEquals(
                    "http",
                    ingress.at("/spec/rules/0/http/paths/0/backend/service/port/name")
                            .asText());
            String host = ingress.at("/spec/rules/0/host").asText();
            assertEquals(host, ingress.at("/spec/tls/0/hosts/0").asText());
            assertEquals("https://" + host, properties(overlay).get("livercds.public-url"));
        }
        JsonNode service = Manifests.one(Manifests.overlay("prod"), "Service", "liver-cds");
        assertEquals(1, service.at("/spec/ports").size());
        assertEquals("http", service.at("/spec/ports/0/targetPort").asText());
    }

    @Test
    void nobody_is_let_in_or_out_who_is_not_named() {
        for (String overlay : Manifests.OVERLAYS) {
            List<JsonNode> objects = Manifests.overlay(overlay);
            JsonNode nobody = Manifests.one(objects, "NetworkPolicy", "deny-all");
            assertTrue(nobody.at("/spec/podSelector").isEmpty());
            assertEquals(2, nobody.at("/spec/policyTypes").size());
            assertTrue(nobody.at("/spec/ingress").isMissingNode()
                    && nobody.at("/spec/egress").isMissingNode());
            Manifests.ofKind(objects, "NetworkPolicy").forEach(WiringTest::assertNamesAll);
        }
        assertEquals(Set.of("53"), openTo("dev"));
        assertEquals(Set.of("53", "443"), openTo("prod"));
        assertEquals(Set.of("53", "443", "5432"), openTo("prod-postgres"));
    }

    private static void assertNamesAll(JsonNode policy) {
        for (String way : List.of("ingress", "egress")) {
            policy.at("/spec/" + way).forEach(rule -> {
                JsonNode peers = rule.path(way.equals("ingress") ? "from" : "to");
                assertFalse(peers.isEmpty(), rule::toString);
                peers.forEach(peer -> assertFalse(peer.isEmpty(), rule::toString));
                assertFalse(rule.path("ports").isEmpty(), rule::toString);
                assertFalse(rule.toString().contains("0.0.0.0/0"), rule::toString);
            });
        }
    }

    private static Set<String> openTo(String overlay) {
        return Manifests.ofKind(Manifests.overlay(overlay), "NetworkPolicy")
                .flatMap(policy -> elements(policy.at("/spec/egress")))
                .flatMap(rule -> elements(rule.path("ports")))
                .map(port -> port.path("port").asText())
                .collect(toSet());
    }

    @Test
    void one_process_writes_one_volume_and_what_waits_in_it_stays() {
        JsonNode one = workload("prod");
        assertEquals(1, one.at("/spec/replicas").asInt());
        JsonNode several = workload("prod-postgres");
        assertTrue(several.at("/spec/replicas").isMissingNode(), "the autoscaler says how many");
        for (JsonNode workload : List.of(one, several)) {
            assertEquals("StatefulSet", workload.path("kind").asText());
            assertEquals(
                    "ReadWriteOncePod",
                    workload.at("/spec/volumeClaimTemplates/0/spec/accessModes/0")
                            .asText());
            for (String when : List.of("whenDeleted", "whenScaled")) {
                assertEquals(
                        "Retain",
                        workload.at("/spec/persistentVolumeClaimRetentionPolicy/" + when)
                                .asText());
            }
        }
        Map<String, String> shared = properties("prod-postgres");
        for (String setting : List.of("auth.used-tokens", "feedback.store", "audit.sink", "app.store")) {
            assertEquals("postgresql", shared.get("livercds." + setting), setting);
        }
    }

    @Test
    void autoscaler_budget_and_monitor_mean_this_workload() {
        List<JsonNode> objects = Manifests.overlay("prod-postgres");
        JsonNode workload = workload("prod-postgres");
        JsonNode labels = workload.at("/spec/template/metadata/labels");
        JsonNode autoscaler = Manifests.one(objects, "HorizontalPodAutoscaler", "liver-cds");
        assertEquals("StatefulSet", autoscaler.at("/spec/scaleTargetRef/kind").asText());
        assertEquals("liver-cds", autoscaler.at("/spec/scaleTargetRef/name").asText());
        assertTrue(autoscaler.at("/spec/minReplicas").asInt() > 1);
        JsonNode budget = Manifests.one(objects, "PodDisruptionBudget", "liver-cds");
        assertHas(labels, budget.at("/spec/selector/matchLabels"));
        JsonNode monitor = Manifests.one(objects, "ServiceMonitor", "liver-cds");
        JsonNode pods = Manifests.one(objects, "Service", "liver-cds-pods");
        assertHas(pods.at("/metadata/labels"), monitor.at("/spec/selector/matchLabels"));
        assertEquals(
                pods.at("/spec/ports/0/name").asText(),
                monitor.at("/spec/endpoints/0/port").asText());
        assertEquals("/q/metrics", monitor.at("/spec/endpoints/0/path").asText());
        assertEquals(
                pods.at("/metadata/name").asText(),
                workload.at("/spec/serviceName").asText());
    }

    @Test
    void a_namespace_refuses_whatever_is_less_restricted() {
        for (String overlay : Manifests.OVERLAYS) {
            List<JsonNode> objects = Manifests.overlay(overlay);
            JsonNode namespace =
                    Manifests.ofKind(objects, "Namespace").findFirst().orElseThrow();
            for (String mode : List.of("enforce", "audit", "warn")) {
                assertEquals(
                        "restricted",
                        namespace
                                .at("/metadata/labels")
                                .path("pod-security.kubernetes.io/" + mode)
                                .asText());
            }
            JsonNode account = Manifests.one(objects, "ServiceAccount", "liver-cds");
            assertFalse(account.path("automountServiceAccountToken").asBoolean(true));
            String name = namespace.at("/metadata/name").asText();
            objects.stream()
                    .filter(object -> !object.equals(namespace))
                    .forEach(object ->
                            assertEquals(name, object.at("/metadata/namespace").asText()));
        }
    }

    private static void assertHas(JsonNode labels, JsonNode wanted) {
        assertFalse(wanted.isEmpty());
        wanted.properties().forEach(label -> assertEquals(label.getValue(), labels.path(label.getKey())));
    }

    private static JsonNode workload(String overlay) {
        return Manifests.one(Manifests.overlay(overlay), "StatefulSet", "liver-cds");
    }

    private static Map<String, String> properties(String overlay) {
        return Manifests.ofKind(Manifests.overlay(overlay), "ConfigMap")
                .map(map -> map.at("/data/application.properties"))
                .filter(JsonNode::isTextual)
                .findFirst()
                .map(text -> Settings.properties(text.asText()))
                .orElse(Map.of());
    }
}
