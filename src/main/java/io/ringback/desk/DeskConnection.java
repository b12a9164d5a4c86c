package io.ringback.desk;

import io.ringback.stream.OpenAnswer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a stream goes out on.
 *
 * @param deskId the page it belongs to; null for a program
 * @param ports of the connection
 */
record DeskConnection(OpenAnswer answer, @Nullable UUID deskId, Connections.Ports ports) {

    static DeskConnection of(OpenAnswer answer, @Nullable UUID deskId, HttpServletRequest request) {
        return new DeskConnection(
                answer, deskId, new Connections.Ports(request.getLocalPort(), request.getRemotePort()));
    }
}
