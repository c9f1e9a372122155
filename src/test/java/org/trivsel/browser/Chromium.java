package org.trivsel.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The system's own Chromium for all browser tests; nothing is downloaded. Where there is none the tests are skipped with
 * a loud message, but fail where {@code CI=true}: a pipeline must not turn green by losing its browser.
 */
public final class Chromium implements AutoCloseable {

    /** The shell without windows first: the same browser, a fifth faster here. */
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")));
    }

    public static Chromium launch() {
        Optional<Path> executable = find();
        if (executable.isEmpty()) {
            String message = "NO CHROMIUM FOUND: this browser test did not run. Install chromium or set CHROMIUM_PATH.";
            System.err.println("\n*** " + message + "\n");
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(message);
            }
            Assumptions.abort(message);
        }
        return new Chromium(executable.get());
    }

    /** A fresh browser profile of a caseworker's machine: desktop width, Danish time. */
    public BrowserContext newContext() {
        return newContext(1280, 900);
    }

    public BrowserContext newContext(int width, int height) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setTimezoneId("Europe/Copenhagen")
                .setLocale("da-DK"));
    }

    public BrowserContext newContextWithoutScript() {
        return browser.newContext(
                new Browser.NewContextOptions().setLocale("da-DK").setJavaScriptEnabled(false));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> find() {
        String given = System.getenv("CHROMIUM_PATH");
        Stream<Path> candidates = given != null
                ? Stream.of(Path.of(given))
                : Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(":"))
                        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return candidates.filter(Files::isExecutable).findFirst();
    }
}
