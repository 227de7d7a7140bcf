package org.livercds.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.livercds.kubernetes.PodFiles;

/**
 * The packaged jar started as the manifests have it: their arguments, environment, settings, words and codes of a site, and
 * secrets, each where a node mounts it. PostgreSQL is away; the EHR of the overlay signs with a key of ours.
 */
@EnabledIf("org.livercds.kubernetes.PodFiles#canBeMade")
@Timeout(180)
class PodTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String DISCOVERY = "/cds-services";
    private static final Map<String, String> SECRETS = Map.of(
            "north-jwks.json",
            Ehr.publicKeys(),
            "livercds.feedback.key",
            KEY + "\n",
            "livercds.app.key",
            KEY + "\n",
            "quarkus.datasource.postgresql.password",
            "one\n",
            "quarkus.flyway.postgresql.password",
            "two\n");

    @TempDir
    Path folder;

    @Test
    void a_pod_of_several_takes_its_settings_secrets_words_and_codes() throws Exception {
        PodFiles files = PodFiles.lay(folder, "prod-postgres", SECRETS);
        Instance process = Instance.start(files.workingFolder(), files.arguments(), variables(files));
        assertTrue(process.isReady());
        for (String metric : List.of(
                "livercds_feedback_waiting",
                "livercds_tokens_unshared_total",
                "livercds_audit_waiting",
                "livercds_fhir_resting")) {
            assertEquals(0, process.metric(metric), metric);
        }
        assertTrue(
                process.get(DISCOVERY, Ehr.token(DISCOVERY)).contains(PodFiles.SITE_CODE),
                "codes of the site are asked for");
        assertTrue(Ehr.hook(process, Ehr.request("Practitioner/one"))
                .at("/cards/0/detail")
                .asText()
                .contains(PodFiles.SITE_WORD));
        assertTrue(Files.exists(files.path("/data/feedback/feedback.sqlite")));
        assertEquals(Set.of(0), process.niceness("vert.x-eventloop"));
        assertTrue(process.niceness("executor-thread").contains(4), "who works lets those go first who read");
        assertEquals(Set.of(4), process.niceness("C2 CompilerThread"), "and goes behind no compiler");
        process.end();
        assertEquals(0, process.exit(), process::output);
        String said = process.output();
        for (String complaint : List.of("Unrecognized configuration", "is not set", "Started without -XX")) {
            assertFalse(said.contains(complaint), said);
        }
    }

    private static Map<String, String> variables(PodFiles files) {
        Map<String, String> variables = new TreeMap<>(files.environment());
        for (String part : List.of("HTTP", "MANAGEMENT")) {
            variables.put("QUARKUS_" + part + "_HOST", "127.0.0.1");
            variables.put("QUARKUS_" + part + "_PORT", "0");
        }
        variables.put("LIVERCDS_SHUTDOWN_DELAY", "0s");
        variables.put(
                "LIVERCDS_CLIENTS_NORTH_JWKS_FILE",
                files.path("/run/secrets/liver-cds/north-jwks.json").toString());
        return variables;
    }
}
