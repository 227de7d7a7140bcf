package org.livercds.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.livercds.browser.Tab;
import org.livercds.browser.WithBrowser;

/** A user who overrides everything gets nothing twice, and sees why. */
@QuarkusTest
@TestProfile(RepeatsOverHttpTest.Quiet.class)
class RepeatsOverHttpTest extends WithBrowser {

    private static final String PATIENT = "three-metastases-under-3-cm";
    private static final String TOPICS = "cards.source.topic.code";
    private static final String HELD_BACK = Example.EVALUATION + "heldBack";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** As in production; the other tests switch it off. */
    public static final class Quiet implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("livercds.feedback.quiet-period", "30d", "livercds.feedback.history-deadline", "2s");
        }
    }

    @TestHTTPResource("/")
    String home;

    @Test
    void what_was_overridden_is_held_back_until_a_fact_changes() {
        String request = Example.request(PATIENT).replace("Practitioner/example", "Practitioner/of-this-test");
        JsonPath first = Example.answer(request);
        assertEquals(List.of("ablation", "otherOptions", "checkFirst"), first.getList(TOPICS));
        override(first.getString("cards[0].uuid"));
        JsonPath again = eventually(() -> Example.answer(request), answer -> answer.get(HELD_BACK) != null);
        assertEquals(List.of("checkFirst"), again.getList(TOPICS));
        assertEquals(List.of("ablation", "otherOptions"), again.getList(HELD_BACK));
        JsonPath ofAnother = Example.answer(Example.request(PATIENT));
        assertEquals(first.getList(TOPICS), ofAnother.getList(TOPICS));
        JsonPath larger = Example.answer(request.replace("2.9", "2.5"));
        assertEquals(first.getList(TOPICS), larger.getList(TOPICS));
        assertTrue(
                larger.getString("cards[0].detail")
                        .startsWith("**Changed since you set this aside**: largest lesion was 2.9 cm, now 2.5 cm.\n\n"),
                larger.getString("cards[0].detail"));
        assertFalse(larger.getMap("extension.'org.livercds.evaluation'").containsKey("heldBack"));
    }

    @Test
    void the_page_says_why_an_answer_is_empty() {
        try (Tab tab = browser.visitor().open(home)) {
            Page page = tab.page();
            DemoPageTest.choose(page, "four colorectal");
            assertThat(page.locator("cds-card").first()).isVisible();
            DemoPageTest.order(page, "Microwave ablation of liver", "Draft order");
            assertThat(page.locator(".card.warning h3")).containsText("Ablation ordered, criterion not met");
            setAside(page);
            again(page, () -> DemoPageTest.order(page, "Microwave ablation of liver", "Sign order"));
            assertThat(page.locator(".empty"))
                    .containsText("No advice: The advice is the same that this user set aside");
            assertThat(page.locator(".empty")).containsText("This is not an all-clear.");
            assertThat(page.locator(".held")).containsText("ablationOrder");
            page.locator(".heading a").click();
            assertThat(page.locator(".lead")).containsText("There is no card, because the user set the advice aside");
            assertThat(page.locator(".lead")).containsText("Ablation, ordered");
            assertEquals(0, page.getByRole(AriaRole.ALERT).count());
            assertThat(page.locator("cds-card")).hasCount(0);
        }
    }

    @Test
    void a_short_answer_names_what_is_held_back() {
        try (Tab tab = browser.visitor().open(home)) {
            Page page = tab.page();
            DemoPageTest.choose(page, "three colorectal");
            assertThat(page.locator("cds-card").first()).containsText("meets the ablation criterion");
            setAside(page);
            again(
                    page,
                    () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                            .click());
            Locator held = page.locator(".held");
            assertThat(held).containsText("Held back, because this user set it aside");
            assertThat(held).containsText("ablation, otherOptions");
            assertThat(page.locator("cds-card")).hasCount(1);
            assertThat(page.locator(".empty")).hasCount(0);
            tab.screenshot("held-back");
        }
    }

    private static void override(String card) {
        given().contentType(ContentType.JSON)
                .body("{\"feedback\":[{\"card\":\"" + card + "\",\"outcome\":\"overridden\"}]}")
                .post(Example.SERVICE + "/feedback")
                .then()
                .statusCode(200);
    }

    /** As the clinician does it. */
    private static void setAside(Page page) {
        Locator card = page.locator("cds-card").first();
        card.locator(".override summary").click();
        card.locator(".override button").first().click();
        assertThat(card).containsText("Feedback sent.");
    }

    /** Which cards were shown is written behind the answer. */
    private static void again(Page page, Runnable asking) {
        eventually(
                () -> {
                    asking.run();
                    page.locator(".held, cds-card").first().waitFor();
                    return page.locator(".held").count();
                },
                held -> held > 0);
    }

    private static <T> T eventually(Supplier<T> asking, Predicate<T> enough) {
        Instant end = Instant.now().plus(PATIENCE);
        T found = asking.get();
        while (!enough.test(found) && Instant.now().isBefore(end)) {
            found = asking.get();
        }
        return found;
    }
}
