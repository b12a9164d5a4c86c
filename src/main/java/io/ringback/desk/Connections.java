package io.ringback.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What the operating system knows of connections: that the other end has closed, or has not confirmed what was written. A
 * write itself does not tell, since it is done as soon as the system has taken the bytes: on a broken line that goes well
 * for a quarter of an hour. Java does not tell either, so it is read from where Linux shows it; on other systems nothing
 * is known.
 */
@Component
class Connections {

    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final String ESTABLISHED = "01";

    /** A connection by the ports of its two ends, whoever is named as the other end by a proxy. */
    record Ports(int local, int remote) {}

    enum State {
        /** What was written has arrived at the other end. */
        HEARD,
        /** Something is on its way, or will never arrive. */
        UNHEARD,
        /** The other end has closed. */
        CLOSED
    }

    /** Connections that are not in it are unknown. */
    Map<Ports, State> look() {
        var seen = new HashMap<Ports, State>();
        for (var table : TABLES) {
            try (var lines = Files.lines(table, StandardCharsets.US_ASCII)) {
                lines.skip(1).forEach(line -> read(line, seen));
            } catch (IOException | RuntimeException e) {
                // Not Linux, or not for us to see.
            }
        }
        return seen;
    }

    /** {@code sl local_address rem_address st tx_queue:rx_queue …}, numbers in hexadecimal. */
    static void read(String line, Map<Ports, State> seen) {
        var parts = line.strip().split("\\s+");
        if (parts.length > 4) {
            var state = !parts[3].equals(ESTABLISHED)
                    ? State.CLOSED
                    : parts[4].startsWith("00000000:") ? State.HEARD : State.UNHEARD;
            // Of two with the same ports the better one counts: they belong to different ends.
            seen.merge(
                    new Ports(port(parts[1]), port(parts[2])),
                    state,
                    (one, other) -> one.compareTo(other) < 0 ? one : other);
        }
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
    }
}
