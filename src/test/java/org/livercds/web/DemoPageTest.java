package org.livercds.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.browser.Tab;
import org.livercds.browser.WithBrowser;
import org.livercds.hooks.WireJson;

/** The demo EHR as a person uses it. */
@QuarkusTest
class DemoPageTest extends WithBrowser {

    private static final Path EXAMPLES = Path.of("fhir-profiles", "examples");
    private static final boolean UPDATE = Boolean.getBoolean("update-screenshots");

    @TestHTTPResource("/")
    String home;

    @Test
    void each_synthetic_patient_shows_the_right_first_card() {
        try (Tab tab = browser.visitor().open(home)) {
            Page page = tab.page();
            opens(page, "0.8 cm lesion", "Information", "1 liver lesion, 0.8 cm");
            opens(page, "exactly 1.0 cm", "Information", "1 liver lesion, 1.0 cm");
            opens(page, "three colorectal", "Information", "meets the ablation criterion");
            opens(page, "four colorectal", "Information", "4 liver lesions, largest 1.5 cm");
            opens(page, "exactly 3.0 cm", "Information", "2 liver lesions, largest 3.0 cm");
            opens(page, "one measured in mm", "Information", "2 liver lesions, largest 2.5 cm");
            opens(page, "unresectable hepatocellular", "Information", "TAE or TACE");
            opens(page, "eight unresectable", "Information", "radioembolization may be considered");
            opens(page, "lung metastasis", "Information", "systemic therapy may be considered");
            opens(page, "without a recorded size", "Information", "1 liver lesion, size not known");
            opens(page, "ablated after", "Information", "1 liver lesion, size not known");
            assertThat(page.locator(".card.warning .indicator")).hasText("⚠ Warning");
            choose(page, "no liver disease");
            assertThat(page.locator(".empty"))
                    .containsText("No advice: The conditions hold no code of a liver disease.");
            assertThat(page.locator(".empty")).containsText("This is not an all-clear.");
            assertEquals(13, page.locator(".choice").count());
            tab.screenshot("no-advice");
        }
    }

    @Test
    void a_chart_shows_what_the_request_brings_and_the_wire_shows_the_call() {
        try (Tab tab = browser.visitor().open(home)) {
            Page page = tab.page();
            choose(page, "ablated after");
            Locator chart = page.locator(".chart");
            assertThat(chart).containsText("Liver cell carcinoma");
            assertThat(chart).containsText("Tumor longest dimension: 2.4 cm");
            assertThat(chart).containsText("Thermal ablation of single lesion of liver");
            assertThat(chart).containsText("Nothing sent of: laboratory, medications, allergies.");
            assertThat(page.locator("#request")).hasValue(Pattern.compile("\"hook\": \"patient-view\""));
            assertThat(page.locator("wire-view pre")).containsText("\"org.livercds.evaluation\"");
            assertThat(page.locator("wire-view")).containsText(Pattern.compile("Status 200, \\d+ ms"));
            tab.screenshot("warning-card");
        }
    }

    @ParameterizedTest
    @CsvSource({"?lang=en, Tumour board view", "?lang=es, Vista para el comité de tumores"})
    void a_synthetic_patient_leads_to_its_picture_in_the_language_of_the_page(String query, String title) {
        try (Tab tab = browser.visitor().open(home + query)) {
            Page page = tab.page();
            page.locator(".choice").first().click();
            page.locator("a[href*='patient=']").click();
            assertThat(page.locator("h1")).hasText(title);
            assertThat(page.locator("svg.liver-map")).isVisible();
        }
    }

    @ParameterizedTest
    @CsvSource({"Draft order, order-select", "Sign order, order-sign"})
    void an_order_that_conflicts_is_warned_of_and_one_that_fits_is_not(String action, String hook) {
        try (Tab tab = browser.visitor().open(home)) {
            Page page = tab.page();
            choose(page, "four colorectal");
            order(page, "Microwave ablation of liver", action);
            assertThat(page.locator(".card.warning h3")).containsText("Ablation ordered, criterion not met");
            assertThat(page.locator("wire-view")).containsText("/cds-services/liver-cancer-" + hook);
            tab.screenshot(hook);
            choose(page, "three colorectal");
            order(page, "Microwave ablation of liver", action);
            assertThat(page.locator(".empty")).containsText("The service has nothing to add to this order");
            assertThat(page.locator(".empty")).containsText("This is not an all-clear.");
            order(page, "Aspirin 81 mg", action);
            assertThat(page.locator(".empty")).containsText("none of the liver treatments");
        }
    }

    @Test
    void a_card_can_be_accepted_and_overridden() {
        try (Tab tab = browser.visitor().open(home)) {
            Page page = tab.page();
            choose(page, "three colorectal");
            Locator card = page.locator("cds-card").first();
            card.locator(".suggestion").click();
            assertThat(card.locator(".draft")).containsText("\"intent\": \"proposal\"");
            assertThat(card.locator(".draft")).containsText("Feedback sent.");
            assertThat(card.locator(".source a")).hasAttribute("href", Pattern.compile("https://.+"));
            tab.screenshot("suggestion");
            if (UPDATE) {
                card.locator(".suggestion").click();
                page.evaluate("scrollTo(0, 0)");
                tab.screenshot(Path.of("docs", "demo.png"), false);
            }
            card.locator(".override summary").click();
            card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Patient prefers an alternative"))
                    .click();
            assertThat(card)
                    .containsText("Overridden: Patient prefers an alternative approach or treatment. Feedback sent.");
            card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show the card"))
                    .click();
            assertThat(card).containsText("Criterion");
        }
    }

    @Test
    void the_request_can_be_edited_pasted_and_explained() {
        try (Tab tab = browser.visitor().open(home).expecting("status of 400")) {
            Page page = tab.page();
            choose(page, "three colorectal");
            assertThat(page.locator("cds-card").first()).containsText("meets the ablation criterion");
            Locator request = page.locator("#request");
            request.fill(request.inputValue().replace("2.9", "3.4"));
            page.getByRole(AriaRole.BUTTON, named("Send")).click();
            assertThat(page.locator("cds-card h3").first()).containsText("largest 3.4 cm");
            request.fill(Example.request("no-liver-disease"));
            page.getByRole(AriaRole.BUTTON, named("Send")).click();
            assertThat(page.locator(".empty")).isVisible();
            assertThat(page.locator("#patient-title")).hasText("Lena Example-Fischer");
            request.fill("{\"hook\": ");
            page.getByRole(AriaRole.BUTTON, named("Send")).click();
            assertThat(page.locator(".problem")).containsText("The body is not valid JSON");
            request.fill("{\"hook\": \"patient-view\", \"context\": {\"patientId\": \"p1\"}}");
            page.getByRole(AriaRole.BUTTON, named("Send")).click();
            assertThat(page.locator(".problem")).containsText("NO_CONDITIONS");
            tab.expecting("status of 412");
            page.evaluate("document.querySelector('.heading a').addEventListener('click', e => e.preventDefault())");
            page.locator(".heading a").click();
            assertEquals(
                    "liver-cancer-patient-view p1",
                    page.evaluate("(({service, body}) => service + ' ' + body.context.patientId)"
                            + "(JSON.parse(sessionStorage.getItem('livercds.request')))"));
        }
    }

    @Test
    void a_bundle_is_uploaded_and_what_is_none_is_refused_in_words() throws IOException {
        ObjectNode bundle = WireJson.readObject(Files.readAllBytes(EXAMPLES.resolve("Bundle-four-metastases.json")));
        try (Tab tab = browser.visitor().open(home).expecting("status of 400")) {
            Page page = tab.page();
            page.getByText("Another patient").click();
            upload(page, bundle.toString());
            assertThat(page.locator("#patient-title")).hasText("Daniel Example-Okoro");
            assertThat(page.locator("cds-card h3").first()).containsText("4 liver lesions");
            upload(page, "{\"resourceType\": \"Bundle\"}");
            assertThat(page.locator("other-patient .problem")).containsText("no FHIR R4 Bundle with a Patient");
        }
    }

    @Test
    void an_unregistered_server_gives_the_sentence_with_the_setting() {
        try (Tab tab = browser.visitor().open(home).expecting("status of 412")) {
            Page page = tab.page();
            page.getByText("Another patient").click();
            page.getByLabel("FHIR server, base URL").fill("https://fhir.example.org/r4");
            page.getByLabel("Patient id").fill("p1");
            page.getByRole(AriaRole.BUTTON, named("Open").setExact(true)).click();
            assertThat(page.locator(".problem")).containsText("livercds.fhir.allowed-servers");
            assertThat(page.locator(".problem")).containsText("SERVER_NOT_REGISTERED");
            tab.screenshot("refused");
        }
    }

    @Test
    void an_unreachable_server_and_a_refused_address_give_a_readable_message() {
        assertProblem(FhirServerResource.NOBODY, "UNREACHABLE");
        assertProblem(FhirServerResource.throughOwnName(), "ADDRESS_REFUSED");
    }

    private void assertProblem(String server, String why) {
        try (Tab tab = browser.visitor().open(home).expecting("status of 412")) {
            Page page = tab.page();
            page.getByText("Another patient").click();
            page.getByLabel("FHIR server, base URL").fill(server);
            page.getByLabel("Patient id").fill("p1");
            page.getByRole(AriaRole.BUTTON, named("Open").setExact(true)).click();
            assertThat(page.locator(".problem")).containsText("could not be read from the fhirServer of the call");
            assertThat(page.locator(".problem")).containsText(why);
            tab.screenshot("problem-" + why.toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void hostile_strings_stay_text() throws IOException {
        String bomb = "<img src=x onerror=alert(1)>";
        String bundle = Files.readString(EXAMPLES.resolve("Bundle-four-metastases.json"))
                .replace("Example-Okoro", bomb)
                .replace("Malignant neoplasm of colon, unspecified", "[x](javascript:alert(1)) " + bomb)
                .replace("Tumor longest dimension", bomb);
        try (Tab tab = browser.visitor().open(home)) {
            Page page = tab.page();
            page.getByText("Another patient").click();
            upload(page, bundle);
            assertThat(page.locator("#patient-title")).hasText("Daniel " + bomb);
            assertThat(page.locator(".chart")).containsText("[x](javascript:alert(1)) " + bomb);
            assertThat(page.locator("cds-card h3").first()).isVisible();
            assertEquals(0, page.locator("img, a[href^=javascript]").count());
        }
    }

    @Test
    void a_service_that_is_gone_is_told_in_words() {
        try (Tab tab = browser.visitor().open(home).expecting("ERR_")) {
            Page page = tab.page();
            page.route("**/cds-services/**", route -> route.abort());
            choose(page, "three colorectal");
            assertThat(page.locator(".problem")).containsText("could not be reached");
            assertTrue(page.locator(".card").count() == 0);
        }
    }

    private static void opens(Page page, String title, String indicator, String summary) {
        choose(page, title);
        assertThat(page.locator(".card .indicator").first()).containsText(indicator);
        assertThat(page.locator("cds-card h3").first()).containsText(summary);
    }

    static void choose(Page page, String title) {
        page.locator(".choice")
                .filter(new Locator.FilterOptions().setHasText(title))
                .click();
    }

    static void order(Page page, String order, String action) {
        page.locator("#order").selectOption(order);
        page.getByRole(AriaRole.BUTTON, named(action)).click();
    }

    private static void upload(Page page, String bundle) {
        page.locator("#bundle")
                .setInputFiles(new FilePayload("chart.json", "application/json", bundle.getBytes(UTF_8)));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
