package org.livercds.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each alert says what is wrong and leads to what to do; Prometheus itself reads the rules and tries them. */
class AlertsTest {

    private static final Path PAGE = Path.of("docs/OPERATIONS.md");
    private static final Path TRIALS =
            Path.of("src/test/prometheus/alerts-test.yaml").toAbsolutePath();

    @Test
    void each_leads_to_what_to_do() throws IOException {
        String page = Files.readString(PAGE);
        Set<String> alerts = Watched.alerts().stream()
                .map(rule -> rule.path("alert").asText())
                .collect(toSet());
        assertTrue(alerts.size() > 10);
        assertEquals(
                Set.of(),
                alerts.stream()
                        .filter(alert -> !page.contains("\n### " + alert + "\n"))
                        .collect(toSet()));
    }

    @Test
    void each_says_what_is_wrong_and_how_much_it_matters() {
        for (JsonNode rule : Watched.alerts()) {
            String alert = rule.path("alert").asText();
            assertTrue(
                    Set.of("critical", "warning")
                            .contains(rule.at("/labels/severity").asText()),
                    alert);
            assertTrue(rule.at("/annotations/summary").asText().length() > 10, alert);
            assertTrue(rule.at("/annotations/description").asText().length() > 20, alert);
            String where = rule.at("/annotations/runbook_url").asText();
            assertTrue(where.endsWith("/" + PAGE + "#" + alert.toLowerCase(Locale.ROOT)), where);
        }
    }

    @Test
    void panels_have_a_title_and_a_place_of_their_own() {
        List<JsonNode> panels = Watched.panels().toList();
        assertEquals(
                panels.size(),
                panels.stream().map(panel -> panel.path("gridPos")).distinct().count());
        assertEquals(
                panels.size(),
                panels.stream().map(panel -> panel.path("id")).distinct().count());
        panels.forEach(panel -> assertTrue(panel.path("title").asText().length() > 3, panel::toString));
    }

    @Test
    void prometheus_reads_the_rules_and_what_the_dashboard_asks() throws Exception {
        assumeTrue(Manifests.has("promtool"), "no promtool: apt-get install prometheus");
        Path file = Path.of("target/prometheus/liver-cds.yaml").toAbsolutePath();
        Files.createDirectories(file.getParent());
        JsonNode rules = Manifests.read(Watched.RULES).get(0).path("spec");
        new YAMLMapper().writeValue(file.toFile(), rules);
        assertEquals("", promtool("check", "rules", file.toString()));
        assertEquals("", promtool("test", "rules", trials(file).toString()));
        ObjectNode shown = rules.deepCopy();
        ArrayNode queries = ((ObjectNode) shown.at("/groups/0")).putArray("rules");
        for (Query query : Watched.ofDashboard()) {
            queries.addObject().put("record", "panel" + queries.size()).put("expr", query.expression());
        }
        Path dashboard = file.resolveSibling("dashboard.yaml");
        new YAMLMapper().writeValue(dashboard.toFile(), shown);
        assertEquals("", promtool("check", "rules", dashboard.toString()));
    }

    private static Path trials(Path rules) throws IOException {
        Path copy = rules.resolveSibling("trials.yaml");
        return Files.writeString(copy, Files.readString(TRIALS).replace("RULES", rules.toString()));
    }

    /** What it says where it objects. */
    private static String promtool(String... arguments) throws Exception {
        Process promtool = new ProcessBuilder(Stream.concat(Stream.of("promtool"), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(promtool.getInputStream().readAllBytes(), UTF_8);
        assertTrue(promtool.waitFor(60, TimeUnit.SECONDS));
        return promtool.exitValue() == 0 ? "" : said;
    }
}
