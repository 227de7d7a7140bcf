package org.livercds.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.browser.Tab;
import org.livercds.browser.WithBrowser;
import org.livercds.codes.ContentVersion;
import org.livercds.service.DemoRequests;

/** The page for a tumour board, of the synthetic patients. */
@QuarkusTest
@Timeout(120)
class AppPageTest extends WithBrowser {

    private static final String COURSE = "hcc-over-two-years";
    private static final String OPEN_ALL = "() => document.querySelectorAll('details').forEach(one => one.open = true)";
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page[^s]");

    @TestHTTPResource("/app")
    String address;

    static List<String> patients() {
        return DemoRequests.NAMES;
    }

    @ParameterizedTest
    @MethodSource("patients")
    void each_patient_has_pictures_with_tables_on_one_printed_page(String patient) throws IOException {
        try (Tab tab = opened(patient, "en", 1280, ColorScheme.LIGHT)) {
            Page page = tab.page();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(page.locator("svg.liver-map")).hasCount(1);
            assertEquals(
                    page.locator(".picture-panel").count(),
                    page.locator(".picture-panel svg[role=img]").count());
            assertThat(page.locator(".picture-panel:has(.mark, .lesion, .unsized, .bound, .days):not(:has(table))"))
                    .hasCount(0);
            tab.screenshot("app-" + patient);
            assertEquals(1, printed(page, patient));
            screenshotOfPrint(tab, patient);
            page.evaluate(OPEN_ALL);
            tab.assertAccessible(patient);
        }
    }

    @ParameterizedTest
    @MethodSource("patients")
    void each_patient_is_shown_in_spanish_and_in_the_dark(String patient) throws IOException {
        try (Tab tab = opened(patient, "es-MX,es;q=0.9,en;q=0.5", 1280, ColorScheme.DARK)) {
            Page page = tab.page();
            assertThat(page.locator("html")).hasAttribute("lang", "es");
            assertThat(page.locator("h1")).hasText("Vista para el comité de tumores");
            assertThat(page.locator("body")).containsText("su traducción al español");
            ContentVersion content = ContentVersion.released();
            assertThat(page.locator("body"))
                    .containsText("Reglas " + content.version() + " (contenido " + content.hash() + ").");
            tab.screenshot("app-es-" + patient);
            assertEquals(1, printed(page, "es-" + patient));
            screenshotOfPrint(tab, "es-" + patient);
            page.evaluate(OPEN_ALL);
            tab.assertAccessible(patient);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void it_fits_on_a_telephone(String language) {
        try (Tab tab = opened(COURSE, language, 320, ColorScheme.LIGHT)) {
            tab.page().evaluate(OPEN_ALL);
            tab.assertFits();
            tab.screenshot("app-320-" + language);
        }
    }

    @Test
    void the_picture_says_what_the_chart_says() throws IOException {
        try (Tab tab = opened(COURSE, "en", 1280, ColorScheme.LIGHT)) {
            Page page = tab.page();
            page.evaluate(OPEN_ALL);
            String map = page.locator("svg.liver-map desc").textContent();
            assertTrue(map.contains("Lesion 1: segment VI, 3.4 cm"), map);
            assertTrue(map.contains("Lesion 3: segment unknown, 1.2 cm"), map);
            assertThat(page.locator("svg.liver-map .beside")).hasCount(1);
            assertThat(page.locator("svg.timeline")).containsText("sorafenib");
            assertThat(page.locator(".picture-panel:has(.timeline) table")).containsText("prescription ended");
            assertThat(page.locator("main")).containsText("Each line of the axis is ten times the one below it.");
            assertThat(page.locator("main")).not().containsText("Okafor");
            assertThat(page.locator(".facts")).containsText("Patient hcc-course");
            assertThat(page.locator(".criteria")).containsText("surgery can remove all disease");
            if (Boolean.getBoolean("update-screenshots")) {
                page.evaluate("() => document.querySelectorAll('details.data').forEach(one => one.open = false)");
                page.locator(".pictures")
                        .screenshot(new Locator.ScreenshotOptions().setPath(Path.of("docs", "app.png")));
            }
        }
    }

    @Test
    void the_list_leads_to_each_patient() {
        try (Tab tab = browser.visitor().open(address)) {
            assertThat(tab.page().locator(".samples a")).hasCount(DemoRequests.NAMES.size());
            tab.assertAccessible("list");
            tab.page().locator(".samples a").first().click();
            assertThat(tab.page().locator("svg.liver-map")).isVisible();
        }
    }

    @Test
    void it_is_answered_in_the_language_that_is_asked_for_and_kept_by_nobody() {
        given().header("Accept-Language", "es")
                .get("/app?patient=" + COURSE)
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo("es"))
                .header("Cache-Control", equalTo("no-store"))
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .body(containsString("3,4 cm"))
                .body(not(containsString("3.4 cm")));
        assertTrue(given().get("/app").headers().getValues("Vary").toString().contains("Accept-Language"));
        given().header("Accept-Language", "de, fr;q=0.5").get("/app").then().header("Content-Language", equalTo("en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "../valuesets/ValueSet-ecog", "%3Cscript%3E"})
    void a_name_of_nobody_leads_nowhere(String name) {
        given().urlEncodingEnabled(false)
                .get("/app?patient=" + name)
                .then()
                .statusCode(404)
                .body(not(containsString("script")));
    }

    private Tab opened(String patient, String languages, int width, ColorScheme scheme) {
        Tab tab = browser.visitor(width, scheme);
        tab.page().setExtraHTTPHeaders(Map.of("Accept-Language", languages));
        return tab.open(address + "?patient=" + patient);
    }

    /** For a person to look at, about as wide as the paper. */
    private static void screenshotOfPrint(Tab tab, String name) {
        Page page = tab.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(726, 1054);
        tab.screenshot("app-print-" + name);
        page.setViewportSize(1280, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private static long printed(Page page, String name) throws IOException {
        byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true));
        Files.write(Path.of("target", "screenshots", "app-" + name + ".pdf"), pdf);
        return PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }
}
