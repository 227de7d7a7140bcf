package org.livercds.browser;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.browser.ForeignPage.Seen;

/** As in production: some origins are listed, and there is no demonstration. */
@QuarkusTest
@TestProfile(ListedOriginsTest.AsInProduction.class)
class ListedOriginsTest {

    private static final String LISTED = "http://ehr.example";
    private static final String OTHER = "http://other.example";
    private static final Path AUDIT = Path.of("target/audit-as-in-production");

    /** Two origins, one of them the page's. */
    public static final class AsInProduction implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "livercds.cors.origins",
                    "https://app.example:8443," + LISTED,
                    "livercds.demo.enabled",
                    "false",
                    "livercds.audit.sink",
                    "file",
                    "livercds.audit.directory",
                    AUDIT.toString(),
                    "livercds.audit.on-failure",
                    "continue");
        }
    }

    @TestHTTPResource("/")
    String base;

    @Test
    void a_browser_lets_the_listed_page_read_and_no_other() throws IOException {
        try (ForeignPage page = new ForeignPage();
                Browser browser = Browser.start(Map.of("ehr.example", page.port(), "other.example", page.port()))) {
            browser.open(LISTED + "/");
            assertEquals(200, discover(browser).status());
            browser.open(OTHER + "/");
            assertEquals(0, discover(browser).status());
            assertTrue(
                    browser.console().stream().anyMatch(line -> line.contains("has been blocked by CORS policy")),
                    browser.console()::toString);
        }
    }

    private Seen discover(Browser browser) {
        return ForeignPage.call(browser, "GET", base + "cds-services", null);
    }

    @Test
    void a_preflight_of_another_origin_allows_nothing() {
        given().header("Origin", OTHER)
                .header("Access-Control-Request-Method", "POST")
                .options("/cds-services/liver-cancer-patient-view")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void a_call_of_another_origin_is_not_worked_on() {
        given().header("Origin", OTHER)
                .get("/cds-services")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue())
                .body(equalTo(""));
    }

    @Test
    void servers_and_own_pages_are_answered() {
        given().get("/cds-services").then().statusCode(200);
        String own = base.substring(0, base.length() - 1);
        given().header("Origin", own).get(base + "cds-services").then().statusCode(200);
    }

    @Test
    void calls_are_on_record_in_files() throws IOException {
        String id = UUID.randomUUID().toString();
        given().header("X-Request-Id", id)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/cds-services/liver-cancer-patient-view")
                .then()
                .statusCode(400);
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(AUDIT)) {
            for (Path file : files.toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        assertEquals(1, lines.stream().filter(line -> line.contains(id)).count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/openapi",
                "/q/openapi.json",
                "/q/swagger-ui",
                "/q/swagger-ui/index.html",
                "/demo/requests",
                "/",
                "/demo/patients"
            })
    void nothing_of_the_demonstration_is_there(String path) {
        given().get(path).then().statusCode(404);
    }
}
