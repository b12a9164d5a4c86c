package io.ringback.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * In each of its states the desk is accessible to all, light and dark, and fits into a window of 320 px and into one of
 * 1280 × 800 at 200 %.
 */
@BrowserTest
class EveryStateTest {

    private static final Look NARROW = Look.usual().narrow();
    private static final Look AT_200_PERCENT = Look.usual().sized(640, 400);
    private static final Look WIDE = Look.usual();

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aroundTheDesk(Browsers browsers) {
        inEach(browsers, States::aroundTheDesk);
    }

    @Test
    void withoutCase(Browsers browsers) {
        inEach(browsers, States::withoutCase);
    }

    @Test
    void caseInHand(Browsers browsers) {
        inEach(browsers, States::caseInHand);
    }

    @Test
    void whatGoesWrong(Browsers browsers) {
        inEach(browsers, States::trouble);
    }

    @Test
    void caseInItsOwnWindow(Browsers browsers) {
        inEach(browsers, States::poppedOut);
    }

    @Test
    void moreThanFits(Browsers browsers) {
        inEach(browsers, States::crowded);
    }

    @Test
    void whatIsOpenedFromTheDesk(Browsers browsers) {
        inEach(browsers, States::opened);
    }

    private void inEach(Browsers browsers, Consumer<States> theme) {
        List<String> faults = new ArrayList<>();
        theme.accept(new States(browsers, jdbc, WIDE, (state, page) -> {
            collect(faults, () -> Layout.check(state, page));
            collect(faults, () -> accessible(state, page));
            resize(page, AT_200_PERCENT);
            collect(faults, () -> Layout.check(state, page));
            resize(page, NARROW);
            collect(faults, () -> Layout.check(state, page));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            collect(faults, () -> accessible(state + ", narrow and dark", page));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            resize(page, WIDE);
        }));
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join(System.lineSeparator(), faults));
        }
    }

    private static void resize(Page page, Look look) {
        page.setViewportSize(look.width(), look.height());
    }

    private static void accessible(String state, Page page) {
        try {
            Axe.check(page);
        } catch (AssertionError found) {
            throw new AssertionError(state + ": " + found.getMessage());
        }
    }

    /** All that is wrong is told at once. */
    private static void collect(List<String> faults, Runnable check) {
        try {
            check.run();
        } catch (AssertionError fault) {
            faults.add(String.valueOf(fault.getMessage()));
        }
    }
}
