package io.ringback.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", "192.0.2.7", "2001:db8:1::/48"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "10.1.1.1 | 203.0.113.9                          > 203.0.113.9",
                "10.1.1.1 | 203.0.113.9, 10.2.2.2                > 203.0.113.9",
                "10.1.1.1 | 203.0.113.9, 198.51.100.4            > 198.51.100.4",
                "10.1.1.1 | 10.9.9.9, 203.0.113.9, 192.0.2.7     > 203.0.113.9",
                "10.1.1.1 | 1.1.1.1 | 203.0.113.9                > 203.0.113.9",
                "10.1.1.1 | 203.0.113.9:51234                    > 203.0.113.9",
                "10.1.1.1 | [2001:db8:2::1]:443                  > 2001:db8:2:0:0:0:0:1",
                "10.1.1.1 | 2001:db8:2::1, 2001:db8:1::5         > 2001:db8:2:0:0:0:0:1",
                "2001:db8:1::2 | 203.0.113.9                     > 203.0.113.9",
                "10.1.1.1 | 10.3.3.3, 10.2.2.2                   > 10.3.3.3",
                "10.1.1.1 | 203.0.113.9, unknown                 > 10.1.1.1",
                "10.1.1.1 | 203.0.113.9, localhost, 10.2.2.2     > 10.2.2.2",
                "10.1.1.1 | 203.0.113.9, , 10.2.2.2              > 10.2.2.2",
                "10.1.1.1 | 999.1.1.1                            > 10.1.1.1",
                "10.1.1.1 | 203.0.113.9 evil                     > 10.1.1.1",
                "10.1.1.1 |                                      > 10.1.1.1",
                "11.1.1.1 | 203.0.113.9                          > 11.1.1.1",
                "192.0.2.8 | 203.0.113.9                         > 192.0.2.8",
                "2001:db8:2::2 | 203.0.113.9                     > 2001:db8:2::2"
            })
    void takesTheRightMostAddressThatIsNoProxy(String told, String client) {
        var parts = told.split("\\|", -1);

        assertThat(proxies.clientOf(
                        parts[0].strip(),
                        Arrays.stream(parts).skip(1).map(String::strip).toList()))
                .isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/99", "10.0.0", "", "*", "10.0.0.0/8/8", "localhost"})
    void refusesWhatIsNoNetwork(String network) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(network)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ringback.proxies.trusted");
    }
}
