package io.ringback.platform.web;

import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Valve;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.coyote.ContinueResponseTiming;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * What Tomcat is told beyond its settings, so that nobody can stop it by slow requests, or lie about where
 * they come from (docs/decisions/039, 040).
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RequestLimits.class, ProxyProperties.class})
class ContainerConfiguration {

    @Bean
    Arrivals arrivals(RequestLimits limits, ServerProperties server) {
        return new Arrivals(limits, server.getTomcat().getThreads().getMax());
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> watchedRequests(
            Arrivals arrivals, ServerProperties server) {
        return factory -> {
            factory.setProtocol(WatchedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                var protocol = (WatchedProtocol) connector.getProtocolHandler();
                protocol.tell(arrivals);
                // A body is asked for only when somebody wants to read it.
                protocol.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
            });
            factory.addEngineValves(new ThreadsForHealth(
                    arrivals, server.getTomcat().getThreads().getMax()));
        };
    }

    /** Comes after Spring Boot's own, to stand before the valve that {@code forward-headers-strategy=native} adds. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> trustedProxies(ProxyProperties settings) {
        var proxies = new TrustedProxies(settings.trusted());
        return factory -> {
            List<Valve> valves = new ArrayList<>(factory.getEngineValves());
            if (!proxies.areNone()) {
                // Only headers of proxies are left by then.
                valves.forEach(valve -> {
                    if (valve instanceof RemoteIpValve remoteIp) {
                        remoteIp.setInternalProxies(".*");
                    }
                });
            }
            valves.add(0, new ProxyValve(proxies));
            factory.setEngineValves(valves);
        };
    }
}
