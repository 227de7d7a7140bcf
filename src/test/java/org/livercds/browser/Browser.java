package org.livercds.browser;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real Chromium with one page, for tests of pages and of what browsers allow them. It is the one of the system;
 * nothing is downloaded. Where there is none the test is skipped with a message, but in continuous integration
 * ({@code CI=true}) it fails.
 *
 * <p>It reaches this machine and nothing else. Requests are never intercepted: the browser would then answer preflights
 * by itself.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final String VIOLATION = "CSP violation: ";
    private static final String TELL_VIOLATIONS = "document.addEventListener('securitypolicyviolation', event => "
            + "console.error('" + VIOLATION + "' + event.effectiveDirective + ' ' + event.blockedURI))";

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final Page page;
    private final List<String> console = new CopyOnWriteArrayList<>();

    private Browser(Path executable, Map<String, Integer> hosts) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(Stream.concat(QUIET.stream(), Stream.of("--host-resolver-rules=" + rules(hosts)))
                                .toList()));
        page = chromium.newPage();
        page.addInitScript(TELL_VIOLATIONS);
        page.onConsoleMessage(message -> console.add(line(message)));
        page.onPageError(error -> console.add("error: " + error));
    }

    public static Browser start() {
        return start(Map.of());
    }

    /** @param hosts names that this browser finds on this machine, at a port: {@code http://name} leads there */
    public static Browser start(Map<String, Integer> hosts) {
        Optional<Path> executable = executable();
        if (executable.isEmpty()) {
            String message = "No Chromium is installed: none of " + NAMES
                    + " is in the PATH. Install it with: apt-get install -y chromium";
            assertNotEquals("true", System.getenv("CI"), message);
            assumeTrue(false, message + " The test in a browser is skipped.");
        }
        return new Browser(executable.orElseThrow(), hosts);
    }

    /** A fresh visitor with a light screen of 1280 pixels. */
    public Tab visitor() {
        return visitor(1280, ColorScheme.LIGHT);
    }

    /** A fresh visitor, whose tab fails when it closes if anything went wrong in it. */
    public Tab visitor(int width, ColorScheme scheme) {
        return new Tab(chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)));
    }

    /** Until it and what belongs to it has loaded. */
    public void open(String url) {
        console.clear();
        page.navigate(url);
    }

    /** The value of a JavaScript expression or function, as numbers, text, lists and maps; a promise is awaited. */
    public Object evaluate(String script) {
        return page.evaluate(script);
    }

    /** The same for a function with one argument. */
    public Object evaluate(String function, Object argument) {
        return page.evaluate(function, argument);
    }

    /** Until a JavaScript expression is true; a test that waits in vain fails. */
    public void waitFor(String condition) {
        page.waitForFunction(condition);
    }

    /** For a person to look at: {@code target/screenshots/<name>.png}. */
    public Path screenshot(String name) {
        Path file = Path.of("target", "screenshots", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    /** What stands in the console since the page was opened: kind and text, errors of scripts too. */
    public List<String> console() {
        return List.copyOf(console);
    }

    /** What the page tried and its content security policy forbids. */
    public List<String> violations() {
        return console.stream().filter(line -> line.contains(VIOLATION)).toList();
    }

    /** For what this class does not offer, such as the keyboard. */
    public Page page() {
        return page;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private static String line(ConsoleMessage message) {
        return message.type() + ": " + message.text();
    }

    private static String rules(Map<String, Integer> hosts) {
        String mapped = hosts.entrySet().stream()
                .map(host -> "MAP " + host.getKey() + ":80 127.0.0.1:" + host.getValue() + ", ")
                .collect(Collectors.joining());
        return mapped + "MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1";
    }

    private static Optional<Path> executable() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
