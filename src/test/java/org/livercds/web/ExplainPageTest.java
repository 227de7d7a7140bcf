package org.livercds.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.browser.Tab;
import org.livercds.browser.WithBrowser;
import org.livercds.codes.ContentVersion;

/** The page of the explanation, as a person uses it. */
@QuarkusTest
class ExplainPageTest extends WithBrowser {

    private static final String PATIENT = "three-metastases-under-3-cm";

    @TestHTTPResource("/explain")
    String address;

    @ParameterizedTest
    @ValueSource(
            strings = {
                PATIENT,
                "four-metastases",
                "unresectable-liver-only-hcc",
                "hcc-with-lung-metastasis",
                "metastasis-size-missing",
                "hcc-treated-after-measuring"
            })
    void each_patient_is_explained_with_the_card_of_the_service(String patient) {
        String summary = Example.answer(Example.request(patient)).getString("cards[0].summary");
        try (Tab tab = opened(patient)) {
            assertThat(tab.page().locator(".lead")).hasText(summary);
            assertThat(tab.page().getByText("Nothing is changed yet.")).isVisible();
            assertThat(tab.page().locator("details.rule").first()).isVisible();
            tab.page().getByText("Open all").click();
            tab.assertAccessible(patient);
            tab.screenshot("explain-" + patient);
        }
    }

    @Test
    void a_criterion_is_shown_with_role_value_date_and_resource() {
        try (Tab tab = opened(PATIENT)) {
            Locator ablation = rule(tab, "R-ABL");
            assertThat(ablation).containsText("criteria met");
            Locator size = ablation.locator(".ladder > li")
                    .filter(new Locator.FilterOptions().setHasText("each tumour smaller than 3 cm"));
            assertThat(tab.page().locator(".content")).hasText("Rules " + ContentVersion.released());
            assertThat(size).containsText("✓ met");
            assertThat(size).containsText("required");
            assertThat(size).containsText("lesion 2.9 cm = 29 mm");
            assertThat(size).containsText(Pattern.compile("\\d{1,2} \\w{3} \\d{4}"));
            assertThat(size).containsText("Observation/");
            assertThat(tab.page().locator("details.others")).not().hasAttribute("open", "");
            assertThat(tab.page().locator("details.others")).containsText("For other kinds of disease");
            assertThat(section(tab, "What was read")).containsText("Conditions");
            assertThat(section(tab, "What was read")).containsText("read (sent with the request): 2 resources");
            assertThat(section(tab, "Cautions and missing data")).containsText("resectability");
            assertThat(section(tab, "What would change this")).containsText("a lesion of 3.0 cm or more");
        }
    }

    @Test
    void no_card_is_explained_and_is_no_all_clear() {
        try (Tab tab = opened("no-liver-disease")) {
            assertThat(heading(tab, "Why no card?")).isVisible();
            assertThat(tab.page().locator(".lead")).containsText("no disease of the liver was found");
            assertThat(tab.page().locator("main")).containsText("no all-clear");
            tab.assertAccessible("no card");
            tab.screenshot("explain-no-card");
        }
    }

    @Test
    void one_millimetre_more_and_ablation_goes() {
        try (Tab tab = opened(PATIENT)) {
            Page page = tab.page();
            assertThat(page.getByLabel("Lesion 1", exactly())).hasValue("2.9");
            page.getByLabel("Lesion 1", exactly()).fill("3.0");
            Locator offers = page.locator(".offers");
            assertThat(offers.locator(".turned").first())
                    .hasText(Pattern.compile(
                            "Ablation: ✓ criteria met.*✗ not offered", Pattern.DOTALL | Pattern.CASE_INSENSITIVE));
            assertThat(page.locator("what-if")).containsText("each tumour smaller than 3 cm: met, now not met");
            tab.assertAccessible("what-if");
            tab.screenshot("explain-what-if");
            if (Boolean.getBoolean("update-screenshots")) {
                page.setViewportSize(1280, 1600);
                page.evaluate("scrollTo(0, 0)");
                tab.screenshot(Path.of("docs/explain.png"), false);
            }
            page.getByLabel("Lesion 1", exactly()).fill("2.95");
            assertThat(offers.locator(".turned")).hasCount(0);
            page.getByLabel("Lesion 1", exactly()).fill("");
            assertThat(page.locator("what-if")).containsText("Lesion 1: the size is a number of centimetres");
        }
    }

    @Test
    void number_resectability_and_spread_change_the_answer() {
        try (Tab tab = opened(PATIENT)) {
            Page page = tab.page();
            Locator offers = page.locator(".offers");
            page.getByText("Add a lesion of 1.0 cm").click();
            assertThat(page.locator("what-if legend")).hasText("4 measured liver lesions, longest diameter in cm");
            assertThat(offers).containsText("not offered");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove lesion 4"))
                    .click();
            assertThat(page.locator("#add-lesion")).isFocused();
            assertThat(offers.locator(".turned")).hasCount(0);
            page.getByLabel("resectability").selectOption("resectable");
            assertThat(offers.locator(".turned")
                            .filter(new Locator.FilterOptions().setHasText("Resection"))
                            .first())
                    .containsText("criteria met");
            page.getByLabel("disease outside the liver").selectOption("present");
            assertThat(page.locator("what-if")).containsText("spread outside the liver");
            tab.screenshot("explain-what-if-spread");
            page.getByText("Back to the chart as it is").click();
            assertThat(page.getByText("Nothing is changed yet.")).isVisible();
            assertThat(page.locator("what-if legend")).hasText("3 measured liver lesions, longest diameter in cm");
            assertThat(page.getByLabel("resectability")).hasValue("");
        }
    }

    @Test
    void a_pasted_order_is_explained_by_its_own_hook() {
        String request = given().get("/demo/requests/four-metastases/order-sign/ablation")
                .asString();
        try (Tab tab = opened("no-liver-disease")) {
            paste(tab, request);
            assertThat(tab.page().locator("main")).containsText("Pasted request for liver-cancer-order-sign");
            assertThat(tab.page().locator("main")).containsText("as ordered: a warning");
            tab.assertAccessible("order");
            tab.screenshot("explain-order");
        }
    }

    @Test
    void what_the_service_refuses_is_explained_too() {
        String request = Example.request(PATIENT).replaceAll("\"prefetch\":.*", "\"prefetch\":{}}");
        try (Tab tab = opened(PATIENT).expecting("400")) {
            paste(tab, request);
            assertThat(tab.page().locator(".lead")).containsText("does not answer this request (412)");
            assertThat(tab.page().locator(".lead")).containsText("conditions is missing");
            assertThat(section(tab, "What was read")).containsText("not sent (neither sent nor asked for)");
            tab.page().getByLabel("resectability").selectOption("resectable");
            assertThat(tab.page().locator("what-if")).containsText("cannot be changed");
            tab.assertAccessible("412");
            tab.screenshot("explain-412");
            paste(tab, Example.request(PATIENT).replaceFirst("\"patientId\":\"[^\"]*\"", "\"patientId\":\"another\""));
            assertThat(tab.page().getByRole(AriaRole.ALERT)).containsText("is not the patient of context.patientId");
            paste(tab, "{");
            assertThat(tab.page().getByRole(AriaRole.ALERT)).containsText("The pasted text is not JSON.");
            tab.assertAccessible("refused");
            tab.screenshot("explain-refused");
        }
    }

    @Test
    void hostile_text_stays_text() {
        String hostile = "<img src=x onerror=alert(1)>";
        String request = Example.request("four-metastases")
                .replace("\"family\":\"", "\"family\":\"" + hostile)
                .replaceAll("\"display\":\"[^\"]*\"", "\"display\":\"" + hostile + "\"")
                .replaceAll("\"id\":\"four-metastases-observation-2\"", "\"id\":\"" + hostile + "\"");
        try (Tab tab = opened(PATIENT).expecting("400")) {
            paste(tab, request);
            assertThat(tab.page().locator("main")).containsText("Pasted request");
            assertThat(tab.page().locator("main img")).hasCount(0);
            handOver(tab, "{\"service\":\"" + hostile + "\",\"body\":{}}");
            assertThat(tab.page().getByRole(AriaRole.ALERT)).isVisible();
            assertThat(tab.page().locator("main img")).hasCount(0);
        }
    }

    @Test
    void the_request_of_the_demo_is_taken_over() {
        try (Tab tab = opened(PATIENT)) {
            String body = Example.request("unresectable-liver-only-hcc");
            handOver(tab, "{\"service\":\"liver-cancer-patient-view\",\"body\":" + body + "}");
            assertThat(tab.page().locator(".lead")).hasText(Example.answer(body).getString("cards[0].summary"));
            assertThat(tab.page().locator("main")).containsText("The request of the demo EHR");
        }
    }

    @Test
    void it_fits_a_phone_and_twice_the_size_in_the_dark_too() {
        for (int width : List.of(375, 640)) {
            try (Tab tab = opened(browser.visitor(width, ColorScheme.DARK), PATIENT)) {
                tab.page().getByText("Open all").click();
                tab.page().getByLabel("Lesion 1", exactly()).fill("3.0");
                assertThat(tab.page().locator(".offers .turned").first()).isVisible();
                tab.assertFits();
                tab.assertAccessible("dark, " + width);
                tab.screenshot("explain-dark-" + width);
            }
        }
    }

    @Test
    void the_keyboard_is_enough() {
        try (Tab tab = opened(PATIENT)) {
            Page page = tab.page();
            page.getByLabel("Explain", exactly()).focus();
            page.keyboard().press("ArrowDown");
            assertThat(page.locator(".lead")).not().containsText("2.9 cm");
            Locator rule = page.locator("details.rule").last();
            rule.locator("summary").focus();
            page.keyboard().press("Enter");
            assertThat(rule).hasAttribute("open", "");
            page.locator("#add-lesion").focus();
            page.keyboard().press("Space");
            assertThat(page.locator(".offers")).isVisible();
        }
    }

    @Test
    void nothing_but_this_service_is_called_and_the_page_is_small() {
        try (Tab tab = opened(PATIENT)) {
            List<?> called = (List<?>) tab.page()
                    .evaluate("performance.getEntriesByType('resource').map(one => new URL(one.name).origin)");
            String own = (String) tab.page().evaluate("location.origin");
            assertTrue(called.size() > 3, called.toString());
            assertEquals(
                    List.of(),
                    called.stream().filter(origin -> !origin.equals(own)).toList());
        }
    }

    private Tab opened(String patient) {
        return opened(browser.visitor(), patient);
    }

    private Tab opened(Tab tab, String patient) {
        tab.open(address);
        tab.page().getByLabel("Explain", exactly()).selectOption(patient);
        String title =
                given().get("/demo/patients").jsonPath().getString("find { it.name == '" + patient + "' }.title");
        assertThat(tab.page().locator("main > explain-page > section p.quiet").first())
                .containsText(title);
        return tab;
    }

    private static void paste(Tab tab, String request) {
        if (!tab.page().locator("#pasted").isVisible()) {
            tab.page().getByText("Paste a request").click();
        }
        tab.page().getByLabel("CDS Hooks request, JSON").fill(request);
        tab.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Explain the pasted request"))
                .click();
    }

    private static void handOver(Tab tab, String request) {
        tab.page().evaluate("text => sessionStorage.setItem('livercds.request', text)", request);
        tab.page().reload();
    }

    private static Locator rule(Tab tab, String id) {
        return tab.page()
                .locator("details.rule")
                .filter(new Locator.FilterOptions().setHasText(id))
                .first();
    }

    private static Locator heading(Tab tab, String text) {
        return tab.page()
                .getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    private static Locator section(Tab tab, String title) {
        return tab.page()
                .locator("section.panel")
                .filter(new Locator.FilterOptions().setHas(heading(tab, title)))
                .last();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
