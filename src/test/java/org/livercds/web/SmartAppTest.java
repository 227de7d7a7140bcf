package org.livercds.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.browser.Browser;
import org.livercds.browser.Tab;
import org.livercds.security.Token;
import org.livercds.smartserver.Habit;
import org.livercds.smartserver.SmartServer;

/** The running service as a SMART app of a small EHR, in a real browser. */
@QuarkusTest
@TestProfile(SmartAppTest.AsApp.class)
class SmartAppTest {

    private static final String PATIENT = "metastases-three";
    private static final String OTHER_PATIENT = "metastases-four";
    private static final String PAGE = SmartResource.PUBLIC_URL + "/app/p/";
    private static final String SERVICE = "/cds-services/liver-cancer-patient-view";

    private static Browser browser;

    /** With an EHR that opens the picture. */
    public static final class AsApp implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(SmartResource.class));
        }
    }

    @ConfigProperty(name = SmartResource.ORIGIN)
    String ehr;

    @ConfigProperty(name = SmartResource.AUDIT)
    Path auditFolder;

    @TestHTTPResource("/")
    URI service;

    @BeforeEach
    void start() {
        if (browser == null) {
            browser = Browser.start(Map.of("cds.test", service.getPort()));
        }
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            browser = null;
        }
    }

    @Test
    void an_ehr_opens_the_page_of_its_patient_and_no_token_is_seen_anywhere() throws IOException {
        AuditFolder audit = new AuditFolder(auditFolder);
        try (Logged log = new Logged();
                Tab tab = browser.visitor()) {
            List<String> seen = new ArrayList<>();
            tab.page().onResponse(response -> seen.add(told(response)));
            Response page = tab.page().navigate(launch(PATIENT, Habit.GOOD));
            assertEquals(200, page.status());
            assertTrue(tab.page().url().startsWith(PAGE), tab.page().url());
            assertShows(PATIENT, tab.page());
            assertTrue(tab.page().context().cookies().stream()
                    .map(SmartAppTest::told)
                    .noneMatch(SmartAppTest::isSecret));
            assertEquals(List.of(), seen.stream().filter(SmartAppTest::isSecret).toList());
            for (String secret : List.of("canary-token", "canary-secret", "canary-code", PATIENT)) {
                assertEquals(List.of(), log.with(secret));
            }
        }
        List<JsonNode> events = audit.events();
        JsonNode shown = events.get(events.size() - 1);
        assertEquals("picture", shown.at("/subtype/0/code").asText());
        assertEquals("0", shown.path("outcome").asText());
        assertTrue(shown.toString().contains("Patient/" + PATIENT), shown::toString);
        assertTrue(shown.toString().contains("Practitioner/example"), shown::toString);
        assertTrue(events.stream()
                .anyMatch(event -> event.at("/subtype/0/code").asText().startsWith("search")));
        assertFalse(events.toString().contains("canary"), events::toString);
    }

    @Test
    void the_cookie_of_a_page_is_for_no_script_and_no_other_site() {
        try (Tab tab = browser.visitor()) {
            tab.open(launch(PATIENT, Habit.GOOD));
            List<Cookie> cookies = tab.page().context().cookies();
            assertEquals(
                    1,
                    cookies.size(),
                    () -> cookies.stream().map(cookie -> cookie.name).toList() + "");
            Cookie cookie = cookies.get(0);
            assertEquals("livercds-app-" + view(tab.page()), cookie.name);
            assertTrue(cookie.httpOnly);
            assertEquals(SameSiteAttribute.LAX, cookie.sameSite);
            assertEquals("cds.test", cookie.domain);
            assertEquals("", tab.page().evaluate("document.cookie"));
        }
    }

    @Test
    void a_page_is_kept_by_nobody_and_shown_in_no_frame() {
        try (Tab tab = browser.visitor()) {
            Map<String, String> headers =
                    tab.page().navigate(launch(PATIENT, Habit.GOOD)).headers();
            assertEquals("no-store", headers.get("cache-control"));
            assertEquals("no-referrer", headers.get("referrer-policy"));
            assertEquals("en", headers.get("content-language"));
            assertTrue(headers.get("vary").contains("Accept-Language"), headers.get("vary"));
            assertTrue(headers.get("content-security-policy").contains("frame-ancestors 'none'"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DENIES, 403, did not allow it",
        "FAILS, 502, refused the sign-in",
        "WRONG_STATE, 400, was not begun in this browser",
        "OTHER_ISSUER, 400, was not begun in this browser",
        "EXPIRED_CODE, 403, did not take the code",
        "HTML_TOKEN, 502, in a way that can be used",
        "NO_PATIENT, 400, which patient is open",
        "PATIENT_USER, 403, for clinicians",
        "WRONG_PATIENT, 409, not of the patient who is open",
        "REFUSED_TOKEN, 401, does not give access any more"
    })
    void what_goes_wrong_is_said_and_shows_no_patient(Habit habit, int status, String words) throws IOException {
        AuditFolder audit = new AuditFolder(auditFolder);
        try (Logged log = new Logged();
                Tab tab = browser.visitor().expecting("Failed to load resource")) {
            Response page = tab.page().navigate(launch(PATIENT, habit));
            assertEquals(status, page.status());
            String text = tab.page().textContent("main");
            assertTrue(text.contains(words) && text.contains("in your EHR again"), text);
            assertFalse(page.text().contains(PATIENT) || page.text().contains("canary"), page.text());
            tab.assertAccessible(habit.name());
            tab.screenshot("app-" + habit);
            assertEquals(List.of(), log.with("canary"));
        }
        List<JsonNode> events = audit.events();
        JsonNode last = events.get(events.size() - 1);
        assertNotEquals("0", last.path("outcome").asText(), last::toString);
    }

    /** Tab by tab, as with the views of a chart: the session of one page opens no other. */
    @Test
    void two_tabs_with_two_patients_do_not_mix() {
        try (Tab first = browser.visitor()) {
            first.open(launch(PATIENT, Habit.GOOD));
            Page second = first.page().context().newPage();
            second.navigate(launch(OTHER_PATIENT, Habit.GOOD));
            assertShows(OTHER_PATIENT, second);
            first.page().reload();
            assertShows(PATIENT, first.page());
            assertNotEquals(view(first.page()), view(second));
        }
    }

    @Test
    void the_address_of_a_page_opens_nothing_for_others() {
        try (Tab tab = browser.visitor();
                Tab other = browser.visitor().expecting("401")) {
            tab.open(launch(PATIENT, Habit.GOOD));
            Response page = other.page().navigate(tab.page().url());
            assertEquals(401, page.status());
            assertTrue(other.page().textContent("main").contains("no such session"));
        }
    }

    @Test
    void an_answer_of_the_ehr_counts_once() {
        try (Tab tab = browser.visitor().expecting("400")) {
            List<String> back = new ArrayList<>();
            tab.page().onRequest(request -> back.add(request.url()));
            tab.open(launch(PATIENT, Habit.GOOD));
            String callback = back.stream()
                    .filter(url -> url.contains("/app/callback"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(400, tab.page().navigate(callback).status());
        }
    }

    @Test
    void a_session_is_over_with_its_token() throws InterruptedException {
        try (Tab tab = browser.visitor().expecting("401")) {
            tab.open(launch(PATIENT, Habit.SHORT_TOKEN));
            Thread.sleep(1_100);
            assertEquals(401, tab.page().reload().status());
        }
    }

    @Test
    void who_logs_out_leaves_all_pages_of_the_browser() {
        try (Tab tab = browser.visitor().expecting("401")) {
            tab.open(launch(PATIENT, Habit.GOOD));
            String first = tab.page().url();
            tab.open(launch(OTHER_PATIENT, Habit.GOOD));
            String second = tab.page().url();
            tab.page().click("form[method=post] button");
            tab.page().waitForURL(SmartResource.PUBLIC_URL + "/app/logout?**");
            assertTrue(tab.page().textContent("main").contains("You are logged out"));
            assertEquals(List.of(), tab.page().context().cookies());
            assertEquals(401, tab.page().navigate(first).status());
            assertEquals(401, tab.page().navigate(second).status());
        }
    }

    @Test
    void nobody_else_logs_anybody_out() {
        try (Tab tab = browser.visitor()) {
            tab.open(launch(PATIENT, Habit.GOOD));
            String view = view(tab.page());
            Cookie cookie = tab.page().context().cookies().get(0);
            String token = tab.page().getAttribute("form", "action").split("token=")[1];
            post(cookie, view, "guessed", "same-origin");
            post(cookie, view, token, "cross-site");
            given().queryParam("view", view)
                    .queryParam("token", token)
                    .post("/app/logout")
                    .then()
                    .statusCode(403);
            assertEquals(200, tab.page().reload().status());
            given().get("/app/logout").then().statusCode(405);
        }
    }

    private static void post(Cookie cookie, String view, String token, String site) {
        given().cookie(cookie.name, cookie.value)
                .header("Sec-Fetch-Site", site)
                .header("Origin", "https://attacker.example")
                .queryParam("view", view)
                .queryParam("token", token)
                .post("/app/logout")
                .then()
                .statusCode(403)
                .body(containsString("not asked by our page"));
    }

    @Test
    void a_browser_that_opens_page_after_page_keeps_twelve() {
        try (Tab tab = browser.visitor()) {
            for (int i = 0; i < 14; i++) {
                tab.open(launch(i % 2 == 0 ? PATIENT : OTHER_PATIENT, Habit.GOOD));
            }
            assertEquals(12, tab.page().context().cookies().size());
            assertShows(OTHER_PATIENT, tab.page());
        }
    }

    @Test
    void who_is_not_registered_is_not_asked_and_not_quoted() {
        String before = given().get(ehr + "/seen").asString();
        for (String iss : List.of("https://canary.example/fhir", ehr + "/fhir/..", ehr + "/elsewhere", "canary")) {
            given().redirects()
                    .follow(false)
                    .queryParam("iss", iss)
                    .queryParam("launch", "canary")
                    .get("/app/launch")
                    .then()
                    .statusCode(400)
                    .contentType(ContentType.HTML)
                    .header("Cache-Control", "no-store")
                    .body(containsString("not registered here"), not(containsString("canary")));
        }
        assertEquals(before + "\nGET /seen", given().get(ehr + "/seen").asString());
    }

    @Test
    void a_slash_behind_the_server_does_not_matter_and_two_servers_do() {
        get("/app/launch?launch=x~GOOD&iss=" + encoded(ehr + "/fhir/"))
                .then()
                .statusCode(303)
                .header("Location", containsString("aud=" + encoded(ehr + "/fhir/")))
                .header("Set-Cookie", containsString("HttpOnly"));
        String server = "iss=" + encoded(ehr + "/fhir");
        for (String nothing : List.of("launch", "launch?iss=", "launch?" + server + "&" + server, "callback?code=x")) {
            get("/app/" + nothing).then().statusCode(400).body(containsString("opened by an EHR"));
        }
    }

    @Test
    void an_ehr_without_pkce_is_not_used() {
        get("/app/launch?launch=x&iss=" + encoded(ehr + SmartServer.WITHOUT_PKCE))
                .then()
                .statusCode(502)
                .body(containsString("PKCE"));
    }

    /** As it is written, and no further. */
    private static io.restassured.response.Response get(String address) {
        return given().urlEncodingEnabled(false).redirects().follow(false).get(address);
    }

    @Test
    void pages_speak_spanish_to_whoever_asks_for_it() {
        given().header("Accept-Language", "es-MX,en;q=0.5")
                .get("/app/p/nothing")
                .then()
                .statusCode(401)
                .header("Content-Language", "es")
                .body(containsString("<html lang=\"es\">"), containsString("La sesión no existe"));
    }

    @Test
    void the_first_card_of_its_client_leads_to_the_picture_and_tells_nothing_of_the_patient() {
        call(SmartResource.EHR)
                .then()
                .statusCode(200)
                .body("cards[0].links.findAll { it.type == 'smart' }", hasSize(1))
                .body("cards[0].links[-1].type", equalTo("smart"))
                .body("cards[0].links[-1].label", equalTo("The liver and its lesions in pictures"))
                .body("cards[0].links[-1].url", equalTo(SmartResource.PUBLIC_URL + "/app/launch"))
                .body("cards[0].links[-1].containsKey('appContext')", equalTo(false))
                .body("cards[1..-1].collect { it.links }.flatten().findAll { it.type == 'smart' }", hasSize(0));
    }

    @Test
    void a_client_without_smart_gets_no_button_that_does_nothing() {
        call(SmartResource.OTHER)
                .then()
                .statusCode(200)
                .body("cards.collect { it.links }.flatten().findAll { it.type == 'smart' }", hasSize(0));
    }

    private static io.restassured.response.Response call(String issuer) {
        Token token = Token.of(issuer, SmartResource.PUBLIC_URL + SERVICE, Instant.now());
        return given().header("Authorization", "Bearer " + token.compact())
                .contentType(ContentType.JSON)
                .body(given().get("/demo/requests/three-metastases-under-3-cm").asString())
                .post(SERVICE);
    }

    private String launch(String patient, Habit habit) {
        return SmartResource.PUBLIC_URL + "/app/launch?iss=" + encoded(ehr + SmartServer.GOOD) + "&launch="
                + encoded(SmartServer.launch(patient, habit));
    }

    private static void assertShows(String patient, Page page) {
        String text = page.textContent("main");
        assertEquals(patient.equals(PATIENT), text.contains(PATIENT), text);
        assertEquals(patient.equals(OTHER_PATIENT), text.contains(OTHER_PATIENT), text);
    }

    private static String view(Page page) {
        return page.url().substring(PAGE.length());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static boolean isSecret(String text) {
        return text.contains("canary-token") || text.contains("canary-secret");
    }

    private static String told(Cookie cookie) {
        return cookie.name + "=" + cookie.value;
    }

    /** Redirects have no body. */
    private static String told(Response response) {
        String body = response.status() / 100 == 3 ? "" : response.text();
        return response.url() + response.headers() + body;
    }
}
