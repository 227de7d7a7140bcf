package org.livercds.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What every workload has to say about itself, beyond the Pod Security Standard {@code restricted}. */
final class Hardening {

    static final String POD = "/spec/template/spec";

    /** Of the pod, by where it stands. */
    static final Map<String, Predicate<JsonNode>> OF_POD = Map.ofEntries(
            Map.entry("/automountServiceAccountToken", Hardening::isFalse),
            Map.entry("/enableServiceLinks", Hardening::isFalse),
            Map.entry("/serviceAccountName", is("liver-cds")),
            Map.entry("/securityContext/runAsNonRoot", Hardening::isTrue),
            Map.entry("/securityContext/runAsUser", Hardening::isNobody),
            Map.entry("/securityContext/runAsGroup", Hardening::isNobody),
            Map.entry("/securityContext/fsGroup", Hardening::isNobody),
            Map.entry("/securityContext/seccompProfile/type", is("RuntimeDefault")),
            Map.entry("/terminationGracePeriodSeconds", JsonNode::isInt),
            Map.entry("/topologySpreadConstraints/0/topologyKey", is("kubernetes.io/hostname")),
            Map.entry("/topologySpreadConstraints/1/topologyKey", is("topology.kubernetes.io/zone")));

    /** Of each container. */
    static final Map<String, Predicate<JsonNode>> OF_CONTAINER = Map.ofEntries(
            Map.entry("/image", Hardening::isPinned),
            Map.entry("/securityContext/allowPrivilegeEscalation", Hardening::isFalse),
            Map.entry("/securityContext/privileged", Hardening::isFalse),
            Map.entry("/securityContext/readOnlyRootFilesystem", Hardening::isTrue),
            Map.entry("/securityContext/runAsNonRoot", Hardening::isTrue),
            Map.entry(
                    "/securityContext/capabilities/drop",
                    dropped -> dropped.size() == 1 && dropped.get(0).asText().equals("ALL")),
            Map.entry("/resources/requests/cpu", JsonNode::isTextual),
            Map.entry("/resources/requests/memory", JsonNode::isTextual),
            Map.entry("/resources/requests/ephemeral-storage", JsonNode::isTextual),
            Map.entry("/resources/limits/cpu", JsonNode::isTextual),
            Map.entry("/resources/limits/memory", JsonNode::isTextual),
            Map.entry("/resources/limits/ephemeral-storage", JsonNode::isTextual),
            Map.entry("/startupProbe/httpGet/path", is("/q/health/started")),
            Map.entry("/livenessProbe/httpGet/path", is("/q/health/live")),
            Map.entry("/readinessProbe/httpGet/path", is("/q/health/ready")),
            Map.entry("/startupProbe/httpGet/port", is("management")),
            Map.entry("/livenessProbe/httpGet/port", is("management")),
            Map.entry("/readinessProbe/httpGet/port", is("management")));

    /** What opens the pod to its node must not be there at all. */
    static final List<String> NOT_OF_POD = List.of("/hostNetwork", "/hostPID", "/hostIPC", "/initContainers");

    static final List<String> NOT_OF_CONTAINER =
            List.of("/securityContext/capabilities/add", "/lifecycle", "/envFrom", "/ports/0/hostPort");

    private static final Set<String> VOLUMES = Set.of("emptyDir", "configMap", "secret");

    private Hardening() {}

    static List<String> objections(JsonNode workload) {
        JsonNode pod = workload.at(POD);
        List<String> objections = new ArrayList<>();
        check(pod, OF_POD, NOT_OF_POD, objections);
        pod.path("containers").forEach(container -> {
            check(container, OF_CONTAINER, NOT_OF_CONTAINER, objections);
            onlyWithFiles(container, objections);
        });
        if (pod.path("containers").size() != 1) {
            objections.add("containers");
        }
        pod.path("volumes").forEach(volume -> onlyPlain(volume, objections));
        onlyReadable(pod, objections);
        return objections;
    }

    private static void check(
            JsonNode part, Map<String, Predicate<JsonNode>> wanted, List<String> unwanted, List<String> objections) {
        wanted.forEach((place, rule) -> {
            if (!rule.test(part.at(place))) {
                objections.add(place);
            }
        });
        unwanted.stream().filter(place -> !part.at(place).isMissingNode()).forEach(objections::add);
    }

    /** A secret in the environment is seen by whoever lists processes, and is in every dump. */
    private static void onlyWithFiles(JsonNode container, List<String> objections) {
        container.path("env").forEach(variable -> {
            if (variable.has("valueFrom")) {
                objections.add("/env " + variable.path("name").asText());
            }
        });
    }

    private static void onlyPlain(JsonNode volume, List<String> objections) {
        Iterable<String> members = volume::fieldNames;
        if (!StreamSupport.stream(members.spliterator(), false)
                .allMatch(member -> member.equals("name") || VOLUMES.contains(member))) {
            objections.add("/volumes " + volume.path("name").asText());
        }
        if (volume.has("emptyDir") && volume.at("/emptyDir/sizeLimit").isMissingNode()) {
            objections.add("/volumes " + volume.path("name").asText() + " has no limit");
        }
    }

    private static void onlyReadable(JsonNode pod, List<String> objections) {
        Set<String> given = Set.copyOf(elements(pod.path("volumes"))
                .filter(volume -> volume.has("configMap") || volume.has("secret"))
                .map(volume -> volume.path("name").asText())
                .toList());
        elements(pod.at("/containers/0/volumeMounts"))
                .filter(mount -> given.contains(mount.path("name").asText()))
                .filter(mount -> !mount.path("readOnly").asBoolean())
                .forEach(mount ->
                        objections.add("/volumeMounts " + mount.path("name").asText()));
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static boolean isTrue(JsonNode value) {
        return value.isBoolean() && value.booleanValue();
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.booleanValue();
    }

    /** A number, so that the node need not look into the image, and none that a node has given to somebody. */
    private static boolean isNobody(JsonNode value) {
        return value.isInt() && value.intValue() >= 10_000;
    }

    private static boolean isPinned(JsonNode image) {
        return image.asText().matches("[a-z0-9./-]+(:[0-9][A-Za-z0-9.-]*|@sha256:[0-9a-f]{64})");
    }

    private static Predicate<JsonNode> is(String text) {
        return value -> value.asText().equals(text);
    }
}
