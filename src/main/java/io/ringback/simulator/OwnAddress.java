package io.ringback.simulator;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where this server is to be found from its own machine. */
@Component
@WithSimulator
class OwnAddress {

    private final Environment settings;
    private volatile @Nullable URI home;

    OwnAddress(Environment settings) {
        this.settings = settings;
    }

    @EventListener
    void on(ServletWebServerInitializedEvent started) {
        if (started.getApplicationContext().getServerNamespace() == null) {
            var address = settings.getProperty("server.address", "127.0.0.1");
            var host = address.isBlank() || address.equals("0.0.0.0") ? "127.0.0.1" : address;
            home = URI.create("http://%s:%s%s"
                    .formatted(
                            host.contains(":") ? "[" + host + "]" : host,
                            started.getWebServer().getPort(),
                            settings.getProperty("server.servlet.context-path", "")));
        }
    }

    boolean isKnown() {
        return home != null;
    }

    URI resolve(String path) {
        if (home == null) {
            throw new IllegalStateException("Expected a server that has started, but it has no port yet");
        }
        return URI.create(home + path);
    }
}
