package org.livercds.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.browser.Tab;
import org.livercds.browser.WithBrowser;

/** The numbers for the committee, of calls and feedback of this test among those of others. */
@QuarkusTest
@Timeout(60)
class SummaryOverHttpTest extends WithBrowser {

    private static final String SUMMARY = "/feedback/summary";
    private static final String PATIENT = "unresectable-liver-only-hcc";

    @TestHTTPResource(SUMMARY)
    String page;

    @Test
    void calls_cards_and_answers_are_counted_once() throws InterruptedException {
        JsonPath before = json();
        JsonPath answer = Example.answer(Example.request(PATIENT));
        String topic = answer.getString("cards[0].source.topic.code");
        String card = answer.getString("cards[0].uuid");
        Example.answer(Example.request("no-liver-disease"));
        tell(card, "overridden", "2026-11-20T10:00:00Z");
        tell(card, "overridden", "2026-11-20T10:00:00Z");
        tell(card, "accepted", "2026-11-20T10:00:01Z");
        JsonPath after = eventually(
                now -> calls(now) >= calls(before) + 2 && tally(now, topic, "shown") > tally(before, topic, "shown"));
        assertEquals(tally(before, topic, "accepted") + 1, tally(after, topic, "accepted"));
        assertEquals(tally(before, topic, "overridden"), tally(after, topic, "overridden"));
        assertEquals(12, after.getList("topics[0].weeks").size());
    }

    @Test
    void the_description_of_the_interface_shows_no_card_to_anybody() throws InterruptedException {
        long before = calls(json());
        given().get("/q/openapi").then().statusCode(200);
        Example.answer(Example.request("no-liver-disease"));
        assertEquals(before + 1, calls(eventually(now -> calls(now) > before)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "105", "-1", "x", "1.5", "99999999999"})
    void weeks_are_a_number_of_weeks(String weeks) {
        given().get(SUMMARY + "?weeks=" + weeks)
                .then()
                .statusCode(400)
                .body("issue[0].details.text", containsString("weeks is a number from 1 to 104"));
    }

    @Test
    void who_asks_for_a_page_gets_one_and_everybody_else_json() {
        for (String accept :
                new String[] {"*/*", "application/json", "text/plain", "application/json, text/html;q=0.5"}) {
            given().header("Accept", accept).get(SUMMARY).then().statusCode(200).contentType(ContentType.JSON);
        }
        given().header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .get(SUMMARY + "?weeks=104")
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .header("Cache-Control", equalTo("no-store"))
                .header("Content-Security-Policy", containsString("default-src 'self'"));
        given().post(SUMMARY).then().statusCode(405);
    }

    @Test
    void the_page_has_the_numbers_their_pictures_and_a_table_for_each() throws InterruptedException {
        String card = Example.answer(Example.request(PATIENT)).getString("cards[0].uuid");
        tell(card, "overridden", "2026-11-20T10:00:00Z");
        eventually(now -> tally(now, "embolization", "shown") > 0);
        try (Tab tab = browser.visitor().open(page)) {
            Page shown = tab.page();
            assertThat(shown.locator("h1")).hasText("What clinicians did with the cards");
            assertThat(shown.locator("nav [aria-current]")).hasText("Feedback");
            int topics = json().getList("topics").size();
            assertTrue(topics > 0);
            assertThat(shown.locator("svg.weekly-cards")).hasCount(topics);
            assertThat(shown.locator("details table")).hasCount(topics);
            shown.locator("details summary").first().click();
            assertThat(shown.locator("details table tbody tr").first()).isVisible();
            tab.screenshot("summary");
        }
    }

    private static JsonPath json() {
        return given().get(SUMMARY).then().statusCode(200).extract().jsonPath();
    }

    private static JsonPath eventually(Predicate<JsonPath> there) throws InterruptedException {
        JsonPath now = json();
        while (!there.test(now)) {
            Thread.sleep(100);
            now = json();
        }
        return now;
    }

    private static long calls(JsonPath summary) {
        return sum(summary, "services.findAll { it.service == 'liver-cancer-patient-view' }.calls");
    }

    private static long tally(JsonPath summary, String topic, String number) {
        return sum(summary, "topics.findAll { it.topic == '" + topic + "' }.total." + number);
    }

    private static long sum(JsonPath summary, String path) {
        return summary.getList(path, Long.class).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static void tell(String card, String outcome, String at) {
        Map<String, String> item = Map.of("card", card, "outcome", outcome, "outcomeTimestamp", at);
        given().contentType(ContentType.JSON)
                .body(Map.of("feedback", new Object[] {item}))
                .post(Example.SERVICE + "/feedback")
                .then()
                .statusCode(200);
    }
}
