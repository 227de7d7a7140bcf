package org.livercds.security.smart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.audit.TestClock;
import org.livercds.hooks.WireJson;
import org.livercds.outbound.AllowedServers;
import org.livercds.outbound.SmartClient;
import org.livercds.outbound.SmartClient.Requester;
import org.livercds.smartserver.Form;
import org.livercds.smartserver.Habit;
import org.livercds.smartserver.SmartServer;

/** The protocol against a small EHR, without an application around it. */
class SmartLaunchTest {

    private static final String REDIRECT = "https://cds.example.org/app/callback";
    private static final String PATIENT = "metastases-three";
    private static final List<String> SCOPES =
            List.of("launch", "openid", "fhirUser", "patient/Condition.rs", "patient/Observation.rs?category=x");

    private static Vertx vertx;
    private static SmartClient client;
    private static SmartServer ehr;

    private final TestClock clock = new TestClock(Instant.now());
    private final AppStore store = new AppStoreInMemory(clock, 100);
    private final AppSessions sessions = new AppSessions(store, clock, Duration.ofMinutes(30), Duration.ofHours(8));
    private final SmartLaunch launches = launches(registration(Optional.of(SmartServer.SECRET)));
    private final Visitor visitor = new Visitor();

    @BeforeAll
    static void start() throws IOException {
        vertx = Vertx.vertx();
        client = new SmartClient(vertx, WireJson::readObject);
        ehr = new SmartServer("http://127.0.0.1:9");
    }

    @AfterAll
    static void stop() {
        client.close();
        ehr.close();
        vertx.close();
    }

    @Test
    void a_launch_gives_a_session_of_its_patient() {
        SmartLaunch.Opened opened = open(Habit.GOOD);
        AppSession session = opened.session();
        assertEquals(PATIENT, session.patient());
        assertEquals("ehr", session.client());
        assertEquals(ehr.base(), session.fhirServer());
        assertEquals(Optional.of(ehr.origin() + "/fhir/Practitioner/example"), session.user());
        assertTrue(session.accessToken().startsWith("canary-token-"));
        assertEquals(clock.instant().plus(Duration.ofHours(1)), session.expires());
        assertEquals(Optional.of(session), sessions.find(session.view(), opened.secret()));
    }

    @Test
    void what_is_asked_is_what_the_standard_wants() {
        SmartLaunch.Begun begun = launches.begin(ehr.base() + "/", Optional.of("a b&c=d"));
        Map<String, String> asked = Form.read(begun.address().getRawQuery());
        assertEquals("code", asked.get("response_type"));
        assertEquals(SmartServer.CLIENT, asked.get("client_id"));
        assertEquals(REDIRECT, asked.get("redirect_uri"));
        assertEquals("a b&c=d", asked.get("launch"));
        assertEquals(ehr.base() + "/", asked.get("aud"));
        assertEquals(String.join(" ", SCOPES), asked.get("scope"));
        assertEquals("S256", asked.get("code_challenge_method"));
        assertEquals(43, asked.get("state").length());
        assertFalse(begun.address().toString().contains(begun.browser()));
        assertFalse(begun.address().getRawQuery().contains("+"));
    }

    @Test
    void every_launch_has_secrets_of_its_own() {
        SmartLaunch.Begun one = launches.begin(ehr.base(), Optional.of("x~GOOD"));
        SmartLaunch.Begun other = launches.begin(ehr.base(), Optional.of("x~GOOD"));
        Map<String, String> first = Form.read(one.address().getRawQuery());
        Map<String, String> second = Form.read(other.address().getRawQuery());
        for (String secret : List.of("state", "code_challenge", "nonce")) {
            assertNotEquals(first.get(secret), second.get(secret), secret);
        }
        assertNotEquals(one.view(), other.view());
        assertNotEquals(one.browser(), other.browser());
    }

    /** RFC 7636, appendix B. */
    @Test
    void the_challenge_is_that_of_the_standard() {
        assertEquals(
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                new Secret("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").hash());
    }

    @ParameterizedTest
    @CsvSource({
        "DENIES, DENIED",
        "FAILS, EHR_REFUSED",
        "WRONG_STATE, NOT_THIS_BROWSER",
        "OTHER_ISSUER, NOT_THIS_BROWSER",
        "EXPIRED_CODE, CODE_REFUSED",
        "REDIRECTED_TOKEN, NO_TOKEN",
        "HTML_TOKEN, NO_TOKEN",
        "LARGE_TOKEN, NO_TOKEN",
        "BROKEN_TOKEN, NO_TOKEN",
        "ODD_TOKEN, NO_TOKEN",
        "FOREIGN_ID_TOKEN, NO_TOKEN",
        "NO_PATIENT, NO_PATIENT"
    })
    void what_goes_wrong_has_its_name_and_leaves_no_session(Habit habit, LaunchProblem problem) {
        LaunchException failed = assertThrows(LaunchException.class, () -> open(habit));
        assertEquals(problem, failed.problem());
        assertEquals(problem.name(), failed.getMessage());
    }

    @Test
    void a_token_endpoint_that_hangs_is_left_after_five_seconds() {
        long begin = System.nanoTime();
        LaunchException failed = assertThrows(LaunchException.class, () -> open(Habit.SLOW_TOKEN));
        assertEquals(LaunchProblem.NO_TOKEN, failed.problem());
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        assertTrue(seconds >= 4 && seconds < 7, () -> seconds + " s");
    }

    @Test
    void a_state_counts_once() {
        SmartLaunch.Answer answer = visitor.signsIn(begin(Habit.GOOD));
        launches.complete(answer, visitor::holds);
        assertProblem(LaunchProblem.NOT_THIS_BROWSER, () -> launches.complete(answer, visitor::holds));
    }

    @Test
    void a_code_counts_once() {
        SmartLaunch.Answer used = visitor.signsIn(begin(Habit.GOOD));
        launches.complete(used, visitor::holds);
        SmartLaunch.Answer fresh = visitor.signsIn(begin(Habit.GOOD));
        SmartLaunch.Answer again =
                new SmartLaunch.Answer(used.code(), fresh.state(), Optional.empty(), Optional.empty());
        assertProblem(LaunchProblem.CODE_REFUSED, () -> launches.complete(again, visitor::holds));
    }

    /** Somebody signs in and gives the address to another, who would then look at a chart that is not theirs. */
    @Test
    void another_browser_gets_nothing() {
        SmartLaunch.Answer answer = visitor.signsIn(begin(Habit.GOOD));
        long asked = ehr.seen().stream().filter("POST /token"::equals).count();
        assertProblem(LaunchProblem.NOT_THIS_BROWSER, () -> launches.complete(answer, view -> Optional.empty()));
        Visitor victim = new Visitor();
        SmartLaunch.Answer more = victim.signsIn(begin(Habit.GOOD));
        assertProblem(LaunchProblem.NOT_THIS_BROWSER, () -> launches.complete(more, visitor::holds));
        assertEquals(asked, ehr.seen().stream().filter("POST /token"::equals).count());
    }

    @Test
    void a_launch_is_over_after_ten_minutes() {
        SmartLaunch.Answer answer = visitor.signsIn(begin(Habit.GOOD));
        clock.pass(SmartLaunch.PATIENCE.plusSeconds(1));
        assertProblem(LaunchProblem.NOT_THIS_BROWSER, () -> launches.complete(answer, visitor::holds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://attacker.example/fhir",
                "http://127.0.0.1:1/fhir",
                "",
                "file:///etc/passwd",
                "http://169.254.169.254/latest/meta-data"
            })
    void who_is_not_registered_is_not_asked(String iss) {
        int before = ehr.seen().size();
        assertProblem(LaunchProblem.UNKNOWN_EHR, () -> launches.begin(iss, Optional.of("x~GOOD")));
        assertProblem(LaunchProblem.UNKNOWN_EHR, () -> launches.begin(ehr.base() + "/x" + iss, Optional.empty()));
        assertEquals(before, ehr.seen().size());
    }

    @ParameterizedTest
    @CsvSource({
        SmartServer.WITHOUT_PKCE + ", EHR_NOT_USABLE",
        SmartServer.TOKENS_ELSEWHERE + ", EHR_NOT_USABLE",
        SmartServer.MUTE + ", EHR_NOT_READ"
    })
    void an_ehr_that_is_not_safe_is_not_used(String base, LaunchProblem problem) {
        LaunchException failed =
                assertThrows(LaunchException.class, () -> launches.begin(ehr.origin() + base, Optional.of("x~GOOD")));
        assertEquals(problem, failed.problem());
        assertEquals(Optional.of("ehr"), failed.client());
    }

    @Test
    void scopes_are_those_that_the_ehr_knows() {
        SmartLaunch.Begun begun = launches.begin(ehr.origin() + SmartServer.FIRST_VERSION, Optional.of("x~GOOD"));
        String scope = Form.read(begun.address().getRawQuery()).get("scope");
        assertTrue(scope.contains(" patient/Condition.read "), scope);
    }

    @Test
    void without_a_context_the_ehr_asks_for_the_patient() {
        SmartLaunch.Begun begun = launches.begin(ehr.base(), Optional.empty());
        assertTrue(Form.read(begun.address().getRawQuery()).get("scope").startsWith("launch/patient openid"));
        SmartLaunch.Opened opened = launches.complete(visitor.signsIn(begun), visitor::holds);
        assertEquals(SmartServer.CHOSEN, opened.session().patient());
    }

    @Test
    void what_an_ehr_says_of_itself_is_asked_once() {
        begin(Habit.GOOD);
        long before = asked("GET " + SmartServer.GOOD + "/.well-known/smart-configuration");
        begin(Habit.GOOD);
        assertEquals(before, asked("GET " + SmartServer.GOOD + "/.well-known/smart-configuration"));
    }

    @Test
    void a_wrong_secret_is_refused_by_the_ehr_and_said_so() {
        SmartLaunch wrong = launches(registration(Optional.of("wrong")));
        SmartLaunch.Answer answer = visitor.signsIn(wrong.begin(ehr.base(), Optional.of(PATIENT + "~GOOD")));
        assertProblem(LaunchProblem.CODE_REFUSED, () -> wrong.complete(answer, visitor::holds));
    }

    @Test
    void a_terse_answer_does_with_a_short_session() {
        AppSession session = open(Habit.TERSE).session();
        assertEquals(Optional.empty(), session.user());
        assertEquals(Optional.empty(), session.scope());
        assertEquals(clock.instant().plus(Duration.ofMinutes(30)), session.expires());
    }

    @Test
    void nothing_of_it_has_a_text() {
        SmartLaunch.Begun begun = begin(Habit.GOOD);
        SmartLaunch.Answer answer = visitor.signsIn(begun);
        SmartLaunch.Opened opened = launches.complete(answer, visitor::holds);
        assertEquals(
                List.of("Begun", "Answer", "Opened", "AppSession"),
                List.of(
                        begun.toString(),
                        answer.toString(),
                        opened.toString(),
                        opened.session().toString()));
    }

    @Test
    void one_server_is_of_one_client() {
        SmartRegistration one = registration(Optional.empty());
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> SmartRegistration.requireDistinct(List.of(one, registration(Optional.empty()))));
        assertTrue(refused.getMessage().contains("livercds.clients"), refused.getMessage());
    }

    private static long asked(String line) {
        return ehr.seen().stream().filter(line::equals).count();
    }

    private SmartLaunch.Opened open(Habit habit) {
        return launches.complete(visitor.signsIn(begin(habit)), visitor::holds);
    }

    private SmartLaunch.Begun begin(Habit habit) {
        return launches.begin(ehr.base(), Optional.of(SmartServer.launch(PATIENT, habit)));
    }

    private SmartLaunch launches(SmartRegistration registration) {
        return new SmartLaunch(List.of(registration), client, store, sessions, REDIRECT, clock);
    }

    private static SmartRegistration registration(Optional<String> secret) {
        List<String> bases = List.of(
                ehr.base(),
                ehr.origin() + SmartServer.WITHOUT_PKCE,
                ehr.origin() + SmartServer.FIRST_VERSION,
                ehr.origin() + SmartServer.TOKENS_ELSEWHERE,
                ehr.origin() + SmartServer.MUTE);
        AllowedServers servers = new AllowedServers("test", bases, List.of());
        return new SmartRegistration("ehr", servers, servers, new Requester(SmartServer.CLIENT, secret), SCOPES);
    }

    private static void assertProblem(LaunchProblem problem, Executable done) {
        assertEquals(problem, assertThrows(LaunchException.class, done).problem());
    }
}
