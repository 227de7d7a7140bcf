package org.livercds.browser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests with one browser for all of a class; skipped, or failed in CI, where there is none. */
public abstract class WithBrowser {

    protected static Browser browser;

    @BeforeAll
    static void startBrowser() {
        browser = Browser.start();
    }

    @AfterAll
    static void endBrowser() {
        if (browser != null) {
            browser.close();
            browser = null;
        }
    }
}
