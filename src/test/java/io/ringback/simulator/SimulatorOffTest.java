package io.ringback.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.RingbackTest;
import io.ringback.support.WebSession;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An organisation's own database. */
@RingbackTest
class SimulatorOffTest {

    @LocalServerPort
    private int port;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ApplicationContext server;

    @ParameterizedTest
    @ValueSource(strings = {"caller", "callers", "stop", "colleagues", "clear"})
    void noneOfItsAddressesExists(String button) {
        var browser = WebSession.at(port);
        var token = WebSession.token(browser.page("/login"));

        assertThat(browser.form("/simulator/" + button, Map.of("_csrf", token, "rate", "6"))
                        .status())
                .isEqualTo(404);
        assertThat(browser.page("/simulator").status()).isEqualTo(404);
    }

    @Test
    void nothingOfItIsThere() {
        assertThat(server.getBeansOfType(Simulator.class)).isEmpty();
        assertThat(WebSession.at(port).page("/login").body()).doesNotContain("demo-", "guide");
    }
}
