package io.ringback.webhook;

import io.ringback.platform.run.DaemonThreads;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Sends one request to a target. Follows no redirect, keeps nothing of the answer but its status, and always ends. */
@Component
class WebhookClient implements DisposableBean {

    /** To the letter as other libraries of CloudEvents write it; some receivers compare it as a text. */
    static final ContentType CLOUD_EVENT =
            ContentType.create("application/cloudevents+json", new BasicNameValuePair("charset", "utf-8"));

    private static final String NOT_IN_TIME = "The target did not answer in time.";
    private static final int MOST_READ = 16 * 1024;
    private static final Logger log = LoggerFactory.getLogger(WebhookClient.class);

    private final PoolingHttpClientConnectionManager connections;
    private final CloseableHttpClient http;
    private final Duration longest;
    private final ScheduledExecutorService deadlines =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("webhook-deadlines"));

    WebhookClient(WebhookProperties settings) {
        this.connections = WebhookHttp.connections(settings, new CheckedResolver(settings.allowPrivate()));
        this.http = WebhookHttp.client(settings, connections);
        this.longest = settings.timeout().multipliedBy(2);
    }

    /** How long a sending lasts at most. */
    Duration longest() {
        return longest;
    }

    ReceiverAnswer post(URI target, Map<String, String> headers, byte[] body) {
        var sending = new AtomicReference<@Nullable HttpPost>();
        var late = new AtomicBoolean();
        var deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    var request = sending.get();
                    if (request != null) {
                        request.cancel();
                    }
                },
                longest.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return post(target, headers, body, sending, late);
        } catch (IOException | RuntimeException e) {
            return ReceiverAnswer.failed(late.get() ? NOT_IN_TIME : words(e));
        } finally {
            deadline.cancel(false);
        }
    }

    /**
     * A target may have closed a connection that was kept from the last time, at the very moment it is used again. That
     * says nothing about the target: it is tried at once on a new connection. Receivers know an event that comes twice.
     */
    private ReceiverAnswer post(
            URI target,
            Map<String, String> headers,
            byte[] body,
            AtomicReference<@Nullable HttpPost> sending,
            AtomicBoolean late)
            throws IOException {
        var context = HttpClientContext.create();
        try {
            return once(target, request(target, headers, body, sending), context);
        } catch (NoHttpResponseException | SocketException | ConnectionClosedException broken) {
            var connection = context.getEndpointDetails();
            if (late.get() || connection == null || connection.getRequestCount() <= 1) {
                throw broken;
            }
            connections.closeIdle(TimeValue.ZERO_MILLISECONDS);
            return once(target, request(target, headers, body, sending), HttpClientContext.create());
        }
    }

    private static HttpPost request(
            URI target, Map<String, String> headers, byte[] body, AtomicReference<@Nullable HttpPost> sending) {
        var request = new HttpPost(target);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, CLOUD_EVENT));
        sending.set(request);
        return request;
    }

    private ReceiverAnswer once(URI target, HttpPost request, HttpClientContext context) throws IOException {
        var response = http.executeOpen(HttpHost.create(target), request, context);
        var answer = ReceiverAnswer.ofStatus(response.getCode(), RetryAfter.of(response));
        letGo(request, response);
        return answer;
    }

    @Override
    public void destroy() throws IOException {
        deadlines.shutdownNow();
        http.close();
    }

    /** Reads a short answer to its end, so that the connection can be used again, and breaks off a long one. */
    private static void letGo(HttpPost request, ClassicHttpResponse response) {
        try (response) {
            var entity = response.getEntity();
            if (entity != null && entity.getContent().readNBytes(MOST_READ).length == MOST_READ) {
                request.cancel();
            }
        } catch (IOException e) {
            // Its status is what counts, whatever becomes of the rest.
        }
    }

    /** The message of an exception may hold the address, which may hold a secret. */
    private static String words(Exception e) {
        if (e instanceof CheckedResolver.PrivateAddress) {
            return "The host has an address in a private network; the setting ringback.webhooks.allow-private permits"
                    + " that.";
        }
        if (e instanceof UnknownHostException) {
            return "There is no such host.";
        }
        if (e instanceof SSLException) {
            return "No secure connection: the certificate is not trusted, or TLS is not spoken there.";
        }
        if (e instanceof InterruptedIOException) { // which timeouts are
            return NOT_IN_TIME;
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return "The target cannot be reached: nothing takes connections there.";
        }
        log.debug("No answer from a webhook: {}", e.getClass().getName());
        return "The connection to the target broke off, or what it answers is not HTTP.";
    }
}
