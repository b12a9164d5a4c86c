package io.ringback.process;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What this server is called where several share one database: {@code ringback.node}, or the name of its machine. */
@Component
class NodeName {

    private static final int LONGEST = 100;

    private final String name;

    NodeName(@Value("${ringback.node:}") String configured) {
        var wanted = configured.isBlank() ? host() : configured.strip();
        this.name = wanted.length() <= LONGEST ? wanted : wanted.substring(0, LONGEST);
    }

    @Override
    public String toString() {
        return name;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "this server";
        }
    }
}
