package org.livercds.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.livercds.browser.Browser;
import org.livercds.browser.Tab;

@QuarkusTest
class DemoPageTest {

    private static Browser browser;

    @TestHTTPResource("/")
    String home;

    @BeforeAll
    static void startBrowser() {
        browser = Browser.start();
    }

    @AfterAll
    static void endBrowser() {
        browser.close();
    }

    @Test
    void the_page_opens() {
        try (Tab tab = browser.visitor().open(home)) {
            assertThat(tab.page().locator("h1")).hasText("Demo EHR");
            assertThat(tab.page().locator("demo-ehr")).containsText("Loading");
            tab.assertAccessible("start");
            tab.screenshot("start");
        }
    }
}
