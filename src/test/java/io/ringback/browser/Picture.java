package io.ringback.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;

/** Takes pictures of what somebody sees; they are named by the state. */
final class Picture {

    private static final Path FOLDER = Path.of("docs", "screens");

    private Picture() {}

    static void light(Page page, String state) {
        take(page, state + "-light");
    }

    static void dark(Page page, String state) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        take(page, state + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** On a window as narrow as it must still work. */
    static void narrow(Page page, String state) {
        var usual = page.viewportSize();
        var narrow = Look.usual().narrow();
        page.setViewportSize(narrow.width(), narrow.height());
        page.evaluate("() => scrollTo(0, 0)");
        take(page, state + "-narrow");
        page.setViewportSize(usual.width, usual.height);
    }

    private static void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setCaret(ScreenshotCaret.HIDE));
    }
}
