package io.ringback.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Chromium of this machine, without a window and without a way to any other machine. */
public final class Chromium implements AutoCloseable {

    /** Where it is; the build finds it and says so to the tests. */
    static final String PROPERTY = "ringback.chromium";

    /** How long anything may take to appear; the machine may be busy. */
    private static final int PATIENCE_MILLIS = 45_000;

    private static final List<String> FLAGS = List.of(
            "--disable-gpu",
            "--disable-gpu-rasterization",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-client-side-phishing-detection",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-domain-reliability",
            "--disable-sync",
            "--no-default-browser-check",
            "--no-first-run",
            "--no-pings",
            "--no-proxy-server",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium launch() {
        var program = program(System.getProperty(PROPERTY));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            return new Chromium(playwright, launch(playwright, program));
        } catch (RuntimeException failure) {
            playwright.close(); // Its thread would keep the program from ending.
            throw failure;
        }
    }

    private static Browser launch(Playwright playwright, Path program) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setChromiumSandbox(!"root".equals(System.getProperty("user.name")))
                        .setArgs(FLAGS));
    }

    /** A browser of its own for one person: nothing is shared with others, not even the cookies. */
    public BrowserContext open(Look look) {
        var context = browser.newContext(look.options());
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path program(@Nullable String name) {
        if (name == null || !Files.isExecutable(Path.of(name))) {
            throw new IllegalStateException(
                    "expected a Chromium in the property %s, but it is %s; Maven sets it with -Pbrowser"
                            .formatted(PROPERTY, name));
        }
        return Path.of(name);
    }
}
