package org.livercds.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.kubernetes.Hardening.POD;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing runs with more rights than it needs, and a manifest with a field taken away is noticed. */
class HardeningTest {

    private static final Path BASE = Path.of("k8s/base/stateful-set.yaml");

    @SuppressWarnings("unused") // named below
    private static final List<String> OVERLAYS = Manifests.OVERLAYS;

    @Test
    void the_base_is_hardened_but_for_the_image_that_overlays_name() {
        assertEquals(List.of("/image"), Hardening.objections(base()));
    }

    @EnabledIf("org.livercds.kubernetes.Manifests#hasKubectl")
    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void each_overlay_is_hardened(String overlay) {
        List<JsonNode> workloads = Manifests.overlay(overlay).stream()
                .filter(object -> !object.at(POD).isMissingNode())
                .toList();
        assertEquals(1, workloads.size());
        assertEquals(List.of(), Hardening.objections(workloads.get(0)));
    }

    static Stream<String> wanted() {
        return Stream.concat(
                        Hardening.OF_POD.keySet().stream(),
                        Hardening.OF_CONTAINER.keySet().stream().map(place -> "/containers/0" + place))
                .filter(place -> !place.endsWith("/image"));
    }

    @ParameterizedTest
    @MethodSource("wanted")
    void a_field_that_is_taken_away_is_missed(String place) {
        JsonNode workload = base();
        JsonPointer field = JsonPointer.compile(POD + place);
        ((ObjectNode) workload.at(field.head())).remove(field.last().getMatchingProperty());
        String told = place.replaceFirst("^/containers/0", "");
        assertTrue(Hardening.objections(workload).contains(told), place);
    }

    static Stream<String> unwanted() {
        return Stream.concat(
                Hardening.NOT_OF_POD.stream(),
                Hardening.NOT_OF_CONTAINER.stream().map(place -> "/containers/0" + place));
    }

    @ParameterizedTest
    @MethodSource("unwanted")
    void a_field_that_opens_something_is_seen(String place) {
        JsonNode workload = base();
        JsonPointer field = JsonPointer.compile(POD + place);
        ((ObjectNode) workload.at(field.head())).put(field.last().getMatchingProperty(), true);
        String told = place.replaceFirst("^/containers/0", "");
        assertTrue(Hardening.objections(workload).contains(told), place);
    }

    @Test
    void other_volumes_and_secrets_in_the_environment_are_seen() {
        JsonNode workload = base();
        ArrayNode volumes = (ArrayNode) workload.at(POD + "/volumes");
        volumes.addObject().put("name", "node").putObject("hostPath").put("path", "/");
        volumes.addObject().put("name", "open").putObject("secret");
        volumes.addObject().put("name", "endless").putObject("emptyDir");
        ObjectNode container = (ObjectNode) workload.at(POD + "/containers/0");
        container.withArray("volumeMounts").addObject().put("name", "open").put("mountPath", "/x");
        container.withArray("env").addObject().put("name", "KEY").putObject("valueFrom");
        assertTrue(Hardening.objections(workload)
                .containsAll(
                        List.of("/volumes node", "/volumes endless has no limit", "/volumeMounts open", "/env KEY")));
    }

    @ParameterizedTest
    @MethodSource("images")
    void an_image_is_pinned(String image, boolean pinned) {
        JsonNode workload = base();
        ((ObjectNode) workload.at(POD + "/containers/0")).put("image", image);
        assertEquals(pinned, !Hardening.objections(workload).contains("/image"), image);
    }

    static Stream<Arguments> images() {
        return Stream.of(
                Arguments.of("registry.example.org/liver-cds:0.1.0", true),
                Arguments.of("r/liver-cds@sha256:" + "0".repeat(64), true),
                Arguments.of("registry.example.org/liver-cds:latest", false),
                Arguments.of("liver-cds", false));
    }

    private static JsonNode base() {
        return Manifests.one(Manifests.read(BASE), "StatefulSet", "liver-cds");
    }
}
