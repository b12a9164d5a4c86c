package io.ringback.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ringback.desk.Connections.Ports;
import io.ringback.desk.Connections.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operating system says of the other end of a connection. */
class ConnectionsTest {

    private final Connections connections = new Connections();

    @ParameterizedTest
    @CsvSource({
        "0: 0100007F:1F90 0100007F:A3B2 01 00000000:00000000 00:00000000 00000000, HEARD",
        "7: 0100007F:1F90 0100007F:A3B2 01 0000000C:00000000 01:00000014 00000003, UNHEARD",
        "9: 0100007F:1F90 0100007F:A3B2 08 00000000:00000001 00:00000000 00000000, CLOSED",
        "1: 0000000000000000FFFF00000100007F:1F90 0000000000000000FFFF00000100007F:A3B2 01 00000000:00000000, HEARD"
    })
    void aLineOfTheTableIsRead(String line, State state) {
        var seen = new HashMap<Ports, State>();

        Connections.read(line, seen);

        assertThat(seen).containsExactly(java.util.Map.entry(new Ports(8080, 41906), state));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aConnectionIsHeardUntilItsOtherEndTakesNoMoreOrCloses() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new Socket()) {
            client.setReceiveBufferSize(1_024);
            client.connect(server.getLocalSocketAddress());
            try (var accepted = server.accept()) {
                var ports = new Ports(accepted.getLocalPort(), accepted.getPort());
                assertThat(connections.look()).containsEntry(ports, State.HEARD);

                accepted.setSendBufferSize(64 * 1_024);
                accepted.getOutputStream().write(new byte[16 * 1_024]);
                await().until(() -> connections.look().get(ports) == State.UNHEARD);

                client.getInputStream().readNBytes(16 * 1_024);
                await().until(() -> connections.look().get(ports) == State.HEARD);

                client.shutdownOutput();
                await().until(() -> connections.look().get(ports) == State.CLOSED);
            }
        }
    }
}
