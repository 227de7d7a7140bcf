package org.livercds.browser;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.livercds.browser.ForeignPage.Seen;

/** What a page of another origin sees in a real browser when it does what the public CDS Hooks sandbox does. */
@QuarkusTest
class CrossOriginTest {

    private static final String SERVICE = "cds-services/liver-cancer-patient-view";
    private static final String HOST = "ehr.example";

    private static ForeignPage page;
    private static Browser browser;

    @TestHTTPResource("/")
    String base;

    @BeforeAll
    static void start() throws IOException {
        page = new ForeignPage();
        browser = Browser.start(Map.of(HOST, page.port()));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        page.close();
    }

    @BeforeEach
    void open() {
        browser.open("http://" + HOST + "/");
        assertEquals("http://" + HOST, browser.evaluate("location.origin"));
    }

    @Test
    void it_finds_the_services_and_gets_cards() {
        Seen found = ForeignPage.call(browser, "GET", base + "cds-services", null);
        assertEquals(200, found.status());
        assertEquals(
                List.of("patient-view", "order-select", "order-sign"),
                JsonPath.from(found.body()).getList("services.hook"));
        Seen answered = ForeignPage.call(browser, "POST", base + SERVICE, demo("three-metastases-under-3-cm"));
        assertEquals(200, answered.status());
        assertEquals("ablation", JsonPath.from(answered.body()).getString("cards[0].source.topic.code"));
        assertEquals(List.of(), browser.console());
    }

    @Test
    void it_finds_a_service_when_the_address_was_typed_with_a_slash() {
        Seen answered = ForeignPage.call(browser, "POST", base + "/" + SERVICE, demo("no-liver-disease"));
        assertEquals(200, answered.status());
        assertEquals(List.of(), JsonPath.from(answered.body()).getList("cards"));
    }

    @Test
    void it_reads_what_is_wrong() {
        refused(404, "NOT_FOUND", ForeignPage.call(browser, "POST", base + "cds-services/nobody", "{}"));
        refused(
                400,
                "NO_FEEDBACK",
                ForeignPage.call(browser, "POST", base + SERVICE + "/feedback", "{\"feedback\":[]}"));
        refused(400, "NO_CONTEXT", ForeignPage.call(browser, "POST", base + SERVICE, "{}"));
        refused(
                412,
                "NO_CONDITIONS",
                ForeignPage.call(browser, "POST", base + SERVICE, "{\"context\":{\"patientId\":\"p\"}}"));
        Seen wrongMethod = ForeignPage.call(browser, "DELETE", base + SERVICE, null);
        refused(405, "METHOD_NOT_ALLOWED", wrongMethod);
        assertEquals("OPTIONS, POST", wrongMethod.allow());
    }

    private static void refused(int status, String refusal, Seen seen) {
        assertEquals(status, seen.status(), seen.body());
        assertEquals(refusal, JsonPath.from(seen.body()).getString("issue[0].diagnostics"));
    }

    private static String demo(String name) {
        return given().get("/demo/requests/" + name).asString();
    }
}
