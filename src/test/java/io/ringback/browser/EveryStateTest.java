package io.ringback.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
        var faults = new ArrayList<String>();
        theme.accept(new States(
                browsers, jdbc, Look.usual(), (state, page) -> faults.addAll(EveryLook.faults(state, page))));
        assertThat(faults).isEmpty();
    }
}
