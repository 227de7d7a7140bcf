package org.livercds.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Each object is one that a cluster takes: no field that it does not know, no value of another type. */
class ManifestsTest {

    private static final List<String> COMMON =
            List.of("Namespace", "ServiceAccount", "Service", "StatefulSet", "NetworkPolicy");

    @SuppressWarnings("unused") // named below
    private static final List<Path> FILES = Manifests.files();

    @SuppressWarnings("unused") // named below
    private static final List<String> OVERLAYS = Manifests.OVERLAYS;

    @ParameterizedTest
    @FieldSource("FILES")
    void each_file_holds_what_a_cluster_knows(Path file) {
        List<JsonNode> objects = Manifests.read(file);
        assertFalse(objects.isEmpty());
        assertEquals(
                List.of(),
                objects.stream()
                        .map(StrictModel::objection)
                        .flatMap(Optional::stream)
                        .toList());
    }

    @EnabledIf("org.livercds.kubernetes.Manifests#hasKubectl")
    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void so_does_each_overlay_put_together(String overlay) {
        List<JsonNode> objects = Manifests.overlay(overlay);
        assertEquals(
                List.of(),
                objects.stream()
                        .map(StrictModel::objection)
                        .flatMap(Optional::stream)
                        .toList());
        COMMON.forEach(
                kind -> assertTrue(Manifests.ofKind(objects, kind).findAny().isPresent(), kind));
    }

    @ParameterizedTest
    @CsvSource({
        "/spec/template/spec, automountServiceAccountTokens, false",
        "/spec/template/spec/containers/0/securityContext, runAsUser, somebody",
        "/spec/template/spec/securityContext/seccompProfile, kind, RuntimeDefault",
        "/spec/template/spec/containers/0/startupProbe/httpGet, url, /",
        "/spec, strategy, Recreate",
        "'', kind, Deployment2"
    })
    void an_unknown_field_and_another_type_are_refused(String place, String field, String value) {
        JsonNode workload =
                Manifests.read(Path.of("k8s/base/stateful-set.yaml")).get(0);
        assertEquals(Optional.empty(), StrictModel.objection(workload));
        ((ObjectNode) workload.at(place)).put(field, value);
        assertTrue(StrictModel.objection(workload).isPresent());
    }
}
