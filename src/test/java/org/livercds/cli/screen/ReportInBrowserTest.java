package org.livercds.cli.screen;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.browser.Tab;
import org.livercds.browser.WithBrowser;

/** The report as it is opened: a file, without a server. */
class ReportInBrowserTest extends WithBrowser {

    private static final int PAPER = 760;
    private static final int SHOWN = 1_520;

    @TempDir
    private static Path folder;

    private static String hospital;
    private static String nobody;

    @BeforeAll
    static void write() throws IOException {
        hospital = file("hospital.html", ReportSample.hospital());
        nobody = file("nobody.html", ReportSample.nobody());
    }

    private static String file(String name, Findings findings) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, ReportPage.of(findings, ReportSample.words()));
        return file.toUri().toString();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "360, LIGHT", "800, DARK"})
    void everybody_can_read_it_on_every_screen(int width, ColorScheme scheme) {
        try (Tab tab = browser.visitor(width, scheme).open(hospital)) {
            tab.assertAccessible(width + " " + scheme);
            tab.assertFits();
            tab.screenshot("screen-report-" + width + "-" + scheme);
        }
    }

    @Test
    void an_empty_one_is_as_good() {
        try (Tab tab = browser.visitor().open(nobody)) {
            tab.assertAccessible("nobody");
            tab.assertFits();
        }
    }

    @Test
    void it_fits_on_paper() {
        try (Tab tab = browser.visitor(PAPER, ColorScheme.DARK).open(hospital)) {
            tab.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            tab.assertFits();
            tab.assertAccessible("print");
            tab.screenshot("screen-report-print");
        }
    }

    @Test
    void it_is_shown_in_the_documents() {
        try (Tab tab = browser.visitor().open(hospital)) {
            tab.page().locator("#cards").waitFor();
            if (Boolean.getBoolean("update-screenshots")) {
                tab.page()
                        .screenshot(new Page.ScreenshotOptions()
                                .setPath(Path.of("docs", "screen.png"))
                                .setFullPage(true)
                                .setClip(0, 0, 1_280, SHOWN));
            }
        }
    }
}
