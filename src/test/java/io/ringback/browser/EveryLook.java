package io.ringback.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** Looks at a page in every way it must work: wide, narrow, at 200 %, light and dark. */
final class EveryLook {

    private static final Look NARROW = Look.usual().narrow();
    private static final Look AT_200_PERCENT = Look.usual().sized(640, 400);
    private static final Look WIDE = Look.usual();

    private EveryLook() {}

    /** What does not fit or is not accessible to all, all told at once; the page is left as it was, light and wide. */
    static List<String> faults(String state, Page page) {
        List<String> faults = new ArrayList<>();
        collect(faults, () -> Layout.check(state, page));
        collect(faults, () -> accessible(state, () -> Axe.check(page)));
        resize(page, AT_200_PERCENT);
        collect(faults, () -> Layout.check(state, page));
        resize(page, NARROW);
        collect(faults, () -> Layout.check(state, page));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        collect(faults, () -> accessible(state + ", narrow and dark", () -> Axe.checkLook(page)));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        resize(page, WIDE);
        return faults;
    }

    private static void resize(Page page, Look look) {
        page.setViewportSize(look.width(), look.height());
    }

    private static void accessible(String state, Runnable check) {
        try {
            check.run();
        } catch (AssertionError found) {
            throw new AssertionError(state + ": " + found.getMessage());
        }
    }

    private static void collect(List<String> faults, Runnable check) {
        try {
            check.run();
        } catch (AssertionError fault) {
            faults.add(String.valueOf(fault.getMessage()));
        }
    }
}
