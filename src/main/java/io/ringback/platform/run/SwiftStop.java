package io.ringback.platform.run;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Requests that were not finished in the time there is for them have had it: Tomcat need not wait for their threads once
 * more, as it does for five seconds.
 */
@Component
class SwiftStop implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addConnectorCustomizers(connector -> connector.setProperty("executorTerminationTimeoutMillis", "300"));
    }
}
