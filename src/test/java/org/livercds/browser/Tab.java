package org.livercds.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One visitor's tab, which remembers all that went wrong in it. Closing it fails if anything did. */
public final class Tab implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String WATCH = "document.addEventListener('securitypolicyviolation', event => console.error("
            + "'CSP violation: ' + event.violatedDirective + ' ' + event.blockedURI))";

    private final BrowserContext context;
    private final Page page;
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final List<String> expected = new CopyOnWriteArrayList<>();

    Tab(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(10_000);
        context.addInitScript(WATCH);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                problems.add(message.text());
            }
        });
        page.onPageError(problems::add);
        page.onDialog(dialog -> {
            problems.add("A dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    public Page page() {
        return page;
    }

    public Tab open(String url) {
        page.navigate(url);
        return this;
    }

    /** Chromium reports every answer from 400 on as an error: one that contains this text is meant. */
    public Tab expecting(String problem) {
        expected.add(problem);
        return this;
    }

    /** No violation of WCAG 2.2 AA or of axe's best practices in what the page shows now. */
    public void assertAccessible(String state) {
        List<String> violations = new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().get(0).getHtml() + " "
                                        + rule.getNodes().get(0).getFailureSummary())
                        .toList();
        assertEquals(List.of(), violations, state);
    }

    /** Nothing sticks out, so that the page never scrolls sideways. */
    public void assertFits() {
        Object wide = page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"
                + " ? [] : [...document.querySelectorAll('body *')]"
                + ".filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth)"
                + ".map(one => one.tagName + '.' + one.className)");
        assertEquals(List.of(), wide);
    }

    public void screenshot(String name) {
        screenshot(SCREENSHOTS.resolve(name + ".png"), true);
    }

    public void screenshot(Path file, boolean wholePage) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(wholePage));
    }

    /** Console errors and warnings, violations of the content security policy, exceptions, dialogs. */
    public List<String> problems() {
        return problems.stream()
                .filter(problem -> expected.stream().noneMatch(problem::contains))
                .toList();
    }

    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), problems());
    }
}
