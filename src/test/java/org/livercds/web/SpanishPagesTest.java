package org.livercds.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.livercds.browser.Tab;
import org.livercds.browser.WithBrowser;

/** The pages in Spanish: words, cards and accessibility. */
@QuarkusTest
class SpanishPagesTest extends WithBrowser {

    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)\\b(?:the|of|and|is|are|with|without|for|that|not|this|by|from|may|be|which|patient|card|chart|order)\\b");

    /** What is shown as it is recorded or sent, and titles of documents, are in whatever language they are. */
    private static final String OURS = "() => { const main = document.body.cloneNode(true);"
            + " main.querySelectorAll('.chart table, wire-view pre, wire-view textarea, wire-view code, .source, .links,"
            + " .draft pre, code, [lang]').forEach(one => one.remove());"
            + " main.querySelectorAll('.detail p').forEach(p => { if (p.querySelector('a')) p.remove(); });"
            + " return main.textContent; }";

    /** Reasons that other tests gave as EHRs do: a code and its system. */
    private static final String OF_AN_EHR = "\\S+ \\(https?://[^)]*\\)";

    @TestHTTPResource("/?lang=es")
    String demo;

    @TestHTTPResource("/explain?lang=es")
    String explain;

    @TestHTTPResource("/feedback/summary?lang=es")
    String summary;

    @TestHTTPResource("/")
    String home;

    @Test
    void the_demo_ehr_shows_cards_in_the_language_of_the_page() {
        try (Tab tab = browser.visitor().open(demo)) {
            Page page = tab.page();
            assertEquals("es", page.locator("html").getAttribute("lang"));
            Response answer = page.waitForResponse(
                    "**/cds-services/liver-cancer-patient-view", () -> DemoPageTest.choose(page, "tres metástasis"));
            assertEquals("es", answer.headerValue("content-language"));
            assertThat(page.locator("cds-card h3").first()).containsText("3 lesiones hepáticas, la mayor 2,9 cm");
            assertThat(page.locator("cds-card .indicator").first()).hasText("ℹ Información");
            page.locator(".override summary").first().click();
            tab.assertAccessible("cards");
            tab.screenshot("es-demo");
            assertSpanish(page);
            page.locator("cds-card")
                    .first()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("El paciente prefiere"))
                    .click();
            assertThat(page.locator("cds-card").first())
                    .containsText("Descartada: El paciente prefiere otro enfoque o tratamiento. Valoración enviada.");
        }
    }

    @Test
    void orders_and_silence_are_told_in_spanish() {
        try (Tab tab = browser.visitor().open(demo)) {
            Page page = tab.page();
            DemoPageTest.choose(page, "cuatro metástasis");
            DemoPageTest.order(page, "Ablación hepática por microondas", "Firmar solicitud");
            assertThat(page.locator(".card.warning h3"))
                    .containsText("Ablación solicitada, criterio no cumplido: más de 3 tumores hepáticos");
            DemoPageTest.choose(page, "ninguna enfermedad del hígado");
            assertThat(page.locator(".empty")).containsText("Esto no significa que todo esté bien.");
            tab.assertAccessible("empty");
            assertSpanish(page);
        }
    }

    @Test
    void the_explanation_is_in_spanish_and_what_if_too() {
        try (Tab tab = browser.visitor().open(explain)) {
            Page page = tab.page();
            page.getByLabel("Explicar").selectOption("three-metastases-under-3-cm");
            assertThat(page.locator(".lead")).containsText("3 lesiones hepáticas, la mayor 2,9 cm");
            page.getByText("Abrir todas").click();
            page.getByLabel("Lesión 1", new Page.GetByLabelOptions().setExact(true))
                    .fill("3.0");
            assertThat(page.locator("what-if")).containsText("cada tumor menor de 3 cm: se cumple, ahora no se cumple");
            assertThat(page.locator("what-if")).containsText("lesión");
            tab.assertAccessible("explanation");
            tab.screenshot("es-explain");
            assertSpanish(page);
        }
    }

    @Test
    void the_summary_is_in_spanish() {
        Example.answer(Example.request("four-metastases"));
        try (Tab tab = browser.visitor().open(summary)) {
            assertThat(tab.page().locator("h1")).hasText("Lo que los profesionales hicieron con las tarjetas");
            tab.assertAccessible("summary");
            tab.screenshot("es-summary");
            assertSpanish(tab.page());
        }
    }

    @Test
    void the_switch_leads_to_the_other_language_and_the_links_keep_it() {
        try (Tab tab = browser.visitor().open(home)) {
            Page page = tab.page();
            assertThat(page.locator("h1")).hasText("Demo EHR");
            page.getByText("Español").click();
            assertThat(page.locator("h1")).hasText("HCE de demostración");
            page.getByText("Explicación").click();
            assertThat(page.locator("h1")).hasText("¿Por qué esta tarjeta, por qué ninguna?");
            page.getByText("English").click();
            assertThat(page.locator("h1")).hasText("Why this card, why no card?");
        }
    }

    @Test
    void nothing_scrolls_sideways_in_the_longer_language() {
        try (Tab tab = browser.visitor(320, ColorScheme.LIGHT).open(demo)) {
            DemoPageTest.choose(tab.page(), "carcinoma hepatocelular irresecable");
            assertThat(tab.page().locator("cds-card").first()).isVisible();
            tab.assertFits();
            tab.screenshot("es-width-320");
        }
    }

    private static void assertSpanish(Page page) {
        String text =
                page.evaluate(OURS).toString().replaceAll("patient-view|order-select|order-sign|" + OF_AN_EHR, "");
        assertTrue(text.length() > 300, text);
        assertEquals(
                List.of(),
                ENGLISH.matcher(text)
                        .results()
                        .map((MatchResult found) -> text.substring(
                                Math.max(0, found.start() - 60), Math.min(text.length(), found.end() + 30)))
                        .toList());
    }
}
