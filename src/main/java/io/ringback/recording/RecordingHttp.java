package io.ringback.recording;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/** The client that asks sources of recordings: as webhooks' without redirects and cookies, and never waits for long. */
final class RecordingHttp {

    /** How many are played at once is limited elsewhere. */
    private static final int UNLIMITED = 10_000;

    private RecordingHttp() {}

    /** @param patience how long to wait for the connection, and for each further part */
    static CloseableHttpClient client(Duration patience) {
        var timeout = Timeout.of(patience);
        return HttpClients.custom()
                .useSystemProperties() // a proxy of the JVM's is used
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(DefaultClientTlsStrategy.createSystemDefault())
                        .setDefaultSocketConfig(
                                SocketConfig.custom().setSoTimeout(timeout).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .setMaxConnTotal(UNLIMITED)
                        .setMaxConnPerRoute(UNLIMITED)
                        .build())
                .setConnectionReuseStrategy((request, answer, context) -> false)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(timeout).build())
                .setUserAgent("Ringback")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }
}
