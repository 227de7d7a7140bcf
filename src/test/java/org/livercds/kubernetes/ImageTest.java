package org.livercds.kubernetes;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.kubernetes.Hardening.POD;
import static org.livercds.kubernetes.Hardening.elements;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Containerfile, Jib's configuration and manifests mean the same image, and none of them runs as root. */
class ImageTest {

    private static final Path CONTAINERFILE = Path.of("src/main/docker/Containerfile");
    private static final Path JIB = Path.of("src/main/docker/jib/pom.xml");
    private static final String FOLDER = "/deployments";
    private static final List<String> FLAGS = List.of(
            "-XX:+UseParallelGC",
            "-XX:-UseAdaptiveSizePolicy",
            "-XX:NewRatio=1",
            "-XX:SurvivorRatio=3",
            "-XX:MetaspaceSize=128m",
            "-XX:-UseCodeCacheFlushing",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:ThreadPriorityPolicy=1",
            "-XX:CompilerThreadPriority=4",
            "-XX:InitialRAMPercentage=50",
            "-XX:MaxRAMPercentage=50");

    private final JsonNode pod =
            Manifests.read(Path.of("k8s/base/stateful-set.yaml")).get(0).at(POD);

    @Test
    void all_three_start_the_same_command() throws Exception {
        List<String> command = Stream.concat(FLAGS.stream(), Stream.of("-jar", "quarkus-run.jar"))
                .toList();
        assertEquals(command, texts(pod.at("/containers/0/args")));
        assertEquals(command, array("CMD"));
        assertEquals(command, jib("//args/arg"));
        assertEquals(List.of("/usr/bin/java"), array("ENTRYPOINT"));
        assertEquals(List.of("/usr/bin/java"), jib("//entrypoint/arg"));
        assertTrue(pod.at("/containers/0/command").isMissingNode());
    }

    @Test
    void all_three_run_as_the_same_nobody() throws Exception {
        JsonNode rights = pod.path("securityContext");
        String user = rights.path("runAsUser").asText() + ":"
                + rights.path("runAsGroup").asText();
        assertEquals(List.of(user), lines("USER"));
        assertEquals(List.of(user), jib("//container/user"));
        assertTrue(rights.path("runAsUser").asInt() >= 10_000);
    }

    @Test
    void all_three_name_the_same_ports_and_the_same_folder() throws Exception {
        List<String> ports = elements(pod.at("/containers/0/ports"))
                .map(port -> port.path("containerPort").asText())
                .toList();
        assertEquals(String.join(" ", ports), lines("EXPOSE").get(0));
        assertEquals(ports, jib("//ports/port"));
        assertEquals(FOLDER, lines("WORKDIR").get(1));
        assertEquals(List.of(FOLDER), jib("//workingDirectory"));
        assertEquals(
                Set.of(FOLDER + "/config"),
                mountsOf(Files.readString(Path.of("k8s/overlays/prod/production.yaml")), "settings"));
    }

    @Test
    void all_of_the_application_is_in_it_by_layers_and_nothing_else() throws Exception {
        List<String> copied =
                lines("COPY").stream().filter(line -> line.startsWith("--from")).toList();
        List<String> parts = List.of("lib", "quarkus-run.jar", "app", "quarkus");
        assertEquals(parts.size(), copied.size());
        List<String> into = jib("//extraDirectories//into");
        for (int layer = 0; layer < parts.size(); layer++) {
            String part = parts.get(layer);
            assertTrue(copied.get(layer).contains("/build/target/quarkus-app/" + part), copied.get(layer));
            assertFalse(copied.get(layer).contains("--chown"), "the service owns none of it");
            assertEquals(FOLDER + (part.endsWith(".jar") ? "" : "/" + part), into.get(layer));
        }
        assertEquals(List.of("quarkus-run.jar"), jib("//includes"));
    }

    @Test
    void bases_are_the_same_named_and_not_the_newest() throws Exception {
        List<String> bases = lines("ARG").stream()
                .map(line -> line.replaceFirst("^\\w+=", ""))
                .toList();
        assertEquals(2, bases.size());
        bases.forEach(base -> assertTrue(base.matches("[a-z0-9./-]+:(?!latest)[A-Za-z0-9._-]+(@sha256:.*)?"), base));
        assertEquals(List.of(bases.get(1)), jib("//image.base"));
        assertEquals(Set.of("${BUILDER} AS build", "${BASE}"), Set.copyOf(lines("FROM")));
    }

    private static List<String> lines(String instruction) throws IOException {
        return Pattern.compile("(?m)^" + instruction + " (.*)$")
                .matcher(Files.readString(CONTAINERFILE))
                .results()
                .map(MatchResult::group)
                .map(line -> line.substring(instruction.length() + 1).strip())
                .toList();
    }

    private static List<String> array(String instruction) throws IOException {
        return texts(new ObjectMapper().readTree(lines(instruction).get(0)));
    }

    private static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText).toList();
    }

    private static List<String> jib(String path) throws Exception {
        Document pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(JIB.toFile());
        XPath xpath = XPathFactory.newInstance().newXPath();
        NodeList found = (NodeList) xpath.evaluate(path, pom, XPathConstants.NODESET);
        return Stream.iterate(0, index -> index + 1)
                .limit(found.getLength())
                .map(index -> found.item(index).getTextContent().strip())
                .toList();
    }

    private static Set<String> mountsOf(String yaml, String volume) throws IOException {
        return elements(new YAMLMapper().readTree(yaml).at(POD + "/containers/0/volumeMounts"))
                .filter(mount -> mount.path("name").asText().equals(volume))
                .map(mount -> mount.path("mountPath").asText())
                .collect(toSet());
    }
}
