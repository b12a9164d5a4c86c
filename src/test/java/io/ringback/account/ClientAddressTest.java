package io.ringback.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:0:1::1, 2001:db8:0:1:0:0:0:0/64",
        "2001:db8:0:1:ffff:1:2:3, 2001:db8:0:1:0:0:0:0/64",
        "2001:db8:0:2::1, 2001:db8:0:2:0:0:0:0/64",
        "::ffff:192.0.2.1, 192.0.2.1",
        "unknown, unknown",
        "not:an:address, not:an:address"
    })
    void areThoseOfOneAddressOrOneNetwork(String address, String callers) {
        assertThat(ClientAddress.at(address)).hasToString(callers);
    }
}
