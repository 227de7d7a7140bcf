package org.livercds.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.browser.Tab;
import org.livercds.browser.WithBrowser;

/** The demo EHR for everybody: any theme, a keyboard alone, small screens, and nothing from elsewhere. */
@QuarkusTest
class DemoPageAccessTest extends WithBrowser {

    private static final Pattern SCRIPT = Pattern.compile("src=\"([^\"]+\\.js)\"");

    @TestHTTPResource("/")
    String home;

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void axe_finds_nothing_in_any_state(ColorScheme scheme) {
        try (Tab tab = browser.visitor(1280, scheme).open(home).expecting("status of 412")) {
            Page page = tab.page();
            assertThat(page.locator(".choice").first()).isVisible();
            tab.assertAccessible("start");
            DemoPageTest.choose(page, "ablated after");
            assertThat(page.locator(".card.warning")).isVisible();
            page.locator(".suggestion").first().click();
            page.locator(".override summary").first().click();
            tab.assertAccessible("cards");
            tab.screenshot("cards-" + scheme);
            DemoPageTest.choose(page, "no liver disease");
            assertThat(page.locator(".empty")).isVisible();
            tab.assertAccessible("empty");
            page.getByText("Another patient").click();
            page.getByLabel("FHIR server, base URL").fill("https://fhir.example.org/r4");
            page.getByLabel("Patient id").fill("p1");
            page.getByLabel("Patient id").press("Enter");
            assertThat(page.locator(".problem")).isVisible();
            tab.assertAccessible("error");
            tab.screenshot("error-" + scheme);
        }
    }

    @Test
    void a_keyboard_is_enough() {
        try (Tab tab = browser.visitor().open(home)) {
            Page page = tab.page();
            assertThat(page.locator(".choice").first()).isVisible();
            tabTo(page, "Content");
            page.keyboard().press("Enter");
            tabTo(page, "three colorectal");
            page.keyboard().press("Enter");
            assertThat(page.locator("#patient-title")).isFocused();
            assertThat(page.locator("cds-card").first()).isVisible();
            tabTo(page, "Referral");
            page.keyboard().press("Enter");
            assertThat(page.locator(".draft")).isVisible();
            tabTo(page, "Override");
            page.keyboard().press("Enter");
            tabTo(page, "Recommended action was already completed");
            page.keyboard().press("Enter");
            assertThat(page.locator("cds-card").first()).containsText("Overridden: Recommended action");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 375, 640, 1024})
    void nothing_scrolls_sideways(int width) {
        try (Tab tab = browser.visitor(width, ColorScheme.LIGHT).open(home)) {
            DemoPageTest.choose(tab.page(), "unresectable hepatocellular");
            assertThat(tab.page().locator("cds-card").first()).isVisible();
            tab.assertFits();
            tab.screenshot("width-" + width);
        }
    }

    @Test
    void the_page_is_small_soon_usable_and_all_ours() throws IOException {
        String html = given().get("/").then().statusCode(200).extract().asString();
        List<String> scripts =
                SCRIPT.matcher(html).results().map(found -> found.group(1)).toList();
        int size = 0;
        for (String script : scripts) {
            size += compressed(given().get(script).asByteArray());
        }
        assertTrue(size > 5_000 && size < 60_000, "bytes of JavaScript: " + size);
        assertTrue(DoubleStream.of(load(), load(), load()).min().orElseThrow() < 1_000);
    }

    @Test
    void the_headers_let_nothing_else_in() {
        given().get("/")
                .then()
                .header("Content-Security-Policy", containsString("script-src 'self'; style-src 'self'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }

    /** Milliseconds until the patients are there. */
    private double load() {
        try (Tab tab = browser.visitor()) {
            List<String> elsewhere = new CopyOnWriteArrayList<>();
            tab.page().onRequest(request -> {
                if (!request.url().startsWith(home) && !request.url().startsWith("data:")) {
                    elsewhere.add(request.url());
                }
            });
            tab.open(home).page().waitForSelector(".choice");
            assertEquals(List.of(), elsewhere);
            return ((Number) tab.page().evaluate("performance.now()")).doubleValue();
        }
    }

    private static void tabTo(Page page, String text) {
        for (int i = 0; i < 40; i++) {
            page.keyboard().press("Tab");
            Object focused = page.evaluate("document.activeElement.textContent");
            if (focused.toString().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))) {
                return;
            }
        }
        throw new AssertionError("Nobody who tabs gets to: " + text);
    }

    private static int compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.size();
    }
}
