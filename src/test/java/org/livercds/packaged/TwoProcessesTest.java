package org.livercds.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.packaged.Ehr.FEEDBACK;
import static org.livercds.packaged.Ehr.HOOK;
import static org.livercds.packaged.Ehr.hook;
import static org.livercds.packaged.Ehr.request;
import static org.livercds.packaged.Ehr.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes behind one address, in production, that share one PostgreSQL and one key. The first has its audit in
 * files, the second in the same database.
 */
@Timeout(120)
class TwoProcessesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static SharedDatabase database;
    private static Instance a;
    private static Instance b;

    @BeforeAll
    static void start() throws Exception {
        database = new SharedDatabase(folder.resolve("postgresql"));
        Path keys = Files.writeString(folder.resolve("jwks.json"), Ehr.publicKeys());
        Map<String, String> settings = Ehr.settings(keys.toString());
        settings.putAll(database.settings());
        settings.put("livercds.feedback.key", Base64.getEncoder().encodeToString(new byte[32]));
        a = Instance.start(folder.resolve("a"), settings);
        settings.put("livercds.audit.sink", "postgresql");
        b = Instance.start(folder.resolve("b"), settings);
    }

    @AfterAll
    static void stop() throws Exception {
        a.kill();
        b.kill();
        database.close();
    }

    @Test
    void what_is_overridden_at_one_is_held_back_by_both_until_a_fact_changes() throws Exception {
        assertRepeatsAreShared("Practitioner/one");
    }

    @Test
    void a_token_that_was_used_at_one_is_refused_by_both() {
        String token = token(HOOK);
        assertEquals(200, a.post(HOOK, request("Practitioner/two"), token).statusCode());
        assertEquals(401, b.post(HOOK, request("Practitioner/two"), token).statusCode());
        assertEquals(401, a.post(HOOK, request("Practitioner/two"), token).statusCode());
    }

    @Test
    void without_the_database_both_go_on_and_when_it_is_back_everything_is_shared_again() throws Exception {
        eventually(TwoProcessesTest::isNothingWaiting);
        WithoutDatabase atA = new WithoutDatabase(a, a::audit);
        WithoutDatabase atB = new WithoutDatabase(b, database::audit);
        database.goesAway();
        for (int call = 0; call < 8; call++) {
            atA.overrideNext();
            atB.overrideNext();
        }
        String toldAtBoth = atA.told().get(3);
        atB.tell(toldAtBoth);
        String token = token(HOOK);
        for (WithoutDatabase process : List.of(atA, atB)) {
            process.assertTakesOnce(token);
            process.assertGoesOnAndCounts();
        }
        atA.assertItsBeginIsOnRecord();
        database.comesBack();
        eventually(TwoProcessesTest::isTokenOfOneRefusedByTheOther);
        eventually(TwoProcessesTest::isNothingWaiting);
        eventually(() -> !atB.incidents("tokensShared").isEmpty());
        List<String> moved = database.cards();
        assertEquals(1, Collections.frequency(moved, toldAtBoth));
        for (WithoutDatabase process : List.of(atA, atB)) {
            process.told().remove(toldAtBoth);
            assertEquals(
                    process.told(),
                    moved.stream().filter(process.told()::contains).toList());
            process.assertAllOfItIsOnRecord();
        }
        assertRepeatsAreShared("Practitioner/three");
    }

    private static void assertRepeatsAreShared(String user) throws Exception {
        JsonNode first = hook(a, request(user));
        assertEquals("[]", heldBack(first));
        String override = Ehr.override(first.at("/cards/0/uuid").asText());
        HttpResponse<String> taken = b.post(FEEDBACK, override, token(FEEDBACK));
        assertEquals(200, taken.statusCode());
        for (Instance process : List.of(a, b)) {
            eventually(() -> heldBack(hook(process, request(user))).contains("ablation"));
            assertEquals("[]", heldBack(hook(process, request(user + "-beside"))));
            eventually(() -> hook(process, request(user).replace("2.9", "2.5"))
                    .at("/cards/0/detail")
                    .asText()
                    .contains("largest lesion was 2.9 cm, now 2.5 cm"));
        }
    }

    private static String heldBack(JsonNode answer) {
        JsonNode evaluation = answer.path("extension").path("org.livercds.evaluation");
        return evaluation.withArrayProperty("heldBack").toString();
    }

    private static boolean isTokenOfOneRefusedByTheOther() {
        String request = request("Practitioner/four");
        String ofA = token(HOOK);
        String ofB = token(HOOK);
        assertEquals(200, a.post(HOOK, request, ofA).statusCode());
        assertEquals(200, b.post(HOOK, request, ofB).statusCode());
        return a.post(HOOK, request, ofB).statusCode() == 401
                && b.post(HOOK, request, ofA).statusCode() == 401;
    }

    private static boolean isNothingWaiting() {
        return a.metric(WithoutDatabase.WAITING) + b.metric(WithoutDatabase.WAITING) == 0;
    }

    private static void eventually(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.call()) {
            assertTrue(Instant.now().isBefore(end), "it did not come true");
            Thread.sleep(100);
        }
    }
}
